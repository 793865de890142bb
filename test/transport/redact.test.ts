import * as fc from 'fast-check';

import { createRedactor } from '../../provider/transport/redact';

const SECRET = 'Gu5t9x+GAR/pq86 cd98=jo';

describe('createRedactor', () => {
  const redact = createRedactor([SECRET]);

  it.each([
    ['as it is', SECRET],
    ['percent-encoded', encodeURIComponent(SECRET)],
    ['as a form writes it', new URLSearchParams({ k: SECRET }).toString().slice(2)],
    ['in base64', Buffer.from(SECRET).toString('base64')],
    ['in base64 within a URL', encodeURIComponent(Buffer.from(SECRET).toString('base64'))],
    ['in base64url', Buffer.from(SECRET).toString('base64url')],
  ])('masks a secret %s', (_, form) => {
    expect(redact(`before ${form} after`)).toBe('before [redacted] after');
  });

  it.each([
    ['Authorization: TC3-HMAC-SHA256 Credential=a/b, Signature=0a1b', 'Authorization: [redacted]'],
    ['{"authorization":"Bearer abc.def","host":"h"}', '{"authorization":"[redacted]","host":"h"}'],
    ['got Bearer abc.def-1 back', 'got Bearer [redacted] back'],
    ['GET /?a=1&Signature=x%2Fy&b=2', 'GET /?a=1&Signature=[redacted]&b=2'],
    ['?SecurityToken=abc&x=1', '?SecurityToken=[redacted]&x=1'],
    ['x-acs-security-token: abc', 'x-acs-security-token: [redacted]'],
    ['http://user:pa55@proxy:3128/', 'http://user:[redacted]@proxy:3128/'],
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
