/** Scores: how many mutants the tests noticed, and which changes no test can notice. */
import { isBelow, SUBJECTS, type Mutant } from './mutant';

/** `uncovered`: no test runs the place, so the mutant survives without a run. */
export type Outcome = 'killed' | 'timed out' | 'survived' | 'uncovered';

export interface Verdict {
  readonly mutant: Mutant;
  readonly outcome: Outcome;
}

/** A change that no test can notice, as listed in `equivalents.json`. */
export interface Equivalent {
  readonly file: string;
  /** White space does not count. */
  readonly original: string;
  readonly replacement: string;
  /** The source line, if the same change elsewhere in the file can be noticed. */
  readonly sourceLine?: string;
  readonly reason: string;
}

export interface Score {
  readonly name: string;
  readonly mutants: number;
  readonly killed: number;
  readonly timedOut: number;
  readonly survived: number;
  readonly uncovered: number;
  readonly equivalent: number;
  /** Killed and timed out of all that are not equivalent, in percent; `undefined` without any. */
  readonly percent: number | undefined;
}

const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Finds the entry that lists this mutant as equivalent. */
export function equivalentOf(
  mutant: Mutant,
  equivalents: readonly Equivalent[],
): Equivalent | undefined {
  return equivalents.find(
    ({ file, original, replacement, sourceLine }) =>
      file === mutant.file &&
      squeeze(original) === squeeze(mutant.original) &&
      squeeze(replacement) === squeeze(mutant.replacement) &&
      (sourceLine === undefined || squeeze(sourceLine) === squeeze(mutant.sourceLine)),
  );
}

/** The survivors that count. */
export function survivorsOf(
  verdicts: readonly Verdict[],
  equivalents: readonly Equivalent[],
): Verdict[] {
  return verdicts.filter(
    ({ mutant, outcome }) => !isNoticed(outcome) && equivalentOf(mutant, equivalents) === undefined,
  );
}

/** Entries that say "no test can notice this" of a mutant that a test noticed. */
export function refutedEquivalents(
  verdicts: readonly Verdict[],
  equivalents: readonly Equivalent[],
): Verdict[] {
  return verdicts.filter(
    ({ mutant, outcome }) => isNoticed(outcome) && equivalentOf(mutant, equivalents) !== undefined,
  );
}

/** One score per measured folder that has mutants, then one per file if asked for. */
export function scoresOf(
  verdicts: readonly Verdict[],
  equivalents: readonly Equivalent[],
  names: readonly string[] = SUBJECTS,
): Score[] {
  return names.flatMap((name) => {
    const own = verdicts.filter(({ mutant }) => isBelow(mutant.file, name));
    return own.length === 0 ? [] : [scoreOf(name, own, equivalents)];
  });
}

/** The score of all the verdicts under one name. */
export function scoreOf(
  name: string,
  verdicts: readonly Verdict[],
  equivalents: readonly Equivalent[],
): Score {
  const count = (outcome: Outcome): number =>
    verdicts.filter((verdict) => verdict.outcome === outcome).length;
  const survivors = survivorsOf(verdicts, equivalents);
  const noticed = count('killed') + count('timed out');
  const counted = noticed + survivors.length;
  const uncovered = survivors.filter(({ outcome }) => outcome === 'uncovered').length;
  return {
    name,
    mutants: verdicts.length,
    killed: count('killed'),
    timedOut: count('timed out'),
    survived: survivors.length - uncovered,
    uncovered,
    equivalent: verdicts.length - counted,
    percent: counted === 0 ? undefined : (100 * noticed) / counted,
  };
}

function isNoticed(outcome: Outcome): boolean {
  return outcome === 'killed' || outcome === 'timed out';
}

/** A Markdown table of scores. */
export function tableOf(scores: readonly Score[]): string {
  const rows = scores.map((score) =>
    [
      score.name,
      score.mutants,
      score.killed,
      score.timedOut,
      score.survived,
      score.uncovered,
      score.equivalent,
      // Rounded down: 99.9 is not all.
      score.percent === undefined ? '' : `${(Math.floor(score.percent * 10) / 10).toFixed(1)} %`,
    ].join(' | '),
  );
  return [
    '| folder | mutants | killed | timed out | survived | not covered | equivalent | score |',
    '| --- | --: | --: | --: | --: | --: | --: | --: |',
    ...rows.map((row) => `| ${row} |`),
  ].join('\n');
}
