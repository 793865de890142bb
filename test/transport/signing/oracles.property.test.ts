/** Our signatures equal those of the vendors' own SDKs, on any request. */

import fc from 'fast-check';
import { anyText } from '../../any-text';
import OpenApiUtil from '@alicloud/openapi-util';
import TencentSign from 'tencentcloud-sdk-nodejs-common/tencentcloud/common/sign';

import { encodeQuery, sha256 } from '../../../provider/transport/signing/canonical-request';
import { signAcs3 } from '../../../provider/transport/signing/acs3';
import { tc2Signature } from '../../../provider/transport/signing/tc2';
import { tc3Authorization } from '../../../provider/transport/signing/tc3';

/** Text that has a UTF-8 form, since a lone surrogate has none. */
const text = anyText();
const word = fc.stringMatching(/^[A-Za-z0-9.-]{1,20}$/);
const query = fc.dictionary(word, text, { maxKeys: 6, noNullPrototype: true });
const seconds = fc.integer({ min: 0, max: 4102444800 });
const key = fc.record({
  kind: fc.constant('key' as const),
  id: word,
  secret: fc.string({ minLength: 1 }),
  token: fc.option(word, { nil: undefined }),
});

describe('signatures against the official SDKs', () => {
  it('ACS3 equals @alicloud/openapi-util', () => {
    fc.assert(
      fc.property(
        fc.record({
          method: fc.constantFrom('GET' as const, 'POST' as const),
          host: word,
          action: word,
          version: word,
          query,
        }),
        key,
        seconds,
        word,
        (request, credential, at, nonce) => {
          const signed = signAcs3(request, credential, { now: new Date(at * 1000), nonce });
          const { authorization, ...headers } = signed.headers;
          expect(authorization).toBe(
            OpenApiUtil.getAuthorization(
              // The SDK reads these four fields and no other of its request class.
              { ...request, pathname: '/', headers } as unknown as Parameters<
                typeof OpenApiUtil.getAuthorization
              >[0],
              'ACS3-HMAC-SHA256',
              sha256(''),
              credential.id,
              credential.secret,
            ),
          );
        },
      ),
    );
  });

  it('TC3 equals tencentcloud-sdk-nodejs-common', () => {
    fc.assert(
      fc.property(
        word,
        word,
        fc.jsonValue(),
        key,
        seconds,
        (host, service, value, credential, at) => {
          // An upper-case or numeric host is rewritten by the SDK's URL parser before it signs.
          const url = `https://${host.toLowerCase().replace(/[^a-z]/g, 'x')}.example.com/`;
          const payload = { value };
          const headers = { 'content-type': 'application/json', host: new URL(url).host };
          const body = JSON.stringify(payload);
          expect(tc3Authorization({ service, headers, body, seconds: at }, credential)).toBe(
            TencentSign.sign3({
              url,
              payload,
              timestamp: at,
              service,
              secretId: credential.id,
              secretKey: credential.secret,
              multipart: false,
              boundary: '',
              headers: { 'Content-Type': 'application/json' },
            }),
          );
        },
      ),
    );
  });

  it('the v2 digests equal tencentcloud-sdk-nodejs-common', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('HmacSHA1' as const, 'HmacSHA256' as const),
        query,
        fc.string({ minLength: 1 }),
        (algorithm, parameters, secret) => {
          const pairs = Object.entries(parameters).sort(([a], [b]) => (a < b ? -1 : 1));
          const plain = `GETh/p?${pairs.map((pair) => pair.join('=')).join('&')}`;
          expect(
            tc2Signature({ method: 'GET', host: 'h', path: '/p', parameters }, secret, algorithm),
          ).toBe(TencentSign.sign(secret, plain, algorithm));
        },
      ),
    );
  });
});

describe('encodeQuery', () => {
  it('is read back by any URL parser', () => {
    fc.assert(
      fc.property(query, (parameters) => {
        expect(Object.fromEntries(new URLSearchParams(encodeQuery(parameters)))).toEqual(
          parameters,
        );
      }),
    );
  });

  it('writes half a surrogate pair as the replacement character', () => {
    expect(encodeQuery({ a: 'x\ud800' })).toBe('a=x%EF%BF%BD');
  });

  it('encodes what RFC 3986 reserves', () => {
    expect(encodeQuery({ b: "v=a b*c~d/e!'()", a: '' })).toBe(
      'a=&b=v%3Da%20b%2Ac~d%2Fe%21%27%28%29',
    );
  });
});
