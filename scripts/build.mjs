// Builds every package and executable: types and modules by tsc, bundles by esbuild.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const PACKAGES = ['simulator', 'provider', 'sdk/pulumi', 'sdk/cdktf', 'sdk/cdktn'];
const steps = [
  ['node_modules/typescript/bin/tsc', '-b', ...PACKAGES],
  ['scripts/build-pulumi.mjs'],
  ['scripts/build-terraform.mjs'],
];
for (const [script, ...args] of steps) {
  if (!existsSync(script)) continue;
  const { status } = spawnSync(process.execPath, [script, ...args], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
