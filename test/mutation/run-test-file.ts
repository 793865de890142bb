/** Runs one test file in this process with jest's own parts: its runner of tests, its `expect`, its mocks. */
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Loader } from './loader';

/** What the instrumented sources read and write; see Stryker's instrumenter. */
export interface Switch {
  activeMutant: string | undefined;
  currentTestId: string | undefined;
  mutantCoverage: { static: Hits; perTest: Record<string, Hits> } | undefined;
  /** Counts the runs through the active mutant, so that an endless loop through it ends. */
  hitCount: number | undefined;
  hitLimit: number | undefined;
}
type Hits = Record<string, number>;

interface Circus {
  run(): Promise<{ testResults: { errors: unknown[] }[]; unhandledErrors: unknown[] }>;
  resetState(): void;
  getState(): { testTimeout: number };
  addEventHandler(handler: (event: CircusEvent) => void): void;
}
interface CircusEvent {
  readonly name: string;
  readonly test?: { mode?: string | null; readonly errors: readonly unknown[] };
}

export interface FileResult {
  readonly passed: boolean;
  readonly tests: number;
  /** Milliseconds that each test took. */
  readonly durations: readonly number[];
  /** The first error, if a test failed. */
  readonly error?: string;
}

/** For a test that waits for what a mutant never does; the parent's limit may end it before. */
const TEST_TIMEOUT = 60_000;

const GLOBALS = ['afterAll', 'afterEach', 'beforeAll', 'beforeEach', 'describe', 'it', 'test'];

/** Makes jest's globals; once per process. */
export function testRunner(root: string, loader: Loader, state: Switch) {
  // The packages that jest itself uses, wherever npm has put them.
  const ofJest = createRequire(createRequire(path.join(root, 'package.json')).resolve('jest'));
  const ofRunner = createRequire(ofJest.resolve('jest-cli'));
  const circus = withIdleLimits(() => ofRunner('jest-circus')) as Circus & Record<string, unknown>;
  const { jestExpect } = ofRunner('@jest/expect') as { jestExpect: unknown };
  const { ModuleMocker } = ofRunner('jest-mock') as { ModuleMocker: new (scope: object) => object };
  const { ModernFakeTimers } = ofRunner('@jest/fake-timers') as {
    ModernFakeTimers: new (options: object) => Record<string, (...args: unknown[]) => unknown>;
  };
  const mocker = new ModuleMocker(globalThis) as Record<string, (...args: unknown[]) => unknown>;
  const timers = new ModernFakeTimers({
    global: globalThis,
    config: { rootDir: root, fakeTimers: {}, testMatch: [] },
  });
  const bound = (owner: typeof mocker, ...names: string[]): object =>
    Object.fromEntries(names.map((name) => [name, owner[name]?.bind(owner)]));
  Object.assign(globalThis, Object.fromEntries(GLOBALS.map((name) => [name, circus[name]])), {
    expect: jestExpect,
    jest: {
      ...bound(mocker, 'fn', 'spyOn', 'restoreAllMocks', 'clearAllMocks', 'resetAllMocks'),
      ...bound(timers, 'useFakeTimers', 'useRealTimers', 'getTimerCount', 'runAllTimers'),
      ...bound(timers, 'advanceTimersByTime', 'advanceTimersByTimeAsync', 'runAllTimersAsync'),
      mocked: (value: unknown) => value,
      // The limits of a test file are for a real run.
      setTimeout: () => undefined,
    },
  });

  let wanted: ReadonlySet<number> | undefined;
  let counted = 0;
  let failed = false;
  let durations: number[] = [];
  let started = 0;
  const now = performance.now.bind(performance);
  circus.addEventHandler(({ name, test }) => {
    if (test === undefined) return;
    if (name === 'test_start') {
      const number = counted++;
      started = now();
      if (failed || (wanted !== undefined && !wanted.has(number))) test.mode = 'skip';
      else state.currentTestId = String(number);
    } else if (name === 'test_done') {
      state.currentTestId = undefined;
      durations[counted - 1] = now() - started;
      failed ||= test.errors.length > 0;
    }
  });

  /** @param tests - numbers of the tests to run; all without */
  return async (file: string, tests?: readonly number[]): Promise<FileResult> => {
    wanted = tests && new Set(tests);
    counted = 0;
    failed = false;
    durations = [];
    state.currentTestId = undefined;
    const environment = { ...process.env };
    try {
      circus.resetState();
      circus.getState().testTimeout = TEST_TIMEOUT;
      loader.load(file);
      const { testResults, unhandledErrors } = await circus.run();
      const errors = [...testResults.flatMap((result) => result.errors), ...unhandledErrors];
      if (errors.length === 0) return { passed: true, tests: counted, durations };
      return { passed: false, tests: counted, durations, error: describe(errors[0]) };
    } catch (error) {
      return { passed: false, tests: counted, durations, error: describe(error) };
    } finally {
      timers['useRealTimers']?.();
      mocker['restoreAllMocks']?.();
      for (const name of Object.keys(process.env)) {
        if (!(name in environment)) delete process.env[name];
      }
      Object.assign(process.env, environment);
    }
  };
}

/**
 * Loads jest's runner so that its time limits do not keep the process busy: a process with nothing left
 * to do but wait for a limit has a test that waits for what never comes.
 */
function withIdleLimits(load: () => unknown): unknown {
  const { setTimeout } = globalThis;
  const limit = (done: () => void, milliseconds?: number): NodeJS.Timeout => {
    const timer = setTimeout(done, milliseconds);
    return milliseconds === TEST_TIMEOUT ? timer.unref() : timer;
  };
  try {
    Object.assign(globalThis, { setTimeout: limit });
    return load();
  } finally {
    Object.assign(globalThis, { setTimeout });
  }
}

function describe(error: unknown): string {
  const first = Array.isArray(error) ? ((error[0] ?? error[1]) as unknown) : error;
  return first instanceof Error ? (first.stack ?? first.message) : String(first);
}
