/** Which tests can notice a mutant: those that ran its place in the dry run. */
import type { Coverage, TestsOfFile } from './worker';

export interface Plan {
  /** Fast files first. */
  readonly runs: readonly TestsOfFile[];
  /** What the files took in the dry run. */
  readonly milliseconds: number;
  /** Runs of the mutant's place in the dry run. */
  readonly hits: number;
}

/** The plan of each mutant that a test covers. */
export function planRuns(coverages: readonly Coverage[]): Map<string, Plan> {
  const plans = new Map<string, { runs: TestsOfFile[]; milliseconds: number; hits: number }>();
  const planOf = (mutant: string) => {
    const plan = plans.get(mutant) ?? { runs: [], milliseconds: 0, hits: 0 };
    plans.set(mutant, plan);
    return plan;
  };
  for (const coverage of [...coverages].sort((a, b) => a.milliseconds - b.milliseconds)) {
    const tests = new Map<string, number[]>();
    const file: TestsOfFile = coverage.allCases
      ? { file: coverage.file, allCases: true }
      : { file: coverage.file };
    const add = (mutant: string, run: TestsOfFile): void => {
      const plan = planOf(mutant);
      plan.runs.push(run);
      plan.milliseconds += coverage.milliseconds;
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
  return plans;
}
