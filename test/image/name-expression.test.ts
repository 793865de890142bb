import fc from 'fast-check';
import { compileNameExpression, literalText } from '../../provider/image/name-expression';

function matches(source: string, text: string): boolean {
  const compiled = compileNameExpression(source);
  if ('problem' in compiled) throw new Error(compiled.problem);
  return compiled.test(text);
}

describe('compileNameExpression', () => {
  it.each([
    ['is not anchored', 'buntu', 'Ubuntu Server', true],
    ['is anchored where that is written', '^buntu', 'Ubuntu Server', false],
    ['tells case apart', 'ubuntu', 'Ubuntu Server', false],
    ['takes (?i)', '(?i)ubuntu', 'Ubuntu Server', true],
    ['takes flags inside', 'U(?i:BUNTU)', 'Ubuntu Server', true],
    ['escapes', '22\\.04', '22x04', false],
    ['knows Chinese', '^CentOS .*64位$', 'CentOS 7.4 64位', true],
    ['knows classes of Unicode', '\\p{Han}', 'CentOS 7.4 64位', true],
    ['has no lines: . is any character but a break', '^a.b$', 'a\nb', false],
    ['counts what is repeated', '^(ab){2,3}$', 'ababab', true],
    ['matches the empty text', '^$', '', true],
  ])('%s: %s in %j', (_, source, text, expected) => {
    expect(matches(source, text)).toBe(expected);
  });

  it.each(['(?=gpu)', '(?!gpu)', '(?<=gpu)', '(?<!gpu)'])(
    'says what to write in place of look-around: %s',
    (source) => {
      expect(compileNameExpression(source)).toEqual({
        problem: expect.stringContaining('Use excludeNameRegex'),
      });
    },
  );

  it('repeats what is wrong in the words of RE2', () => {
    expect(compileNameExpression('(ubuntu')).toEqual({
      problem:
        '"(ubuntu" is not a valid RE2 expression: missing closing ): `(ubuntu`. The syntax is Go\'s; (?i) makes it case-insensitive.',
    });
  });

  it.each(['(', '[', '*', 'a{2,1}', '\\', '(?P<x', '(a)\\1', '(?z)'])(
    'says what is wrong with %s',
    (source) => {
      expect(compileNameExpression(source)).toEqual({
        problem: expect.stringMatching(/is not a valid RE2 expression: .+Go’s|Go's/s),
      });
    },
  );

  it('takes time in proportion to the text, where others take forever', () => {
    expect(matches('^(a+)+$', `${'a'.repeat(50_000)}!`)).toBe(false);
    expect(matches('(x+x+)+y', 'x'.repeat(10_000))).toBe(false);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (source, text) => {
        const compiled = compileNameExpression(source);
        const said = 'problem' in compiled ? compiled.problem : compiled.test(text);
        expect(['boolean', 'string']).toContain(typeof said);
      }),
    );
  });

  it('finds every text in itself, once it is quoted', () => {
    const anyText = fc.string({ unit: fc.constantFrom(...'ab.*+?()[]{}|\\^$ 1') });
    fc.assert(
      fc.property(anyText, anyText, (text, around) => {
        const quoted = text.replace(/[.*+?()[\]{}|\\^$]/g, '\\$&');
        expect(matches(quoted, `${around}${text}${around}`)).toBe(true);
      }),
    );
  });
});

describe('literalText', () => {
  it.each([
    ['(?i)^ubuntu.*22\\.04', 'ubuntu 22.04'],
    ['Ubuntu Server 22\\.04 LTS', 'Ubuntu Server 22.04 LTS'],
    ['^CentOS$', 'CentOS'],
    ['(rocky|alma)', 'rockyalma'],
    ['(?is)a.b', 'a b'],
    ['', ''],
  ])('leaves of %s: %j', (source, text) => {
    expect(literalText(source)).toBe(text);
  });
});
