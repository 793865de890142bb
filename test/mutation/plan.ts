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

/** The plan of each mutant that a test covers. */
export function planRuns(coverages: readonly Coverage[]): Map<string, Plan> {
  const plans = new Map<string, { runs: (TestsOfFile & Timed)[]; hits: number }>();
  const planOf = (mutant: string) => {
    const plan = plans.get(mutant) ?? { runs: [], hits: 0 };
    plans.set(mutant, plan);
    return plan;
  };
  for (const coverage of coverages) {
    const tests = new Map<string, number[]>();
    const { allCases, idles } = coverage;
    const file: TestsOfFile = {
      file: coverage.file,
      ...(allCases && { allCases }),
      ...(idles && { idles }),
    };
    const loading = coverage.milliseconds - sumOf(coverage.durations);
    const add = (mutant: string, run: TestsOfFile): void => {
      const milliseconds =
        run.tests === undefined
          ? coverage.milliseconds
          : loading + sumOf(run.tests.map((test) => coverage.durations[test] ?? 0));
      planOf(mutant).runs.push({ ...run, milliseconds });
    };
    for (const [mutant, hits] of Object.entries(coverage.static)) {
      // Used while loading: any test of the file may notice.
      add(mutant, file);
      planOf(mutant).hits += hits;
    }
    for (const [test, covered] of Object.entries(coverage.perTest)) {
      for (const [mutant, hits] of Object.entries(covered)) {
        planOf(mutant).hits += hits;
        if (mutant in coverage.static) continue;
        tests.set(mutant, [...(tests.get(mutant) ?? []), Number(test)]);
      }
    }
    for (const [mutant, numbers] of tests) add(mutant, { ...file, tests: numbers });
  }
  return new Map(
    [...plans].map(([mutant, { runs, hits }]) => {
      runs.sort((a, b) => a.milliseconds - b.milliseconds);
      const milliseconds = sumOf(runs.map((run) => run.milliseconds));
      return [mutant, { runs: runs.map(({ milliseconds: _, ...run }) => run), milliseconds, hits }];
    }),
  );
}

interface Timed {
  readonly milliseconds: number;
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, next) => sum + next, 0);
