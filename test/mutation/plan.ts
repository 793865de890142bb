/** Which tests can notice a mutant: those that ran its place in the dry run. */
import type { Coverage, TestsOfFile } from './worker';

export interface Plan {
  /** Those first that take the least time. */
  readonly runs: readonly TestsOfFile[];
  /** What these tests took in the dry run. */
  readonly milliseconds: number;
  /** Runs of the mutant's place in the dry run. */
  readonly hits: number;
}

/** A test that takes longer runs apart from the others of its file, so that it need not run first. */
const QUICK_MS = 50;

/** The plan of each mutant that a test covers. */
export function planRuns(coverages: readonly Coverage[]): Map<string, Plan> {
  const plans = new Map<string, { runs: Timed[]; hits: number }>();
  for (const coverage of coverages) {
    for (const [mutant, { tests, hits }] of coveringTests(coverage)) {
      const plan = plans.get(mutant) ?? { runs: [], hits: 0 };
      plan.runs.push(...runsOf(coverage, tests));
      plan.hits += hits;
      plans.set(mutant, plan);
    }
  }
  return new Map(
    [...plans].map(([mutant, { runs, hits }]) => {
      runs.sort((a, b) => a.milliseconds - b.milliseconds);
      const milliseconds = sumOf(runs.map((run) => run.milliseconds));
      return [mutant, { runs: runs.map(({ run }) => run), milliseconds, hits }];
    }),
  );
}

/** The tests of a file that reach each mutant; all of them if loading the file does. */
function coveringTests(coverage: Coverage): Map<string, { tests: number[]; hits: number }> {
  const all = Array.from({ length: coverage.tests }, (_, test) => test);
  const covering = new Map<string, { tests: number[]; hits: number }>();
  for (const [mutant, hits] of Object.entries(coverage.static)) {
    covering.set(mutant, { tests: all, hits });
  }
  for (const [test, covered] of Object.entries(coverage.perTest)) {
    for (const [mutant, hits] of Object.entries(covered)) {
      const found = covering.get(mutant) ?? { tests: [], hits: 0 };
      found.hits += hits;
      if (!(mutant in coverage.static)) found.tests.push(Number(test));
      covering.set(mutant, found);
    }
  }
  return covering;
}

interface Timed {
  readonly run: TestsOfFile;
  readonly milliseconds: number;
}

/** The quick tests together, each slow one, and the quick tests of the file that do not reach the place. */
function runsOf(coverage: Coverage, tests: readonly number[]): Timed[] {
  const { file, allCases, idles, durations } = coverage;
  const loading = coverage.milliseconds - sumOf(durations);
  const timeOf = (test: number): number => durations[test] ?? 0;
  const quick = tests.filter((test) => timeOf(test) <= QUICK_MS);
  const slow = tests.filter((test) => timeOf(test) > QUICK_MS);
  // What one test computes and keeps for the next ones was counted for the first of them only.
  const others = durations.flatMap((ms, test) =>
    ms <= QUICK_MS && !tests.includes(test) ? [test] : [],
  );
  return [quick, ...slow.map((test) => [test]), others.length > 0 ? [...quick, ...others] : []]
    .filter((own) => own.length > 0)
    .map((own) => ({
      run: { file, tests: own, ...(allCases && { allCases }), ...(idles && { idles }) },
      milliseconds: loading + sumOf(own.map(timeOf)),
    }));
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, next) => sum + next, 0);
