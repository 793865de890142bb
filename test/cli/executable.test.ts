import { SECRET_MARKS, startSimulator, type Simulator } from '@cloudimages/simulator';
import { spawn } from 'node:child_process';
import path from 'node:path';

// The executable as it is installed, in a process of its own.

const EXECUTABLE = path.join(__dirname, '../../provider/bin/cloudimages.js');

let simulator: Simulator;

beforeAll(async () => {
  simulator = await startSimulator();
});

afterAll(() => simulator.close());

beforeEach(() => simulator.world.reset());

interface Ending {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs it; `interrupt` sees what it has printed so far, and says when Ctrl-C is pressed. */
function cloudimages(
  args: readonly string[],
  interrupt: (printed: Omit<Ending, 'code'>) => boolean = () => false,
): Promise<Ending> {
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, [EXECUTABLE, ...args], {
    env: { PATH, HOME: '/nonexistent', CLOUDIMAGES_LOG: 'debug', ...simulator.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed = { out: '', err: '' };
  let isInterrupted = false;
  const look = (): void => {
    // Once: at a second Ctrl-C the process ends as it stands.
    if (isInterrupted || !interrupt(printed)) return;
    isInterrupted = child.kill('SIGINT');
  };
  child.stdout.on('data', (chunk: Buffer) => {
    printed.out += chunk.toString();
    look();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    printed.err += chunk.toString();
    look();
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, ...printed }));
  });
}

it('finds images, and keeps its log apart from its answer', async () => {
  const query = ['--target', 'zenlayercloud/asia-east-1a', '--distro', 'debian', '--most-recent'];
  const { code, out, err } = await cloudimages(['find', ...query, '-o', 'ids']);
  expect({ code, out }).toEqual({ code: 0, out: 'debian1210_20250115\n' });
  expect(err).toMatch(/^cloudimages request zenlayercloud\/asia-east-1a DescribeImages page 1/m);
  for (const mark of SECRET_MARKS) expect(err).not.toContain(mark);
});

it('ends with 3 where nothing matches', async () => {
  const query = ['--target', 'zenlayercloud/asia-east-1a', '--name', 'none'];
  const { code, out, err } = await cloudimages(['find', ...query]);
  expect({ code, out }).toEqual({ code: 3, out: '' });
  expect(err).toContain('No image matches');
});

it('ends a look-up at Ctrl-C', async () => {
  simulator.world.setFaults([{ kind: 'throttle' }]);
  const query = ['--target', 'alicloud/cn-hangzhou'];
  const { code, err } = await cloudimages(['find', ...query], (printed) =>
    printed.err.includes('cloudimages retry'),
  );
  expect(code).toBe(1);
  expect(err).toContain('Cancelled');
});

it('simulates until Ctrl-C', async () => {
  const { code, out } = await cloudimages(['simulate', '--port', '0'], ({ err }) =>
    err.includes('until Ctrl-C'),
  );
  expect(code).toBe(0);
  expect(out).toMatch(/^(export CLOUDIMAGES_ENDPOINT_\w+=http:\/\/127\.0\.0\.1:\d+\n){4}/);
});
