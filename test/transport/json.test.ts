import * as fc from 'fast-check';

import { readJson } from '../../provider/transport/json';

function failure(text: string, context = {}): unknown {
  try {
    return readJson(text, context);
  } catch (error) {
    return error;
  }
}

describe('readJson', () => {
  it('reads what JSON.parse reads', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        fc.pre(!/\d{16}/.test(text));
        expect(readJson(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it('keeps every digit of an integer too large for a number, and leaves the rest as it is', () => {
    const text =
      '{"id":1234567890123456789,"list":[-9007199254740993,9007199254740991,1.5,1e3],"s":"1234567890123456789"}';
    expect(readJson(text)).toEqual({
      id: '1234567890123456789',
      list: ['-9007199254740993', 9007199254740991, 1.5, 1000],
      s: '1234567890123456789',
    });
  });

  it('gives any integer back without loss', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), (integer) => {
        const value = readJson(`{"a":[ ${integer}]}`);
        expect(value).toEqual({
          a: [Number.isSafeInteger(Number(integer)) ? Number(integer) : String(integer)],
        });
      }),
    );
  });

  it('reads past a byte order mark', () => {
    expect(readJson('\uFEFF{"a":1}')).toEqual({ a: 1 });
  });

  it.each([
    ['', {}, 'expected JSON, got an empty body'],
    [' \n', { httpStatus: 200 }, 'expected JSON, got an empty body (HTTP 200)'],
    [
      '<!DOCTYPE html>\n<html><head>\u0000<title>502  Bad Gateway</title>',
      { contentType: 'text/html; charset=utf-8', httpStatus: 502 },
      'expected JSON, got an HTML page (text/html; charset=utf-8, HTTP 502, 60 characters): "<!DOCTYPE html> <html><head> <title>502 Bad Gateway</title>"',
    ],
    [
      '<?xml version="1.0"?><Error/>',
      {},
      'expected JSON, got XML (29 characters): "<?xml version="1.0"?><Error/>"',
    ],
    [
      '{"Response":{"TotalCount":25,"ImageSet":[{"ImageId":"img-1"',
      {},
      'expected JSON, got truncated JSON (59 characters): "{"Response":{"TotalCount":25,"ImageSet":[{"ImageId":"img-1""',
    ],
    ['[1,2', {}, 'expected JSON, got truncated JSON (4 characters): "[1,2"'],
    ['[a]', {}, 'expected JSON, got something else (3 characters): "[a]"'],
    ['{a}', {}, 'expected JSON, got something else (3 characters): "{a}"'],
    ['oops', {}, 'expected JSON, got something else (4 characters): "oops"'],
    [
      'oops',
      { contentType: `text/${'x'.repeat(60)}` },
      `expected JSON, got something else (text/${'x'.repeat(55)}, 4 characters): "oops"`,
    ],
    [
      `key ABCDEFGHIJKLMNOPQRST and ABCDEFGHIJKLMNOPQRS`,
      {},
      'expected JSON, got something else (48 characters): "key […] and ABCDEFGHIJKLMNOPQRS"',
    ],
    [
      'x'.repeat(10).concat(' ').repeat(10),
      {},
      `expected JSON, got something else (110 characters): "${'xxxxxxxxxx '.repeat(7)}xxx…"`,
    ],
    ["{'a':1}", {}, `expected JSON, got something else (7 characters): "{'a':1}"`],
  ])('tells what came instead: %j', (text, context, reason) => {
    const error = failure(text, context);
    expect(error).toMatchObject({ code: 'bad-response', reason });
    expect(error).toHaveProperty(
      'facts',
      'httpStatus' in context ? { httpStatus: context.httpStatus } : {},
    );
  });

  it('shows no more than the beginning, and no key', () => {
    const key = 'wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEY';
    const error = failure(
      `{"SecretKey":"${key}","x":"${key}","AccessKeyId":"LTAI", token=${key} ${'long '.repeat(100)}`,
    );
    expect(error).toMatchObject({ reason: expect.not.stringContaining(key.slice(0, 10)) });
    expect(error).toMatchObject({ reason: expect.stringMatching(/^.{60,160}$/) });
  });

  it('refuses nesting that no parser holds, instead of ending the process', () => {
    const deep = `${'['.repeat(200_000)}1234567890123456789${']'.repeat(200_000)}`;
    expect(failure(deep)).toMatchObject({ code: 'bad-response' });
  });
});
