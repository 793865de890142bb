// The gate: everything but the tests. Each step prints what it checks; the first that fails ends it.
import { spawnSync } from 'node:child_process';

const bin = (name) => `node_modules/.bin/${name}`;
const STEPS = [
  ['formatting', bin('prettier'), '--check', '--log-level', 'warn', '.'],
  ['generated files', process.execPath, 'scripts/generate.mjs', '--check'],
  ['types and bundles', process.execPath, 'scripts/build.mjs'],
  ['types of tests', bin('tsc'), '-b'],
  ['lint', bin('eslint'), '--max-warnings', '0', '.'],
  [
    'import walls and cycles',
    bin('depcruise'),
    '--config',
    '.dependency-cruiser.cjs',
    'provider',
    'sdk',
    'simulator',
  ],
  ['links of packages', process.execPath, 'scripts/project-links.mjs', '--check'],
  ['packages as published', process.execPath, 'scripts/check-packages.mjs'],
  ['public API and types of packages', process.execPath, 'scripts/check-api.mjs'],
];
for (const [what, command, ...args] of STEPS) {
  const startedMs = performance.now();
  process.stdout.write(`check: ${what}\n`);
  const { status, error } = spawnSync(command, args, { stdio: 'inherit' });
  if (error !== undefined) throw error;
  if (status !== 0) {
    process.stderr.write(`check: ${what} failed\n`);
    process.exit(status ?? 1);
  }
  process.stdout.write(`       ${((performance.now() - startedMs) / 1000).toFixed(1)} s\n`);
}
