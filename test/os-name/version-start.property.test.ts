import fc from 'fast-check';
import { matchesVersion, parseVersionCondition } from '../../provider/os-name/version';
import { excludesStart } from '../../provider/os-name/version-start';

const number = fc.constantFrom('0', '1', '2', '04', '9', '10', '18', '20', '22', '2012');
const start = fc.array(number, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('.'));
const rest = fc.oneof(
  fc.array(number, { maxLength: 2 }).map((parts) => parts.map((part) => `.${part}`).join('')),
  fc.constantFrom(' R2', ' SP5', '.0', '.0.0', '.0 SP1'),
);
const bound = fc
  .tuple(start, fc.constantFrom('', ' R2', ' SP3', '.0'))
  .map(([numbers, suffix]) => numbers + suffix);
const condition = fc
  .oneof(
    bound,
    fc
      .array(fc.tuple(fc.constantFrom('>=', '<=', '>', '<', '='), bound), {
        minLength: 1,
        maxLength: 2,
      })
      .map((bounds) => bounds.map(([operator, version]) => operator + version).join(', ')),
  )
  .map((text) => ({ text, parsed: parseVersionCondition(text) }));

describe('excludesStart', () => {
  it('excludes only starts of which no version matches the condition', () => {
    let excluded = 0;
    fc.assert(
      fc.property(condition, start, rest, ({ parsed }, beginning, more) => {
        fc.pre(!('problem' in parsed));
        if (!excludesStart(parsed, beginning)) return;
        excluded += 1;
        expect(matchesVersion(beginning, parsed)).toBe(false);
        expect(matchesVersion(beginning + more, parsed)).toBe(false);
      }),
      { numRuns: 3000 },
    );
    expect(excluded).toBeGreaterThan(100);
  });

  it.each([
    ['22.04', '18.04', true],
    ['22.04', '22', false],
    ['22.04', '22.04.3', false],
    ['7', '70', true],
    ['>=20.04 <24.04', '18.04', true],
    ['>=20.04 <24.04', '25', true],
    ['>=20.04 <24.04', '24', false],
    ['>=20.04 <24.04', '22.04', false],
    ['=9.3', '9.4', true],
    ['=9.3', '9.3.1', false],
    // What follows a zero is not known: 8.0 is 8, and 8.0.1 is not.
    ['<=8', '8.0', false],
  ])('says of %s and what begins with %s: %s', (text, beginning, excludes) => {
    const parsed = parseVersionCondition(text);
    if ('problem' in parsed) throw new Error(parsed.problem);
    expect(excludesStart(parsed, beginning)).toBe(excludes);
  });
});
