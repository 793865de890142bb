import { networkError, proxyError, timeoutError } from '../../provider/transport/network-error';
import { ImageError } from '../../provider/errors/image-error';

const URL_OF_API = new URL('https://user:s3cret@ecs.aliyuncs.com:8443/?token=s3cret');
const NEVER = new AbortController().signal;

/** What users see of an error with this code. */
function seen(error: unknown) {
  const { code, reason, facts } = networkError(error, URL_OF_API, NEVER);
  return [code, reason, ...(facts.hint === undefined ? [] : [facts.hint])];
}

const withCode = (code: string): Error => Object.assign(new Error('connect s3cret'), { code });
const UNTRUSTED =
  'If a proxy on the way re-encrypts connections, trust its certificate:\n  export NODE_EXTRA_CA_CERTS=/path/to/ca.pem';

describe('networkError', () => {
  it.each([
    [
      'ENOTFOUND',
      'unavailable',
      'is not a known host name',
      'Check the region and the endpoint for typos, and the DNS of this network.',
    ],
    ['EAI_AGAIN', 'unavailable', 'could not be resolved: DNS does not answer'],
    ['ECONNREFUSED', 'unavailable', 'refuses connections'],
    ['EHOSTUNREACH', 'unavailable', 'cannot be reached from this machine'],
    ['ENETUNREACH', 'unavailable', 'cannot be reached from this machine'],
    ['EADDRNOTAVAIL', 'unavailable', 'cannot be reached from this machine'],
    ['ECONNRESET', 'unavailable', 'closed the connection before its answer was complete'],
    ['EPIPE', 'unavailable', 'closed the connection before its answer was complete'],
    [
      'ERR_STREAM_PREMATURE_CLOSE',
      'unavailable',
      'closed the connection before its answer was complete',
    ],
    ['ETIMEDOUT', 'timeout', 'did not answer in time'],
    [
      'CERT_HAS_EXPIRED',
      'unavailable',
      'has a certificate that is not valid today',
      "Check this machine's clock.",
    ],
    [
      'CERT_NOT_YET_VALID',
      'unavailable',
      'has a certificate that is not valid today',
      "Check this machine's clock.",
    ],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'unavailable', 'has a certificate for another host name'],
    [
      'SELF_SIGNED_CERT_IN_CHAIN',
      'unavailable',
      'has a certificate that is not trusted on this machine',
      UNTRUSTED,
    ],
    [
      'DEPTH_ZERO_SELF_SIGNED_CERT',
      'unavailable',
      'has a certificate that is not trusted on this machine',
      UNTRUSTED,
    ],
    [
      'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
      'unavailable',
      'has a certificate that is not trusted on this machine',
      UNTRUSTED,
    ],
    ['EPROTO', 'unavailable', 'does not speak TLS as expected'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'unavailable', 'does not speak TLS as expected'],
    ['ERR_TLS_HANDSHAKE_TIMEOUT', 'unavailable', 'does not speak TLS as expected'],
    ['HPE_INVALID_CONSTANT', 'bad-response', 'did not answer in HTTP'],
    ['Z_DATA_ERROR', 'bad-response', 'sent a body that cannot be decompressed'],
    ['ERR__ERROR_FORMAT_PADDING_1', 'bad-response', 'sent a body that cannot be decompressed'],
    ['ERR_BROTLI_INVALID', 'bad-response', 'sent a body that cannot be decompressed'],
    [
      'ERR_INVALID_CHAR',
      'invalid-configuration',
      'was not called: a header would hold a character that is not allowed there',
      'Check the access keys and tokens for stray characters, such as a line break.',
    ],
  ])('says what %s means', (code, ours, text, ...hint) => {
    expect(seen(withCode(code))).toEqual([
      ours,
      `ecs.aliyuncs.com:8443 ${text} (${code})`,
      ...hint,
    ]);
  });

  it.each([
    ['another code', withCode('EMFILE'), 'EMFILE'],
    ['a code that only begins like a known one', withCode('ECONNRESET_2'), 'ECONNRESET_2'],
    ['a code that only ends like a known one', withCode('XETIMEDOUT'), 'XETIMEDOUT'],
    ['an error without a code', new TypeError('s3cret'), 'TypeError'],
    ['a code that is a number', Object.assign(new RangeError('s3cret'), { code: 7 }), 'RangeError'],
    ['an object with a code', { code: 'EMFILE' }, 'EMFILE'],
    ['an object without one', {}, 'unknown'],
    ['null', null, 'unknown'],
    ['a string', 's3cret', 'unknown'],
  ])('names the code alone of %s', (_, error, code) => {
    expect(seen(error)).toEqual([
      'unavailable',
      `the request to ecs.aliyuncs.com:8443 failed (${code})`,
    ]);
    const cause = networkError(error, URL_OF_API, NEVER).cause as Error & { code: string };
    expect([cause.message, cause.code]).toEqual([code, code]);
  });

  it('names the proxy where the proxy is what failed', () => {
    const proxy = new URL('http://user:s3cret@proxy.test:3128');
    expect(seen(proxyError(proxy, withCode('ECONNREFUSED')))).toEqual([
      'unavailable',
      'the proxy proxy.test:3128 refuses connections (ECONNREFUSED)',
    ]);
    expect(seen(proxyError(proxy, timeoutError()))).toEqual([
      'timeout',
      'the proxy proxy.test:3128 did not answer in time (ETIMEDOUT)',
    ]);
    expect(seen(Object.assign(withCode('EPIPE'), { proxy: 7 }))[1]).toMatch(/^ecs\.aliyuncs\.com/);
  });

  it('names the status of a proxy that opens no tunnel', () => {
    expect(seen(proxyError(new URL('http://proxy.test:3128'), 407))).toEqual([
      'unavailable',
      'the proxy refused to connect to ecs.aliyuncs.com:8443 (HTTP 407)',
      'Check HTTPS_PROXY, with its user name and password, and NO_PROXY.',
    ]);
    expect(seen(withCode('PROXY_HTTP_'))[1]).toBe(
      'the request to ecs.aliyuncs.com:8443 failed (PROXY_HTTP_)',
    );
  });

  it('keeps an error of ours, and the reason of a cancelled request', () => {
    const ours = new ImageError('bad-response', 'too long');
    expect(networkError(ours, URL_OF_API, NEVER)).toBe(ours);
    expect(networkError(ours, URL_OF_API, AbortSignal.abort()).code).toBe('cancelled');
  });
});
