// Builds every package and executable: types and modules by tsc, bundles by esbuild.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const PACKAGES = ['simulator', 'sdk/lock', 'provider', 'sdk/pulumi', 'sdk/cdktf', 'sdk/cdktn'];
const steps = [
  ['node_modules/typescript/bin/tsc', '-b', ...PACKAGES],
  ['scripts/build-pulumi.mjs'],
  ['scripts/build-terraform.mjs'],
];
PACKAGES.forEach(removeStale);
for (const [script, ...args] of steps) {
  const { status } = spawnSync(process.execPath, [script, ...args], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
// Pipelines of GitLab take these scripts from the package.
fs.rmSync('provider/dist/refresh', { recursive: true, force: true });
fs.cpSync('scripts/refresh', 'provider/dist/refresh', { recursive: true });

/** tsc leaves the output of a source file that was moved or deleted; npm would publish it. */
function removeStale(folder) {
  const dist = path.join(folder, 'dist');
  if (!fs.existsSync(dist)) return;
  for (const name of fs.readdirSync(dist, { recursive: true })) {
    if (!/\.(d\.ts|js)$/.test(name) || name.includes('terraform-provider')) continue;
    const source = path.join(folder, name.replace(/(\.d\.ts|\.js)$/, '.ts'));
    if (!fs.existsSync(source)) fs.rmSync(path.join(dist, name));
  }
}
