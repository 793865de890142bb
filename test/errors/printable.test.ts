import { excerpt, printable } from '../../provider/errors/printable';

describe('printable', () => {
  it.each([
    ['a color', '\x1b[31mred\x1b[0m', '\\u001b[31mred\\u001b[0m'],
    ['a window title (OSC)', '\x1b]0;owned\x07', '\\u001b]0;owned\\u0007'],
    ['a C1 control sequence', '\x9b2J', '\\u009b2J'],
    ['a carriage return and a backspace', 'ok\rno\b', 'ok\\u000dno\\u0008'],
    ['delete and null', '\x7f\0', '\\u007f\\u0000'],
    ['bidirectional controls', 'a\u202Eb\u2066c\u200Fd\u061C', 'a\\u202eb\\u2066c\\u200fd\\u061c'],
    ['unusual line separators', 'a\u2028b\u2029', 'a\\u2028b\\u2029'],
  ])('escapes %s', (_, text, shown) => {
    expect(printable(text)).toBe(shown);
  });

  it.each(['a\n\tb', 'Ubuntu 22.04 x64', '名 é 👩‍💻 “quoted”', ''])('leaves %j as it is', (text) => {
    expect(printable(text)).toBe(text);
  });
});

describe('excerpt', () => {
  it('is one line without control characters', () => {
    expect(excerpt('  one\r\ntwo\x1b[2J ')).toBe('one two\\u001b[2J');
  });

  it('keeps a text of the longest length and cuts a longer one', () => {
    expect(excerpt('x'.repeat(300))).toBe('x'.repeat(300));
    expect(excerpt('x'.repeat(301))).toBe(`${'x'.repeat(300)}…`);
    expect(excerpt('abc', 2)).toBe('ab…');
  });

  it('does not cut a character in half', () => {
    expect(excerpt('ab👩', 3)).toBe('ab…');
    expect(excerpt('ab👩', 4)).toBe('ab👩');
  });
});
