/** Keeps the scores in `results.md`: one row per folder, the last measured. */
import { isBelow, SUBJECTS, type Mutant } from './mutant';
import { tableOf, type Score } from './scores';

const START = '<!-- scores: npm run mutation -- --record -->';
const END = '<!-- end of scores -->';

/** The page with the rows of these scores replaced; the rows of other folders stay. */
export function withScores(
  page: string,
  scores: readonly Score[],
  all: readonly Mutant[],
  seed: number,
): string {
  const [before, rest = ''] = page.split(START);
  const [table = '', after] = rest.split(END);
  if (before === undefined || after === undefined) throw new Error(`The page has no "${START}".`);
  const rows = new Map(
    table
      .split('\n')
      .filter((line) => line.startsWith('| provider/'))
      .map((line) => [nameOf(line), line]),
  );
  const [head, rule, ...lines] = tableOf(scores).split('\n');
  lines.forEach((line, index) => {
    const score = scores[index] as Score;
    const total = all.filter(({ file }) => isBelow(file, score.name)).length;
    const part = score.mutants === total ? 'all' : `${score.mutants} of ${total}, seed ${seed}`;
    rows.set(score.name, `${line} ${part} |`);
  });
  const ordered = SUBJECTS.flatMap((name) => rows.get(name) ?? []);
  const complete = [`${head} measured |`, `${rule} --- |`, ...ordered].join('\n');
  return `${before}${START}\n\n${complete}\n\n${END}${after}`;
}

const nameOf = (line: string): string => (line.split('|')[1] ?? '').trim();
