import {
  anyListOf,
  describe as describeValue,
  duration,
  instant,
  language,
  listOf,
  mapOf,
  nameExpression,
  nativeParameters,
  nonEmptyString,
  number,
  objectOf,
  oneOf,
  owner,
  string,
  target,
  wholeNumber,
  type Check,
  type Known,
} from '../../provider/image/check-values';

/** All that a check reports of a value: the path, if it has one, and the message. */
function reports(check: Check, value: unknown, known: Known = {}): readonly string[] {
  const found: string[] = [];
  check(value, [], (path, message) => found.push([...path, message].join(' ')), known);
  return found;
}

class Tagged {
  readonly env = 'production';
}

describe('the description of a value in a message', () => {
  it.each<[string, unknown, string]>([
    ['a string in quotes', 'ubuntu', '"ubuntu"'],
    ['a string of 60 characters as it is', 'x'.repeat(60), `"${'x'.repeat(60)}"`],
    ['a longer string by its first 57 characters', 'x'.repeat(61), `"${'x'.repeat(57)}..."`],
    ['a number with its type', 22.1, 'a number (22.1)'],
    ['a boolean as it is', false, 'false'],
    ['null as it is', null, 'null'],
    ['undefined as it is', undefined, 'undefined'],
    ['a list without its members', ['ubuntu'], 'a list'],
    ['a function without its source', () => 'ubuntu', 'a function'],
    ['a plain object', { distro: 'ubuntu' }, 'an object'],
    ['an object without a prototype', Object.create(null), 'an object'],
    ['an instance of a class', new Tagged(), 'a class instance'],
    ['a date', new Date(0), 'a class instance'],
  ])('shows %s', (_, value, shown) => {
    expect(describeValue(value)).toBe(shown);
  });

  it.each<[unknown, string]>([
    ['a-secret', 'a string'],
    [4711, 'a number'],
    [true, 'true'],
    [['a-secret'], 'a list'],
    [{ key: 'a-secret' }, 'an object'],
  ])('names the type only where values are hidden: %j', (value, shown) => {
    expect(describeValue(value, { hidesValues: true })).toBe(shown);
    expect(reports(mapOf(string), { key: value }, { hidesValues: true })).toEqual(
      typeof value === 'string' ? [] : [`key must be a string, not ${shown}.`],
    );
  });
});

describe('the check of', () => {
  it.each<[string, Check, unknown, readonly string[]]>([
    ['a number', number, '7', ['must be a number, not "7".']],
    ['a number', number, -0.5, []],
    ['a string that may be empty', string, '', []],
    ['a whole number without bounds', wholeNumber(), -7, []],
    [
      'a whole number without bounds',
      wholeNumber(),
      0.5,
      ['must be a whole number, not a number (0.5).'],
    ],
    ['a whole number without bounds', wholeNumber(), '7', ['must be a whole number, not "7".']],
    ['a whole number, at its least', wholeNumber(1, 10), 1, []],
    ['a whole number, at its most', wholeNumber(1, 10), 10, []],
    [
      'a whole number, below',
      wholeNumber(1, 10),
      0,
      ['must be a whole number from 1 to 10, not a number (0).'],
    ],
    [
      'a whole number, above',
      wholeNumber(1, 10),
      11,
      ['must be a whole number from 1 to 10, not a number (11).'],
    ],
    [
      'a non-empty string',
      nonEmptyString,
      ' \t',
      ['must not be empty. Omit the field to skip this filter.'],
    ],
    ['a non-empty string', nonEmptyString, 7, ['must be a string, not a number (7).']],
    ['a word', oneOf(['linux', 'windows']), 'linux', []],
    [
      'a word',
      oneOf(['linux', 'windows']),
      'Linux',
      ['must be one of linux, windows, not "Linux". Did you mean "linux"?'],
    ],
    [
      'a word',
      oneOf(['linux', 'windows']),
      'solaris',
      ['must be one of linux, windows, not "solaris".'],
    ],
    [
      'a word',
      oneOf(['linux', 'windows']),
      7,
      ['must be one of linux, windows, not a number (7).'],
    ],
    [
      'a word',
      oneOf(['linux', 'windows']),
      ['linux'],
      ['must be one of linux, windows, not a list.'],
    ],
    [
      'a word of another tool',
      oneOf(['arm64'], { aarch64: 'arm64' }),
      'AArch64',
      ['must be one of arm64, not "AArch64". Did you mean "arm64"?'],
    ],
    ['a list that may be empty', anyListOf(string), [], []],
    ['a list that may be empty', anyListOf(string), 'a', ['must be a list, not "a".']],
    [
      'a list that must not be empty',
      listOf(string),
      [],
      ['must not be empty, since nothing could match. Omit the field to skip this filter.'],
    ],
    [
      'each member of a list',
      listOf(string),
      ['a', 1, 'b', null],
      ['1 must be a string, not a number (1).', '3 must be a string, not null.'],
    ],
    ['a map', mapOf(string), ['a'], ['must be a map, not a list.']],
    ['a map', mapOf(string), new Map([['a', 1]]), ['must be a map, not a class instance.']],
    [
      'each member of a map, except absent ones',
      mapOf(string),
      { a: null, b: undefined, c: 'x', d: true },
      ['d must be a string, not true.'],
    ],
    [
      'a name expression',
      nameExpression,
      '',
      ['must not be empty. Omit the field to skip this filter.'],
    ],
    ['a name expression', nameExpression, 7, ['must be a string, not a number (7).']],
    ['a target', target, 7, ['must be a string of the form cloud/region, not a number (7).']],
    [
      'an instant',
      instant,
      '2024-06-01',
      ['must be an RFC 3339 instant such as 2024-06-01T00:00:00Z, not "2024-06-01".'],
    ],
    [
      'a duration',
      duration,
      7,
      ['must be a duration: a whole number and a unit (m, h, d, w), such as 7d, not a number (7).'],
    ],
    [
      'native parameters',
      nativeParameters,
      'x',
      ['must be a map of clouds to their parameters, not "x".'],
    ],
    [
      'native parameters, except absent ones',
      nativeParameters,
      { alicloud: null, qcloud: undefined },
      [],
    ],
    [
      'native parameters of a cloud',
      nativeParameters,
      { alicloud: { Usage: 1 }, qcloud: ['x'] },
      ['alicloud Usage must be a string, not a number (1).', 'qcloud must be a map, not a list.'],
    ],
  ])('%s', (_, check, value, expected) => {
    expect(reports(check, value)).toEqual(expected);
  });

  it('the fields of an object names the first two where something else is given', () => {
    const check = objectOf({ one: string, two: string, three: string });
    expect(reports(check, 7)).toEqual([
      'must be an object with fields such as one and two, not a number (7).',
    ]);
    expect(reports(check, { one: null, tow: 'x', three: 3 })).toEqual([
      'tow There is no field "tow". Did you mean "two"? The fields are one, two, three.',
      'three must be a string, not a number (3).',
    ]);
  });
});

describe('the check of an owner', () => {
  const KNOWN = { publishers: ['canonical', 'red-hat-2'] };
  const allowed = 'public, self, shared, marketplace, community';

  it.each(['public', 'self', 'marketplace', '1234', '12345678901234567890', 'red-hat-2'])(
    'accepts %s',
    (value) => {
      expect(reports(owner, value, KNOWN)).toEqual([]);
    },
  );

  it('accepts any name of a publisher until the publishers are known', () => {
    expect(reports(owner, 'canonical')).toEqual([]);
    expect(reports(owner, 'canonical', { publishers: [] })).toEqual([
      `must be one of ${allowed}, an account id, a configured publisher, not "canonical".`,
    ]);
  });

  it.each([
    'acct-1234!',
    '1234-',
    '123',
    '123456789012345678901',
    'Canonical!',
    '4711canonical',
    'a b',
  ])('refuses %j, which is neither an account id nor the name of a publisher', (value) => {
    expect(reports(owner, value)).toEqual([
      `must be one of ${allowed}, an account id, a configured publisher, not "${value}".`,
    ]);
  });

  it.each([
    ['system', 'public'],
    ['others', 'shared'],
    ['private', 'self'],
    ['market', 'marketplace'],
    ['canonica', 'canonical'],
  ])('says what %s means elsewhere: %s', (value, meant) => {
    expect(reports(owner, value, KNOWN)).toEqual([
      `must be one of ${allowed}, canonical, red-hat-2, an account id, a configured publisher, not "${value}". Did you mean "${meant}"?`,
    ]);
  });

  it('refuses another type', () => {
    expect(reports(owner, 1234567890)).toEqual(['must be a string, not a number (1234567890).']);
  });
});

describe('the check of a language', () => {
  it.each(['en', 'zh', 'ja', 'de'])('accepts %s', (value) => {
    expect(reports(language, value)).toEqual([]);
  });

  it.each([
    ['English', 'en'],
    ['en-US', 'en'],
    ['eng', 'en'],
    ['Chinese', 'zh'],
    ['zh-CN', 'zh'],
    ['cn', 'zh'],
    ['japanese', 'ja'],
    ['ja-JP', 'ja'],
    ['jp', 'ja'],
    ['german', 'de'],
    ['french', 'fr'],
    ['spanish', 'es'],
    ['korean', 'ko'],
    ['russian', 'ru'],
  ])('says that %s is %s', (value, code) => {
    expect(reports(language, value)).toEqual([
      `must be an ISO 639-1 code such as en or zh, not "${value}". Did you mean "${code}"?`,
    ]);
  });

  it.each<[unknown, string]>([
    ['EN', '"EN"'],
    ['e1', '"e1"'],
    ['klingon', '"klingon"'],
    ['toString', '"toString"'],
    [7, 'a number (7)'],
  ])('refuses %j without a guess', (value, shown) => {
    expect(reports(language, value)).toEqual([
      `must be an ISO 639-1 code such as en or zh, not ${shown}.`,
    ]);
  });
});
