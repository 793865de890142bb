import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openJournal } from './journal';
import { selectMutants, type Mutant } from './mutant';
import { planRuns } from './plan';
import { withScores } from './record';
import {
  equivalentOf,
  refutedEquivalents,
  scoresOf,
  survivorsOf,
  tableOf,
  type Equivalent,
  type Outcome,
} from './scores';
import type { Coverage } from './worker';

function aMutant(id: string, more: Partial<Mutant> = {}): Mutant {
  return {
    ...{ id, key: id, file: 'provider/pin/pin.ts', line: 1, mutator: 'ConditionalExpression' },
    ...{ original: 'a < b', replacement: 'true', sourceLine: 'return a < b;' },
    ...more,
  };
}

const verdict = (id: string, outcome: Outcome, more: Partial<Mutant> = {}) => ({
  mutant: aMutant(id, more),
  outcome,
});

const EQUIVALENT: Equivalent = {
  ...{ file: 'provider/pin/pin.ts', original: 'a <\n  b', replacement: 'true' },
  reason: 'b is never less',
};

describe('equivalentOf', () => {
  test('matches by file, original and replacement, whatever the white space', () => {
    expect(equivalentOf(aMutant('1'), [EQUIVALENT])).toBe(EQUIVALENT);
  });

  test.each([
    ['file', { file: 'provider/pin/pin' }],
    ['original', { original: 'a > b' }],
    ['replacement', { replacement: 'false' }],
  ])('does not match another %s', (_, more) => {
    expect(equivalentOf(aMutant('1', more), [EQUIVALENT])).toBeUndefined();
  });

  test('matches one source line only, if the entry names it', () => {
    const named = { ...EQUIVALENT, sourceLine: 'return  a < b;' };
    expect(equivalentOf(aMutant('1'), [named])).toBe(named);
    expect(equivalentOf(aMutant('1', { sourceLine: 'if (a < b) {' }), [named])).toBeUndefined();
  });
});

describe('scoresOf', () => {
  const verdicts = [
    verdict('1', 'survived'),
    verdict('2', 'killed', { replacement: 'false' }),
    verdict('3', 'timed out', { replacement: 'a <= b' }),
    verdict('4', 'uncovered', { replacement: 'a >= b' }),
    verdict('5', 'killed', { file: 'provider/pinning/other.ts' }),
  ];

  test('counts killed and timed out of all that are not equivalent', () => {
    expect(scoresOf(verdicts, [EQUIVALENT])).toEqual([
      {
        ...{ name: 'provider/pin', mutants: 4, killed: 1, timedOut: 1, survived: 0 },
        ...{ uncovered: 1, equivalent: 1, percent: 200 / 3 },
      },
    ]);
    expect(scoresOf(verdicts, [])).toEqual([
      expect.objectContaining({ survived: 1, uncovered: 1, equivalent: 0, percent: 50 }),
    ]);
  });

  test('has no percentage where all mutants are equivalent', () => {
    const [score] = scoresOf([verdict('1', 'survived')], [EQUIVALENT]);
    expect(score).toMatchObject({ equivalent: 1, percent: undefined });
  });

  test('lists survivors without equivalents, and equivalents that a test noticed', () => {
    expect(survivorsOf(verdicts, [EQUIVALENT]).map(({ mutant }) => mutant.id)).toEqual(['4']);
    expect(refutedEquivalents(verdicts, [EQUIVALENT])).toEqual([]);
    const refuted = { ...EQUIVALENT, replacement: 'false' };
    expect(refutedEquivalents(verdicts, [refuted]).map(({ mutant }) => mutant.id)).toEqual(['2']);
  });

  test('the table rounds down, so that 100 % means all', () => {
    const many = Array.from({ length: 2999 }, (_, n) => verdict(String(n), 'killed'));
    const table = tableOf(scoresOf([...many, verdict('x', 'survived')], []));
    expect(table).toContain('| provider/pin | 3000 | 2999 | 0 | 1 | 0 | 0 | 99.9 % |');
  });
});

describe('selectMutants', () => {
  const mutants = Array.from({ length: 100 }, (_, n) =>
    aMutant(String(n), { file: n < 50 ? 'provider/pin/pin.ts' : 'provider/lock/mode.ts' }),
  );
  const all = { folders: [], ids: [], seed: 1 };
  const ids = (selected: readonly Mutant[]) => selected.map(({ id }) => id);

  test('selects by folder, by changed file and by id', () => {
    expect(selectMutants(mutants, { ...all, folders: ['provider/pin/'] })).toHaveLength(50);
    expect(selectMutants(mutants, { ...all, folders: ['provider/pi'] })).toEqual([]);
    const changed = new Set(['provider/lock/mode.ts']);
    expect(ids(selectMutants(mutants, { ...all, changed }))[0]).toBe('50');
    expect(ids(selectMutants(mutants, { ...all, ids: ['7', '70'] }))).toEqual(['7', '70']);
  });

  test('samples each folder, in the order of the mutants, the same for the same seed', () => {
    const sample = selectMutants(mutants, { ...all, sample: 10 });
    expect(sample.filter(({ file }) => file.startsWith('provider/pin/'))).toHaveLength(10);
    expect(sample).toHaveLength(20);
    expect(ids(sample)).toEqual(ids(sample).sort((a, b) => Number(a) - Number(b)));
    expect(selectMutants(mutants, { ...all, sample: 10 })).toEqual(sample);
    expect(selectMutants(mutants, { ...all, sample: 10, seed: 2 })).not.toEqual(sample);
    expect(selectMutants(mutants, { ...all, sample: 1000 })).toEqual(mutants);
    const others = mutants.filter(({ file }) => file.startsWith('provider/pin/'));
    const more = [...others, aMutant('new', { file: 'provider/pin/new.ts' })];
    const kept = ids(selectMutants(more, { ...all, sample: 11 }));
    const before = ids(sample).filter((id) => Number(id) < 50);
    expect(kept).toEqual(expect.arrayContaining(before));
  });
});

describe('planRuns', () => {
  const covered = { passed: true, tests: 3, allCases: false, idles: false };

  test('runs only the covering tests: those first that take the least time, slow ones apart', () => {
    const aFile = (file: string, durations: number[], perTest: Coverage['perTest']) => {
      const milliseconds = 10 + durations.reduce((sum, next) => sum + next);
      return { ...covered, file, milliseconds, durations, static: {}, perTest };
    };
    const plans = planRuns([
      aFile('mixed', [3, 60, 4], { 0: { m: 1, n: 1 }, 1: { m: 1 }, 2: { m: 4 } }),
      aFile('quick', [1, 1, 1], { 1: { m: 2 } }),
    ]);
    expect(plans.get('m')).toEqual({
      runs: [
        { file: 'quick', tests: [1] },
        { file: 'quick', tests: [1, 0, 2] },
        { file: 'mixed', tests: [0, 2] },
        { file: 'mixed', tests: [1] },
      ],
      ...{ milliseconds: 11 + 13 + 17 + 70, hits: 8 },
    });
    // The other quick tests too, which may use what the first has kept.
    expect(plans.get('n')?.runs).toEqual([
      { file: 'mixed', tests: [0] },
      { file: 'mixed', tests: [0, 2] },
    ]);
    expect(plans.get('o')).toBeUndefined();
  });

  test('runs all tests of a file where loading it reaches the mutant', () => {
    const loaded = { durations: [1, 2, 3], static: { m: 1 }, perTest: { 0: { m: 1 } } };
    const plans = planRuns([{ ...covered, ...loaded, file: 'a', milliseconds: 9 }]);
    expect(plans.get('m')).toEqual({
      ...{ runs: [{ file: 'a', tests: [0, 1, 2] }], milliseconds: 9, hits: 2 },
    });
    const special = { allCases: true, idles: true };
    const all = planRuns([{ ...covered, ...loaded, ...special, file: 'a', milliseconds: 9 }]);
    expect(all.get('m')?.runs).toEqual([{ file: 'a', tests: [0, 1, 2], ...special }]);
  });
});

describe('openJournal', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'journal-'));
  const file = path.join(folder, 'below', 'outcomes.jsonl');
  afterAll(() => rmSync(folder, { recursive: true }));

  test('keeps results from run to run, except survivors once a file has changed', () => {
    const first = openJournal(file, 'before');
    const outcomes: Outcome[] = ['killed', 'timed out', 'survived', 'uncovered'];
    for (const outcome of outcomes) first.add(aMutant(outcome), outcome);
    // As a run leaves it that was stopped while it wrote.
    appendFileSync(file, '\n{"key":"cu');
    const known = (state: string) => {
      const journal = openJournal(file, state);
      return outcomes.map((outcome) => journal.outcomeOf(aMutant(outcome)));
    };
    expect(known('before')).toEqual(outcomes);
    expect(known('after')).toEqual(['killed', 'timed out', undefined, undefined]);
    expect(openJournal(file, 'before').outcomeOf(aMutant('new'))).toBeUndefined();
  });
});

test('withScores replaces the rows of measured folders and keeps the others', () => {
  const page = '# T\n<!-- scores: npm run mutation -- --record -->\n<!-- end of scores -->\nend\n';
  const verdicts = [verdict('1', 'killed')];
  const lock = verdict('2', 'survived', { file: 'provider/lock/mode.ts' });
  const all = [...verdicts, lock].map(({ mutant }) => mutant);
  const both = withScores(page, scoresOf([...verdicts, lock], []), all, 1);
  expect(both).toContain('| provider/lock | 1 | 0 | 0 | 1 | 0 | 0 | 0.0 % | all |');
  const later = withScores(both, scoresOf(verdicts, []), [...all, aMutant('3')], 5);
  expect(later).toContain('| provider/lock | 1 | 0 | 0 | 1 | 0 | 0 | 0.0 % | all |');
  expect(later).toContain('| provider/pin | 1 | 1 | 0 | 0 | 0 | 0 | 100.0 % | 1 of 2, seed 5 |');
  expect(later.startsWith('# T\n') && later.endsWith('\nend\n')).toBe(true);
});
