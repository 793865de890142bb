// Builds @cloudimages/pulumi, and the plugin into provider/dist/pulumi/cloudimages: one folder that
// needs Node.js and nothing else.
import { build } from 'esbuild';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const folder = path.join(root, 'provider/dist/pulumi/cloudimages');
fs.mkdirSync(folder, { recursive: true });

const compiler = path.join(root, 'node_modules/typescript/bin/tsc');
execFileSync(process.execPath, [compiler, '-b', 'sdk/pulumi'], { cwd: root, stdio: 'inherit' });

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
    'scripts/generate/pulumi-schema/write.ts',
    path.join(folder, 'schema.json'),
  ],
  { cwd: root, stdio: 'inherit' },
);

// Pulumi starts the executable of this name. Where it wants an .exe instead, and where a project
// names the folder under `packages`, it runs the package with its own Node.js runtime.
fs.writeFileSync(
  path.join(folder, 'pulumi-resource-cloudimages'),
  '#!/bin/sh\nexec node "$(dirname "$0")/plugin.cjs" "$@"\n',
  { mode: 0o755 },
);
fs.writeFileSync(path.join(folder, 'PulumiPlugin.yaml'), 'runtime: nodejs\n');
const manifest = {
  name: 'pulumi-resource-cloudimages',
  private: true,
  main: 'plugin.cjs',
  dependencies: { '@pulumi/pulumi': '>=3.142.0 <4' },
};
fs.writeFileSync(path.join(folder, 'package.json'), `${JSON.stringify(manifest, undefined, 2)}\n`);
