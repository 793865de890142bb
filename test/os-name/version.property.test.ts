import { casesOf } from '../in-full';
import fc from 'fast-check';
import { anyText as anyUnicode } from '../any-text';
import {
  compareNatural,
  compareVersions,
  isVersionPrefix,
  matchesVersion,
  parseVersionCondition,
  refinesVersion,
} from '../../provider/os-name/version';

const digits = fc.oneof(
  fc.integer({ min: 0, max: 30 }).map(String),
  fc.constantFrom('00', '04', '010', '9007199254740992', '9007199254740993'),
  fc.stringMatching(/^[0-9]{1,25}$/),
);

const version = fc
  .tuple(
    fc.array(digits, { minLength: 1, maxLength: 4 }),
    fc.constantFrom('', '', ' R2', ' SP3', ' SP10'),
  )
  .map(([numbers, suffix]) => numbers.join('.') + suffix);

const anyText = fc.oneof(version, anyUnicode(12), fc.string());
const sign = (n: number): number => Math.sign(n);

/** The order by big integers, written apart from the code: missing numbers are zeros. */
function oracle(a: string, b: string): number {
  const [x, y] = [a, b].map((text) => text.split('.').map(BigInt)) as [bigint[], bigint[]];
  for (let i = 0; i < Math.max(x.length, y.length); i += 1) {
    const [p, q] = [x[i] ?? 0n, y[i] ?? 0n];
    if (p !== q) return p < q ? -1 : 1;
  }
  return 0;
}

describe('compareVersions', () => {
  it('agrees with big integers on dotted numbers', () => {
    const numbers = fc.array(digits, { minLength: 1, maxLength: 4 }).map((n) => n.join('.'));
    fc.assert(
      fc.property(numbers, numbers, (a, b) => {
        expect(sign(compareVersions(a, b))).toBe(oracle(a, b));
      }),
      { numRuns: casesOf(500) },
    );
  });

  it('is a total preorder on any strings', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (a, b, c) => {
        expect(compareVersions(a, a)).toBe(0);
        expect(sign(compareVersions(a, b))).toBe(0 - sign(compareVersions(b, a)));
        const [x, y, z] = [a, b, c].sort(compareVersions) as [string, string, string];
        expect(compareVersions(x, y)).toBeLessThanOrEqual(0);
        expect(compareVersions(y, z)).toBeLessThanOrEqual(0);
        expect(compareVersions(x, z)).toBeLessThanOrEqual(0);
        // What is equal takes the same place beside everything else.
        const same = compareVersions(a, b) !== 0 || sign(compareVersions(a, c));
        expect(same === true || same === sign(compareVersions(b, c))).toBe(true);
      }),
      { numRuns: casesOf(500) },
    );
  });

  it('never orders a version below one that it refines', () => {
    fc.assert(
      fc.property(version, version, (a, b) => {
        const longer = `${a}.${b}`;
        expect(isVersionPrefix(a, longer)).toBe(true);
        expect(compareVersions(a, longer)).toBeLessThanOrEqual(0);
        expect(refinesVersion(a, longer)).toBe(true);
        expect(refinesVersion(a, b) && refinesVersion(b, a)).toBe(false);
      }),
    );
  });
});

describe('compareNatural', () => {
  it('is a total order in which only identical strings are equal', () => {
    const name = fc.oneof(fc.stringMatching(/^[ab01_-]{0,6}$/), anyUnicode(8));
    fc.assert(
      fc.property(name, name, name, (a, b, c) => {
        expect(compareNatural(a, b) === 0).toBe(a === b);
        expect(sign(compareNatural(a, b))).toBe(0 - sign(compareNatural(b, a)));
        const [x, y, z] = [a, b, c].sort(compareNatural) as [string, string, string];
        expect(compareNatural(x, y)).toBeLessThanOrEqual(0);
        expect(compareNatural(y, z)).toBeLessThanOrEqual(0);
        expect(compareNatural(x, z)).toBeLessThanOrEqual(0);
      }),
      { numRuns: casesOf(500) },
    );
  });

  it('orders numbered names by their numbers', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(), fc.nat(), (stem, a, b) => {
        const order = compareNatural(`${stem}-${a}.`, `${stem}-${b}.`);
        expect(sign(order)).toBe(sign(a - b));
      }),
    );
  });
});

describe('parseVersionCondition', () => {
  it('never throws, and neither does matching by its result', () => {
    const text = fc.oneof(
      anyText,
      fc
        .array(fc.oneof(version, fc.constantFrom('>=', '<', '=', '!=', ',', ' ', '||', '*')))
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, anyText, (wanted, version) => {
        const condition = parseVersionCondition(wanted);
        const answer = 'problem' in condition ? condition.problem : condition.kind;
        expect(answer).not.toBe('');
        if (!('problem' in condition)) matchesVersion(version, condition);
      }),
      { numRuns: casesOf(500) },
    );
  });

  it('accepts every version as a prefix that matches itself, and as an exact condition', () => {
    fc.assert(
      fc.property(version, version, (a, b) => {
        const prefix = parseVersionCondition(a);
        const exact = parseVersionCondition(`=${a}`);
        if ('problem' in prefix || 'problem' in exact) throw new Error(a);
        expect(matchesVersion(a, prefix)).toBe(true);
        // R2 is a release of its own, so that a version without it takes it in nowhere.
        const isR2OfIt =
          b.endsWith(' R2') && /^[0-9.]+$/.test(a) && a.split('.').length === b.split('.').length;
        expect(matchesVersion(b, prefix)).toBe(isVersionPrefix(a, b) && !isR2OfIt);
        expect(matchesVersion(b, exact)).toBe(compareVersions(a, b) === 0);
      }),
    );
  });

  it('matches a range where both its bounds match', () => {
    fc.assert(
      fc.property(version, version, version, (a, b, c) => {
        const [low, high] = [a, b].sort(compareVersions) as [string, string];
        fc.pre(compareVersions(low, high) < 0);
        const range = parseVersionCondition(`>=${low} <${high}`);
        if ('problem' in range) throw new Error(range.problem);
        const isInside = compareVersions(low, c) <= 0 && compareVersions(c, high) < 0;
        expect(matchesVersion(c, range)).toBe(isInside);
        expect(parseVersionCondition(`>=${high} <${low}`)).toHaveProperty('problem');
      }),
    );
  });
});
