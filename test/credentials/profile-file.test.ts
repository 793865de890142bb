import {
  brokenFile,
  expandHome,
  parseIni,
  parseRecord,
  readIfThere,
  textField,
} from '../../provider/credentials/profile-file';
import { contextOf, HOME, nodeError } from './context';

const failing = (code: string) => contextOf({ files: { '/a/b': nodeError(code) } });

describe('readIfThere', () => {
  it.each(['ENOENT', 'ENOTDIR'])('takes %s for no file', async (code) => {
    await expect(readIfThere('/a/b', failing(code))).resolves.toBeUndefined();
  });

  it.each([
    ['EACCES', 'the file /a/b cannot be read (EACCES)'],
    ['ENOTFILE', 'the file /a/b is not a regular file'],
    ['EFBIG', 'the file /a/b is too large for a profile'],
  ])('reports %s', async (code, reason) => {
    await expect(readIfThere('/a/b', failing(code))).rejects.toMatchObject({
      code: 'invalid-configuration',
      reason,
    });
  });
});

it.each<[string, unknown]>([
  ['an error without a code', new Error('MARKED')],
  ['an empty code', nodeError('')],
  ['a code that is a number', Object.assign(new Error('MARKED'), { code: 7 })],
  ['a string', 'MARKED'],
  ['null', null],
])('readIfThere reports %s as unknown', async (_, error) => {
  const readFile = async (): Promise<string> => {
    throw error;
  };
  await expect(readIfThere('/a/b', { ...contextOf({}), readFile })).rejects.toMatchObject({
    reason: 'the file /a/b cannot be read (unknown error)',
    facts: { hint: 'Correct /a/b, or move it away so that it is not read.' },
  });
});

test('brokenFile gives the hint that the file needs', () => {
  expect(brokenFile('/a/b', 'is broken', 'Write it again.').facts).toEqual({
    hint: 'Write it again.',
  });
});

describe('parseRecord', () => {
  it('accepts a byte order mark, and keeps one inside', () => {
    expect(parseRecord('\uFEFF{"a":"b"}', '/p')).toEqual({ a: 'b' });
    expect(parseRecord('{"a":"\uFEFFb"}', '/p')).toEqual({ a: '\uFEFFb' });
  });

  it.each(['', 'MARKED', '[]', 'null', '"MARKED"', '{"a":'])(
    'rejects %j without quoting it',
    (text) => {
      expect(() => parseRecord(text, '/p')).toThrow(
        expect.objectContaining({
          code: 'invalid-configuration',
          message: '[invalid-configuration] the file /p is not a JSON object',
        }),
      );
    },
  );
});

describe('textField', () => {
  it('takes absent, null, empty and blank for no value', () => {
    const record = { nothing: null, empty: '', blank: ' \t', padded: ' x ' };
    const read = (name: string) => textField(record, name, '/p');
    expect(['absent', 'nothing', 'empty', 'blank'].map(read)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(read('padded')).toBe('x');
  });

  it.each([7, true, {}, []])('rejects %j', (value) => {
    expect(() => textField({ secret: value }, 'secret', '/p')).toThrow(
      'the file /p has a secret that is not a string',
    );
  });
});

describe('parseIni', () => {
  const read = (text: string) =>
    Object.fromEntries([...parseIni(text)].map(([name, section]) => [name, { ...section }]));

  it('reads sections, comments, blanks, Windows line ends and a byte order mark', () => {
    const text =
      '\uFEFF[default]\r\n  id = a b \r\n; id = no\r\n# id = no\r\nsecret=x=y\r\n\r\n[ other ]\nid=2\n';
    expect(read(text)).toEqual({ default: { id: 'a b', secret: 'x=y' }, other: { id: '2' } });
  });

  it('takes a line for a header only from its first to its last character', () => {
    expect(read('[a]\nk=[b]\n[c] d\nx[e]=1\n=2\nno equals\n')).toEqual({
      a: { k: '[b]', 'x[e]': '1' },
    });
  });

  it('merges sections of one name, the later value first', () => {
    expect(read('[a]\nk=1\nl=1\n[b]\n[a]\nk=2')).toEqual({ a: { k: '2', l: '1' }, b: {} });
  });

  it('takes names such as constructor for what the file says', () => {
    const section = parseIni('[a]\nconstructor=1\n__proto__=2').get('a');
    expect(section?.['constructor']).toBe('1');
    expect(section?.['__proto__']).toBe('2');
    expect(section?.['toString']).toBeUndefined();
  });

  it('reads long runs of blanks in linear time', () => {
    const blanks = ' '.repeat(2_000_000);
    expect(read(`[a${blanks}]\nk${blanks}=${blanks}1\n[b${blanks}\n${blanks}\n`)).toEqual({
      a: { k: '1' },
    });
  });
});

describe('expandHome', () => {
  it('replaces a leading ~/ only', () => {
    const context = contextOf({});
    expect(['~/a', '~a', '/~/a'].map((path) => expandHome(path, context))).toEqual([
      `${HOME}/a`,
      '~a',
      '/~/a',
    ]);
  });
});
