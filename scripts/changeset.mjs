// Runs changesets from the release tools: without arguments it asks for a changeset.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { installPackages } from '../test/engines/packages.mjs';
import locate from '../test/engines/locate.cjs';

await installPackages('release-tools');
const modules = path.join(locate.packagesFolder('release-tools'), 'node_modules');
const { status } = spawnSync(
  process.execPath,
  [path.join(modules, '@changesets/cli/bin.js'), ...process.argv.slice(2)],
  { stdio: 'inherit', env: { ...process.env, NODE_PATH: modules } },
);
process.exit(status ?? 1);
