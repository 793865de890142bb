// `npm start`: builds what is needed and shows the main job on the embedded simulator.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';

const built = spawnSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' });
if (built.status !== 0) process.exit(built.status ?? 1);

const require = createRequire(import.meta.url);
const { demonstrate } = require('../provider/dist/cli/demo.js');
const terminal = {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  errIsTerminal: false,
  colours: process.stderr.isTTY === true,
};
const controller = new AbortController();
process.once('SIGINT', () => controller.abort());
process.exitCode = await demonstrate(terminal, controller.signal);
