import { byStatus } from '../../provider/clouds/definition/failures';
import { boolean, instant, tags } from '../../provider/clouds/definition/field-readers';
import { tencentOsType } from '../../provider/clouds/tencent/shared';

/** What a reader makes of a value, and what it reports. */
function reading<T>(
  read: (raw: { F: unknown }, report: (problem: string) => void) => T,
  value: unknown,
) {
  const problems: string[] = [];
  return [read({ F: value }, (problem) => problems.push(problem)), ...problems];
}

describe('the readers of fields', () => {
  it.each([
    [true, true],
    ['true', true],
    ['False', false],
    [false, false],
  ])('read %j as %j', (value, expected) => {
    expect(reading(boolean('F'), value)).toEqual([expected]);
  });

  it.each([
    ['2024-06-01T08:00:00+08:00', '2024-06-01T00:00:00Z'],
    ['2024-06-01T08:00:00+0800', '2024-06-01T00:00:00Z'],
    ['2024-06-01 08:00:00', '2024-06-01T08:00:00Z'],
    ['2024-06-01T08:00Z', '2024-06-01T08:00:00Z'],
  ])('read the time %s', (value, expected) => {
    expect(reading(instant('F'), value)).toEqual([expected]);
  });

  it('read a number as the value of a tag, and keep blanks', () => {
    const pairs = [
      { K: 'build', V: 42 },
      { K: 'blank', V: ' ' },
      { K: 'none', V: null },
    ];
    expect(reading(tags('F', 'K', 'V'), pairs)).toEqual([{ build: '42', blank: ' ', none: '' }]);
  });
});

it.each([
  [401, 'unauthenticated'],
  [403, 'forbidden'],
  [404, 'bad-request'],
  [408, 'unavailable'],
  [429, 'throttled'],
  [206, 'bad-response'],
  [304, 'bad-response'],
  [307, 'bad-response'],
  [500, 'unavailable'],
  [504, 'unavailable'],
])('the HTTP status %i without a known code means %s', (status, code) => {
  expect(byStatus(status)).toBe(code);
});

it.each([
  ['Windows', 'linux', 'windows'],
  ['FreeBSD', undefined, 'bsd'],
  ['CentOS', undefined, 'linux'],
])(
  "Tencent's Platform %s goes before the name, which says %s: %s",
  (Platform, osType, expected) => {
    const names = osType === undefined ? {} : { osType: 'linux' as const };
    expect(tencentOsType({ image: {}, names, raw: { Platform } })).toEqual({ osType: expected });
  },
);
