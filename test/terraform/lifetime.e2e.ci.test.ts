import { execFileSync } from 'node:child_process';
import { startSimulator, type Simulator } from '@cloudimages/simulator';
import { describeWithEngine } from '../engines/find';
import { expectGolden } from '../golden/golden';
import { smallWorld } from './harness/catalog';
import { ENGINE_TIMEOUT_MS, ENGINES, overriddenStack, readable } from './harness/engines';
import type { Stack } from './harness/stack';

jest.setTimeout(ENGINE_TIMEOUT_MS);

const LOOK_UP = `
data "cloudimages_image" "slow" {
  targets     = ["alicloud/cn-hangzhou"]
  architecture = "x86_64"
  most_recent = true
}
`;

describe.each(ENGINES)('%s', (name) => {
  describeWithEngine(name, 'the life of the provider', (engine) => {
    let simulator: Simulator;
    let stack: Stack;

    beforeEach(async () => {
      simulator = await startSimulator({ world: smallWorld() });
      simulator.world.setFaults([{ kind: 'hang' }]);
      stack = overriddenStack(engine, simulator, LOOK_UP);
    });
    afterEach(async () => {
      stack.remove();
      await simulator.close();
    });

    test('ends a look-up cleanly at Ctrl-C', async () => {
      const plan = stack.start('plan', '-no-color');
      await until(() => simulator.world.requests().length > 0);
      // The terminal sends it to the whole group: to Terraform and to its providers.
      process.kill(-plan.pid, 'SIGINT');
      const ended = await plan.ended;
      expect(ended.code).toBe(1);
      // Another part of the engine prints this line, with empty lines, before or after the others.
      const printed = readable(ended)
        .replace(/^Stopping operation\.\.\.\n+/m, '')
        .replace(/\n{3,}/g, '\n\n');
      expectGolden(`terraform/${name}/interrupted.txt`, printed);
    });

    test('leaves no process behind when Terraform is killed', async () => {
      const plan = stack.start('plan', '-no-color');
      await until(() => simulator.world.requests().length > 0);
      const providers = childrenOf(plan.pid);
      expect(providers).toHaveLength(1);
      process.kill(plan.pid, 'SIGKILL');
      await plan.ended;
      await until(() => !providers.some(isRunning));
    });
  });
});

/** Waits for what other processes do. The test's own time limit ends it. */
async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 20));
}

/** The processes that a process has started. */
function childrenOf(parent: number): readonly number[] {
  const list = execFileSync('ps', ['-axo', 'pid=,ppid='], { encoding: 'utf8' });
  return list
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .flatMap(([pid, of]) => (of === parent && pid !== undefined ? [pid] : []));
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
