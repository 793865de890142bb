/** Long-lived worker processes: each takes the next order, and one that does not answer in time is replaced. */
import { fork, type ChildProcess } from 'node:child_process';
import type { Order } from './worker';

export interface Job<Result> {
  readonly order: Order;
  readonly limitMs: number;
  readonly done: (result: Result | 'timed out' | 'crashed') => void;
}

export interface PoolOptions {
  readonly root: string;
  readonly workers: number;
  readonly instrumentedFile: string;
}

/** Memory that earlier mutants hold on to goes with the process. */
const ORDERS_PER_PROCESS = 400;

/** Does all jobs; resolves when the last is done. */
export async function runJobs<Result>(
  jobs: readonly Job<Result>[],
  { root, workers, instrumentedFile }: PoolOptions,
): Promise<void> {
  const waiting = [...jobs].reverse();
  const serve = async (): Promise<void> => {
    let child: ChildProcess | undefined;
    let orders = 0;
    for (let job = waiting.pop(); job !== undefined; job = waiting.pop()) {
      if (orders++ % ORDERS_PER_PROCESS === 0) {
        child?.kill('SIGKILL');
        child = undefined;
      }
      child ??= start(root, instrumentedFile);
      const result = await send<Result>(child, job);
      if (result === 'timed out' || result === 'crashed') {
        child.kill('SIGKILL');
        child = undefined;
      }
      job.done(result);
    }
    child?.kill('SIGKILL');
  };
  await Promise.all(Array.from({ length: Math.min(workers, jobs.length) }, serve));
}

function start(root: string, instrumentedFile: string): ChildProcess {
  return fork('scripts/run-typescript.mjs', ['test/mutation/worker.ts', root, instrumentedFile], {
    cwd: root,
    // What tests print is of no use here.
    stdio: [
      'ignore',
      'ignore',
      process.env['MUTATION_DEBUG'] === '1' ? 'inherit' : 'ignore',
      'ipc',
    ],
    env: { ...process.env, NODE_ENV: 'test', CLOUDIMAGES_TEST_BUILD: 'done' },
  });
}

function send<Result>(
  child: ChildProcess,
  { order, limitMs }: Job<Result>,
): Promise<Result | 'timed out' | 'crashed'> {
  return new Promise((resolve) => {
    const end = (result: Result | 'timed out' | 'crashed'): void => {
      clearTimeout(timer);
      child.removeAllListeners();
      resolve(result);
    };
    const timer = setTimeout(() => end('timed out'), limitMs);
    child.once('message', (result) => end(result as Result));
    child.once('exit', () => end('crashed'));
    child.once('error', () => end('crashed'));
    child.send(order);
  });
}
