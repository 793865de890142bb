// Builds the Pulumi plugin into provider/dist/pulumi/plugin: one folder that needs Node.js and
// nothing else.
import { build } from 'esbuild';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const folder = path.join(root, 'provider/dist/pulumi/plugin');
fs.mkdirSync(folder, { recursive: true });

await build({
  absWorkingDir: root,
  entryPoints: ['provider/pulumi/server/main.ts'],
  outfile: path.join(folder, 'plugin.cjs'),
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  minify: true,
  keepNames: true,
  legalComments: 'linked',
  logLevel: 'warning',
});

execFileSync(
  process.execPath,
  [
    'scripts/run-typescript.mjs',
    'provider/pulumi/write-schema.ts',
    path.join(folder, 'schema.json'),
  ],
  { cwd: root, stdio: 'inherit' },
);

// Pulumi starts the file of this name; PulumiPlugin.yaml marks the folder as a plugin.
fs.writeFileSync(
  path.join(folder, 'pulumi-resource-cloudimages'),
  '#!/bin/sh\nexec node "$(dirname "$0")/plugin.cjs" "$@"\n',
  { mode: 0o755 },
);
fs.writeFileSync(
  path.join(folder, 'pulumi-resource-cloudimages.cmd'),
  '@node "%~dp0plugin.cjs" %*\r\n',
);
fs.writeFileSync(path.join(folder, 'PulumiPlugin.yaml'), 'runtime: nodejs\n');
