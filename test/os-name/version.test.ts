import {
  compareNatural,
  compareVersions,
  isVersionPrefix,
  matchesVersion,
  parseVersionCondition,
  refinesVersion,
} from '../../provider/os-name/version';

const sign = (n: number): number => Math.sign(n);

/** Each version is below the next. */
const ascending = [
  ['8.9', '8.10'],
  ['9.10', '13.04', '22.04', '22.04.3', '22.10', '24.04'],
  ['7', '7.9', '8', '70'],
  ['2008', '2008 R2', '2012', '2012 R2', '2016', '2022'],
  ['11', '11 SP3', '11 SP10', '12', '15', '15 SP3', '15 SP5', '16.0.1'],
  ['20.03', '20.03 SP3', '22.03', '22.03 SP1'],
  ['2.1903', '3', '3.9', '3.2104'],
  ['3815.2.1', '3815.10.0', '3975.0.1'],
  ['39.20240407.3.0', '39.20240407.10.0', '40.20240101.1.0'],
  ['', '1'],
  ['9007199254740992', '9007199254740993', '90071992547409920000000000001'],
  ['15 SP5', '15.4'],
];

describe('compareVersions', () => {
  it.each(ascending)('orders %s, %s', (...versions) => {
    versions.forEach((a, i) => {
      versions.forEach((b, k) => {
        expect(sign(compareVersions(a, b))).toBe(sign(i - k));
      });
    });
  });

  it.each([
    ['9.3', '9.3.0'],
    ['9.3', '9.3.0.0'],
    ['8.4', '8.04'],
    ['15 SP5', '15-sp5'],
    ['2012 R2', '2012r2'],
    ['22.04', '22_04'],
    ['', '...'],
    ['0', ''],
  ])('treats %j and %j as equal', (a, b) => {
    expect(compareVersions(a, b)).toBe(0);
    expect(compareVersions(b, a)).toBe(0);
  });
});

describe('isVersionPrefix and refinesVersion', () => {
  it.each([
    ['7', '7.9', true, true],
    ['7', '7', true, false],
    ['7', '70', false, false],
    ['7', '17', false, false],
    ['7.9', '7', false, false],
    ['22.04', '22.04.3', true, true],
    ['22.4', '22.04.3', true, true],
    ['22.0', '22.04', false, false],
    ['9.3.0', '9.3', false, false],
    ['9.3', '9.3.0', true, true],
    ['9.0', '9', false, false],
    ['9.3.1', '9.3', false, false],
    ['2012', '2012 R2', true, true],
    ['2012 R2', '2012', false, false],
    ['15', '15 SP5', true, true],
    ['15 sp5', '15 SP5', true, false],
    ['15 SP', '15 SP5', true, true],
    ['', '7', false, false],
  ])('of %j and %j are %s and %s', (coarse, fine, isPrefix, refines) => {
    expect(isVersionPrefix(coarse, fine)).toBe(isPrefix);
    expect(refinesVersion(coarse, fine)).toBe(refines);
  });
});

describe('compareNatural', () => {
  it.each([
    [['image-9', 'image-10', 'image-11']],
    [['img', 'img1', 'img-']],
    [['a01', 'a1', 'a1a', 'a2']],
    [['', '0', '00', '1', 'a']],
    [['A', 'a', 'ä']],
    [['v9007199254740992', 'v9007199254740993']],
    [['x1y2', 'x1y10', 'x01y10z']],
  ])('orders %j', (names) => {
    names.forEach((a, i) => {
      names.forEach((b, k) => {
        expect(sign(compareNatural(a, b))).toBe(sign(i - k));
      });
    });
  });
});

/** Whether a version satisfies the condition that a text states. */
function holds(text: string, version: string): boolean {
  const condition = parseVersionCondition(text);
  if ('problem' in condition) throw new Error(condition.problem);
  return matchesVersion(version, condition);
}

describe('version conditions', () => {
  it.each([
    ['7', ['7', '7.9', '7.9.2009'], ['70', '8', '17', '']],
    ['9.0', ['9.0', '9.0.1'], ['9', '9.1']],
    ['22.04', ['22.04', '22.04.3', '22.4'], ['22.10', '22', '24.04']],
    ['v10', ['10', '10 SP3'], ['100']],
    ['2012', ['2012', '2012 SP1'], ['2012 R2', '2016', '2008 R2']],
    ['11', ['11', '11 SP3'], ['11 R2', '110']],
    ['2012 R2', ['2012 R2'], ['2012', '2012 R20']],
    ['2012r2', ['2012 R2'], ['2012']],
    ['15-SP5', ['15 SP5'], ['15', '15 SP4', '15 SP50']],
    ['=22.04', ['22.04', '22.04.0'], ['22.04.3', '22']],
    ['=2012', ['2012'], ['2012 R2']],
    ['= 15 SP5', ['15 SP5'], ['15', '15 SP6']],
    ['>=20.04 <24.04', ['20.04', '22.04.3', '23.10'], ['18.04', '24.04', '24.10']],
    ['>=20.04, <24.04', ['20.04', '23.10'], ['24.04']],
    ['>=20.04,<24.04', ['20.04', '23.10'], ['24.04']],
    ['>= 20.04  < 24.04', ['20.04', '23.10'], ['24.04']],
    ['>=20.04<24.04', ['20.04', '23.10'], ['24.04']],
    ['>7', ['7.9', '8', '7 SP1'], ['7', '6.9']],
    ['>7.9 <8', ['7.9.2009'], ['7.9', '8', '8.1']],
    ['<=8.9', ['8.9', '8.9.0', '7'], ['8.10', '8.9.1']],
    ['<=7', ['7', '6.10'], ['7.9']],
    ['<8.10', ['8.9'], ['8.10', '9']],
    ['>=15 SP3 <15 SP5', ['15 SP3', '15 SP4'], ['15', '15 SP5', '15.4']],
    ['>=2012 R2', ['2012 R2', '2016'], ['2012', '2008 R2']],
    ['=9', ['9', '9.0'], ['9.1']],
    ['>=9007199254740993', ['9007199254740993'], ['9007199254740992']],
  ])('matches only the right versions by %s', (text, yes, no) => {
    expect(yes.filter((version) => !holds(text, version))).toEqual([]);
    expect(no.filter((version) => holds(text, version))).toEqual([]);
  });

  it('returns a condition as plain data', () => {
    expect(parseVersionCondition(' 15-sp5 ')).toEqual({ kind: 'prefix', version: '15 SP5' });
    expect(parseVersionCondition('>=20.04, <24.04')).toEqual({
      kind: 'range',
      comparators: [
        { operator: '>=', version: '20.04' },
        { operator: '<', version: '24.04' },
      ],
    });
  });

  it.each([
    ['', 'The version is empty.'],
    ['   ', 'The version is empty.'],
    ['latest', '"latest" is not a valid version.'],
    ['22.04 LTS', '"22.04 LTS" is not a valid version.'],
    ['7.*', '"7.*" is not a valid version. Write "7"'],
    ['22.04.x', '"22.04.x" is not a valid version. Write "22.04"'],
    ['7 8', '"7 8" is not a valid version.'],
    ['7..9', '"7..9" is not a valid version.'],
    ['7 - 8', '"7 - 8" is not a valid version.'],
    ['~>7', '"~>" is not a supported version operator.'],
    ['^7', '"^" is not a supported version operator.'],
    ['!=7', '"!=" is not a supported version operator.'],
    ['==7', '"==" is not a supported version operator.'],
    ['=>7', '"=>" is not a supported version operator.'],
    ['>=7 <8 || 9', '"||" is not a supported version operator.'],
    ['7 <8', '"7" needs an operator in front of it in a range.'],
    [',>7', '"," needs an operator in front of it in a range.'],
    ['>', '"" after ">" is not a valid version.'],
    ['>=7 <', '"" after "<" is not a valid version.'],
    ['>=7,, <8', '"7," after ">=" is not a valid version.'],
    ['>=7,', '"7," after ">=" is not a valid version.'],
    ['>=seven', '"seven" after ">=" is not a valid version.'],
    ['>=7 9 <8', '"7 9" after ">=" is not a valid version.'],
    ['>=24.04 <20.04', 'No version can satisfy ">=24.04 <20.04"'],
    ['>7 <7', 'No version can satisfy ">7 <7"'],
    ['>7 <=7', 'No version can satisfy ">7 <=7"'],
    ['=7 =8', 'No version can satisfy "=7 =8"'],
    ['=7 >7', 'No version can satisfy "=7 >7"'],
  ])('reports what is wrong with %j', (text, start) => {
    const condition = parseVersionCondition(text);
    const mistake = 'problem' in condition ? condition.problem : '';
    expect(mistake.startsWith(start)).toBe(true);
  });

  it.each(['', 'latest', '~>7', '>', '7 <8'])('reports with %j what is allowed', (text) => {
    expect(parseVersionCondition(text)).toEqual({
      problem: expect.stringMatching(/Allowed are .*"7" matches 7\.9, not 70.*"=22\.04".*>=20\.04/),
    });
  });

  it.each(['>=7 <=7', '>=7 <7.1', '=7 >=7', '>=7 >=8', '<9 <8'])('accepts the range %s', (text) => {
    expect(parseVersionCondition(text)).toHaveProperty('kind', 'range');
  });
});
