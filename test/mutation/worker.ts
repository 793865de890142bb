/** A process that runs test files, one order of the parent after the other. */
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Instrumented } from './instrument';
import { Loader } from './loader';
import { testRunner, type FileResult, type Switch } from './run-test-file';

/** Some tests of one file, by number. */
export interface TestsOfFile {
  readonly file: string;
  readonly tests: readonly number[];
  /** Its random tests need all their cases to pass. */
  readonly allCases?: boolean;
  /** Its tests wait for timers or other processes, so an idle process means nothing. */
  readonly idles?: boolean;
}

export type Order =
  | { readonly do: 'cover'; readonly file: string }
  | {
      readonly do: 'try';
      readonly mutant: string;
      readonly hitLimit: number;
      readonly runs: readonly TestsOfFile[];
    };

export interface Coverage extends FileResult {
  readonly file: string;
  readonly milliseconds: number;
  readonly allCases: boolean;
  readonly idles: boolean;
  /** Hits per mutant while the file was loaded, and in hooks that are for many tests. */
  readonly static: Readonly<Record<string, number>>;
  readonly perTest: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** `killedBy` is absent if all tests passed. */
export interface Tried {
  readonly killedBy?: string;
}

/** Random cases per property: enough for most mutants, and 10 to 100 times fewer than in a test run. */
const CASES = 40;
let cases = CASES;
let covering = false;
let idled = false;
let mayIdle = false;
/** The number of the trial that runs; 0 between two. */
let trial = 0;
let trials = 0;

const [root = '', instrumentedFile = ''] = process.argv.slice(2);
const state = ((globalThis as { __stryker__?: Switch }).__stryker__ = {} as Switch);
const { sources } = JSON.parse(readFileSync(instrumentedFile, 'utf8')) as Instrumented;
const { moduleNameMapper } = createRequire(path.join(root, 'package.json'))(
  './jest.config.cjs',
) as { moduleNameMapper: Record<string, string> };
const loader = new Loader({
  ...{ root, sources, moduleNameMapper },
  packages: { 'fast-check': fewerCases() },
});
const runFile = testRunner(root, loader, state);

// An error that nobody waits for any more belongs to an earlier mutant.
process.on('unhandledRejection', () => undefined);
process.on('uncaughtException', () => undefined);
process.on('message', (order: Order) => {
  void answer(order).then((result) => {
    trial = 0;
    process.channel?.ref();
    process.send?.(result);
  });
});
// Comes when nothing is left to do although a test has not ended. The parent then ends this process.
process.on('beforeExit', () => {
  if (covering) {
    idled = true;
    process.channel?.ref();
  } else {
    process.send?.('timed out');
  }
});
endIdleTrials();
process.on('disconnect', () => process.exit());

async function answer(order: Order): Promise<Coverage | Tried> {
  if (order.do === 'cover') return await cover(order.file);
  Object.assign(state, { activeMutant: order.mutant, hitCount: 0, hitLimit: order.hitLimit });
  state.mutantCoverage = undefined;
  covering = false;
  trial = ++trials;
  for (const { file, tests, allCases, idles } of order.runs) {
    cases = allCases === true ? Infinity : CASES;
    mayIdle = idles === true;
    if (mayIdle) process.channel?.ref();
    else process.channel?.unref();
    const { passed } = await runFile(path.join(root, file), tests);
    if (!passed) return { killedBy: file };
  }
  return {};
}

/**
 * Ends a trial that does nothing for a while but wait for a timer, such as the deadline of a look-up.
 * A busy machine makes no process idle.
 */
function endIdleTrials(): void {
  const utilization = performance.eventLoopUtilization.bind(performance);
  let [last, ofTrial] = [utilization(), trial];
  const check = (): void => {
    const now = utilization();
    const isIdle = utilization(now, last).utilization < 0.02;
    if (isIdle && covering) idled = true;
    else if (isIdle && !mayIdle && trial > 0 && ofTrial === trial) process.send?.('timed out');
    [last, ofTrial] = [now, trial];
  };
  setInterval(check, 3_000).unref();
}

async function cover(file: string): Promise<Coverage> {
  state.activeMutant = undefined;
  state.hitCount = undefined;
  covering = true;
  idled = false;
  // Once to compile; the second run is the one that counts the time.
  cases = CASES;
  const compiled = await runFile(path.join(root, file));
  // A test that counts how many cases were of use may need all of them.
  if (!compiled.passed) cases = Infinity;
  state.mutantCoverage = { static: {}, perTest: {} };
  process.channel?.unref();
  const start = performance.now();
  const result = await runFile(path.join(root, file));
  const { static: loaded, perTest } = state.mutantCoverage;
  const milliseconds = performance.now() - start;
  const allCases = cases !== CASES;
  const more = { allCases, idles: idled };
  return { ...result, file, milliseconds, ...more, static: loaded, perTest };
}

function fewerCases(): object {
  const assert = (property: fc.IRawProperty<void>, options?: fc.Parameters<void>) =>
    fc.assert(property, { ...options, ...limited(options) });
  const check = (property: fc.IRawProperty<void>, options?: fc.Parameters<void>) =>
    fc.check(property, { ...options, ...limited(options) });
  const changed = { ...fc, assert, check };
  return { __esModule: true, ...changed, default: changed };
}

/** The same cases each time, since a mutant's result is to be repeatable; the first failing case will do. */
function limited(options: fc.Parameters<void> = {}): fc.Parameters<void> {
  return { numRuns: Math.min(options.numRuns ?? 100, cases), seed: 1, endOnFailure: true };
}
