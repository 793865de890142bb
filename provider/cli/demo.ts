/** The main job on the embedded simulator: one query, four clouds, the native ids and the funnel. */
import { startSimulator } from '@cloudimages/simulator';
import { runCommandLine } from './main';
import type { Terminal } from './output';

/** The newest Ubuntu 22.04 for x86_64, as each cloud itself publishes it. */
const QUERY = [
  ...['alicloud/cn-hangzhou', 'tencentcloud/ap-singapore', 'qcloud/ap-guangzhou'],
  'zenlayercloud/asia-east-1a',
].flatMap((target) => ['--target', target]);
const CONDITIONS =
  '--os-type linux --distro ubuntu --os-version 22.04 --architecture x86_64 --owner public --most-recent';

/** Runs the demonstration, and hands the simulator's environment to whatever comes after. */
export async function demonstrate(
  terminal: Terminal,
  signal: AbortSignal,
  after: (environment: Readonly<Record<string, string>>) => Promise<void> = async () => undefined,
): Promise<number> {
  const simulator = await startSimulator();
  try {
    Object.assign(process.env, simulator.environment);
    const args = [...QUERY, ...CONDITIONS.split(' ')];
    terminal.out(`The newest Ubuntu 22.04, on a simulator of the four image APIs:\n\n`);
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
