// The main task on the embedded simulator: one query, four clouds, the native ids and the explanation.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { startSimulator } = require('@cloudimages/simulator');
const { runCommandLine } = require('../provider/dist/cli/main.js');

/** The newest Ubuntu 22.04 for x86_64, as each cloud itself publishes it. */
const TARGETS = [
  'alicloud/cn-hangzhou',
  'tencentcloud/ap-singapore',
  'qcloud/ap-guangzhou',
  'zenlayercloud/asia-east-1a',
];
const CONDITIONS = '--distro ubuntu --os-version 22.04 --architecture x86_64 --most-recent';

/** Runs the demo, then passes the simulator's environment to `after`. */
export async function demonstrate(terminal, signal, after = async () => undefined) {
  const simulator = await startSimulator();
  try {
    Object.assign(process.env, simulator.environment);
    const args = [...TARGETS.flatMap((target) => ['--target', target]), ...CONDITIONS.split(' ')];
    terminal.out('The newest Ubuntu 22.04, on a simulator of the four image APIs:\n\n');
    terminal.out(`$ cloudimages find ${CONDITIONS} --target ...\n`);
    const found = await runCommandLine(['find', ...args], terminal, signal);
    terminal.out(`\n$ cloudimages explain ${CONDITIONS} --target ...\n`);
    const explained = await runCommandLine(['explain', ...args], terminal, signal);
    await after(simulator.environment);
    return Math.max(found, explained);
  } finally {
    await simulator.close();
  }
}
