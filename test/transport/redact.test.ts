import * as fc from 'fast-check';

import { createRedactor, createSecretKeeper, RECENT } from '../../provider/transport/redact';

const SECRET = 'Gu5t9x+GAR/pq86 cd98=jo';

describe('createRedactor', () => {
  // Made anew for each text, since patterns are kept.
  const redact = (text: string): string => createRedactor([SECRET])(text);

  it.each([
    ['as it is', SECRET],
    ['percent-encoded', encodeURIComponent(SECRET)],
    ['as a form writes it', new URLSearchParams({ k: SECRET }).toString().slice(2)],
    ['in base64', Buffer.from(SECRET).toString('base64')],
    ['in base64 within a URL', encodeURIComponent(Buffer.from(SECRET).toString('base64'))],
    ['in base64url', Buffer.from(SECRET).toString('base64url')],
    ['in base64 without padding', Buffer.from(SECRET).toString('base64').replace(/=+$/, '')],
    [
      'percent-encoded in lower case',
      encodeURIComponent(SECRET).replace(/%../g, (hex) => hex.toLowerCase()),
    ],
    ['percent-encoded twice', encodeURIComponent(encodeURIComponent(SECRET))],
    ['escaped for JSON', SECRET.replaceAll('/', '\\/').replaceAll('+', '\\u002B')],
    ['escaped for JSON twice', SECRET.replaceAll('/', '\\\\\\/')],
    ['escaped for HTML', SECRET.replaceAll('+', '&#43;').replaceAll('/', '&#x2f;')],
  ])('masks a secret %s', (_, form) => {
    expect(redact(`before ${form} after`)).toBe('before [redacted] after');
  });

  // With both digits in which base64 and base64url differ, and with padding.
  it.each(['Pj4+Pz8/eHk=', 'Pj4+Pz8/eHk', 'Pj4-Pz8_eHk=', 'Pj4-Pz8_eHk'])(
    'masks every digit of a secret in base64: %s',
    (form) => {
      expect(createRedactor(['>>>???xy'])(`<${form}>`)).toMatch(/^<\[redacted\]=?>$/);
    },
  );

  it.each([0, 1, 2])('masks a secret in base64 behind %p other characters', (before) => {
    const text = Buffer.from(`${'x'.repeat(before)}${SECRET}, and more`).toString('base64');
    const core = Buffer.from(SECRET).toString('base64').slice(4, 24);
    expect(redact(text)).toContain('[redacted]');
    // Whatever stays decodes to nothing of the secret's middle.
    const rest = redact(text).replace('[redacted]', '');
    expect(Buffer.from(rest, 'base64').toString('latin1')).not.toContain(SECRET.slice(3, -3));
    expect(rest).not.toContain(core);
  });

  it('escapes what a secret contains of JSON and of regular expressions', () => {
    const odd = 'a"b\\c\nd.e*f(g)[h]^$|{2}?&<>\'';
    const clean = createRedactor([odd]);
    for (const form of [odd, JSON.stringify(odd).slice(1, -1), encodeURIComponent(odd)]) {
      expect(clean(`<${form}>`)).toBe('<[redacted]>');
    }
    expect(clean('a"b\\c\nd.e*f')).toBe('a"b\\c\nd.e*f');
  });

  it.each([
    ['Authorization: TC3-HMAC-SHA256 Credential=a/b, Signature=0a1b', 'Authorization: [redacted]'],
    ['{"authorization":"Bearer abc.def","host":"h"}', '{"authorization":"[redacted]","host":"h"}'],
    ['got Bearer abc.def-1 back', 'got Bearer [redacted] back'],
    ['GET /?a=1&Signature=x%2Fy&b=2', 'GET /?a=1&Signature=[redacted]&b=2'],
    ['?SecurityToken=abc&x=1', '?SecurityToken=[redacted]&x=1'],
    ['x-acs-security-token: abc', 'x-acs-security-token: [redacted]'],
    ['http://user:pa55@proxy:3128/', 'http://user:[redacted]@proxy:3128/'],
    ['{"password": "abc"}', '{"password": "[redacted]"}'],
    ["accessKeySecret='abc'", "accessKeySecret='[redacted]'"],
    ['access_key_secret : abc', 'access_key_secret : [redacted]'],
    ['secretKey=abc&x', 'secretKey=[redacted]&x'],
    ['secret_key: abc', 'secret_key: [redacted]'],
    ['SecurityToken%3Dabc&x', 'SecurityToken%3D[redacted]&x'],
    ['{\\"SecurityToken\\":\\"abc\\"}', '{\\"SecurityToken\\":\\"[redacted]\\"}'],
    ['Proxy-Authorization: Basic abc', 'Proxy-Authorization: [redacted]'],
  ])('masks the places that hold one: %s', (text, expected) => {
    expect(createRedactor([])(text)).toBe(expected);
  });

  it('leaves other texts alone', () => {
    const text = 'alicloud/cn-hangzhou DescribeImages page 3: 100 of 243 images, request id 0-1-2';
    expect(createRedactor(['', 'a', SECRET])(text)).toBe(text);
  });

  it('leaves nothing of any secret, whatever is around it and in whatever form', () => {
    const secret = fc.string({ minLength: 8, unit: 'grapheme-ascii' }).map((text) => `§${text}§`);
    fc.assert(
      fc.property(fc.array(secret, { maxLength: 3 }), fc.string(), fc.string(), (secrets, a, b) => {
        const clean = createRedactor(secrets);
        const whole = secrets.map((one) => `${one}${a}${encodeURIComponent(one)}`).join(b);
        const text = clean(whole);
        for (const one of secrets) {
          expect(text).not.toContain(one);
          expect(text).not.toContain(encodeURIComponent(one));
        }
      }),
    );
  });
});

describe('createSecretKeeper', () => {
  it.each([
    ['as it is', 'abcdefghijk"m', 'abcdefghijk"m'],
    ['in a JSON string', 'abcdefghijk"m', 'abcdefghijk\\"m'],
    ['percent-encoded', 'abcdefghijk/m', 'abcdefghijk%2Fm'],
    ['percent-encoded, with half a character', 'abcdefghijk\uD800', 'abcdefghijk%EF%BF%BD'],
    ['in base64 with two padding characters', 'abcdefghijklm', 'YWJjZGVmZ2hpamtsbQ'],
    ['in base64 with one padding character', 'abcdefghijklmn', 'YWJjZGVmZ2hpamtsbW4'],
  ])('finds a secret %s in an answer', (_, secret, form) => {
    const keeper = createSecretKeeper();
    expect(keeper.mayBeIn(`<${form}>`, [secret])).toBe(true);
    expect(keeper.mayBeIn(`<${form}>`, [])).toBe(false);
    keeper.learn([secret]);
    expect(keeper.mayBeIn(`<${form}>`, [])).toBe(true);
    expect(keeper.mayBeIn(`<${form.slice(1)}>`, [])).toBe(false);
  });

  it('searches answers for secrets of 12 characters or more', () => {
    const keeper = createSecretKeeper();
    expect(keeper.mayBeIn('an abcdefghijkl', ['abcdefghijkl'])).toBe(true);
    expect(keeper.mayBeIn('an abcdefghijk', ['abcdefghijk'])).toBe(false);
  });

  it('searches a text of a megabyte whole', () => {
    const keeper = createSecretKeeper();
    const text = ' '.repeat(1024 * 1024);
    expect(keeper.redactLearned(text)).toBe(text);
    expect(keeper.redactLearned(`${text} `)).toBe(`${text}…`);
  });

  it('masks what it learns from then on', () => {
    const keeper = createSecretKeeper();
    expect(keeper.redact(SECRET)).toBe(SECRET);
    keeper.learn([SECRET]);
    keeper.learn([`${SECRET} and more`]);
    expect(keeper.redact(`${SECRET} and more`)).toBe('[redacted]');
  });

  it('forgets signatures when enough later ones have come, and credentials never', () => {
    const keeper = createSecretKeeper();
    keeper.learn([SECRET]);
    const signatures = Array.from(
      { length: RECENT + 1 },
      (_, index) => `signature-${index}-of-many`,
    );
    for (const one of signatures) keeper.learnForNow([one]);
    const [oldest = '', second = ''] = signatures;
    expect(keeper.redact(`${oldest} ${second} ${SECRET}`)).toBe(`${oldest} [redacted] [redacted]`);
  });

  it('leaves places alone in our own text', () => {
    const keeper = createSecretKeeper();
    keeper.learn([SECRET]);
    expect(keeper.redactLearned(`export SECRET=... ${SECRET}`)).toBe(
      'export SECRET=... [redacted]',
    );
  });

  it('masks a secret of thousands of characters, in whatever form, without a pattern of its length', () => {
    const secret = `tok${' +/'.repeat(3000)}en`;
    const redact = createRedactor([secret]);
    const forms = [secret, encodeURIComponent(secret), JSON.stringify(secret)];
    for (const form of forms) {
      const left = redact(`before ${form} after`).replaceAll('[redacted]', '');
      expect(left.replaceAll('"', '')).toBe('before  after');
    }
    const base64 = Buffer.from(secret).toString('base64');
    // At the borders of the parts, a digit or two depend on both sides.
    expect(redact(base64).replaceAll('[redacted]', '').length).toBeLessThan(base64.length / 20);
  });

  it('cuts text that is too long to search', () => {
    const cut = createRedactor([])('x'.repeat(3_000_000));
    expect(cut.length).toBeLessThan(1_100_000);
  });

  it('searches whole answers for long secrets only', () => {
    const keeper = createSecretKeeper();
    keeper.learn(['short', SECRET]);
    expect(keeper.mayBeIn('a short name', [])).toBe(false);
    expect(keeper.mayBeIn(`a ${SECRET}`, [])).toBe(true);
    expect(keeper.mayBeIn('with own-signature-1', ['own-signature-1'])).toBe(true);
  });
});
