// Runs every test, as CI does: `npm run test:all`. Arguments go to Jest.
import { spawnSync } from 'node:child_process';

const { status } = spawnSync('node_modules/.bin/jest', process.argv.slice(2), {
  stdio: 'inherit',
  env: { ...process.env, CI: 'true' },
});
process.exit(status ?? 1);
