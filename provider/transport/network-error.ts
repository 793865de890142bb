/** What a failed connection means: our error code and a message. */

import { abortError } from '../errors/abort-error';
import { ImageError, isImageError, type ErrorCode } from '../errors/image-error';

interface Meaning {
  readonly code: ErrorCode;
  /** What happened, after the name of the host. */
  readonly text: string;
  readonly hint?: string;
}

const UNTRUSTED: Meaning = {
  code: 'unavailable',
  text: 'has a certificate that is not trusted on this machine',
  hint:
    'If a proxy on the way re-encrypts connections, trust its certificate:\n' +
    '  export NODE_EXTRA_CA_CERTS=/path/to/ca.pem',
};

const LOST: Meaning = {
  code: 'unavailable',
  text: 'closed the connection before its answer was complete',
};

const SLOW: Meaning = { code: 'timeout', text: 'did not answer in time' };

/** First match wins; the patterns are anchored at both ends. */
const MEANINGS: readonly (readonly [code: string, meaning: Meaning])[] = [
  [
    'ENOTFOUND',
    {
      code: 'unavailable',
      text: 'is not a known host name',
      hint: 'Check the region and the endpoint for typos, and the DNS of this network.',
    },
  ],
  ['EAI_AGAIN', { code: 'unavailable', text: 'could not be resolved: DNS does not answer' }],
  ['ECONNREFUSED', { code: 'unavailable', text: 'refuses connections' }],
  [
    'EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL',
    { code: 'unavailable', text: 'cannot be reached from this machine' },
  ],
  ['ECONNRESET|EPIPE|ERR_STREAM_PREMATURE_CLOSE', LOST],
  ['ETIMEDOUT', SLOW],
  [
    'CERT_HAS_EXPIRED|CERT_NOT_YET_VALID',
    {
      code: 'unavailable',
      text: 'has a certificate that is not valid today',
      hint: "Check this machine's clock.",
    },
  ],
  [
    'ERR_TLS_CERT_ALTNAME_INVALID',
    { code: 'unavailable', text: 'has a certificate for another host name' },
  ],
  ['.*CERT.*|.*LEAF_SIGNATURE', UNTRUSTED],
  ['EPROTO|ERR_SSL_.*|ERR_TLS_.*', { code: 'unavailable', text: 'does not speak TLS as expected' }],
  ['HPE_.*', { code: 'bad-response', text: 'did not answer in HTTP' }],
  [
    'Z_.*|ERR__?ERROR_FORMAT_.*|ERR_BROTLI.*',
    { code: 'bad-response', text: 'sent a body that cannot be decompressed' },
  ],
  [
    'ERR_INVALID_CHAR',
    {
      code: 'invalid-configuration',
      text: 'was not called: a header would hold a character that is not allowed there',
      hint: 'Check the access keys and tokens for stray characters, such as a line break.',
    },
  ],
];

/** The error of a connection that is not ready, or silent, for too long. */
export function timeoutError(): Error {
  return Object.assign(new Error('timeout'), { code: 'ETIMEDOUT' });
}

/** The error of a proxy that opens no tunnel: what it answered, or what went wrong before. */
export function proxyError(proxy: URL, failure: Error | number): Error {
  const code = typeof failure === 'number' ? `PROXY_HTTP_${failure}` : codeOf(failure);
  return Object.assign(new Error(code), { code, proxy: proxy.host });
}

/**
 * The {@link ImageError} of a request that got no answer.
 *
 * Only the code of the error underneath goes on: its text and fields may show addresses with
 * passwords, headers or parts of a body.
 */
export function networkError(error: unknown, url: URL, signal: AbortSignal): ImageError {
  if (signal.aborted) return abortError(signal);
  if (isImageError(error)) return error;
  const code = codeOf(error);
  const cause = Object.assign(new Error(code), { code });
  const [, proxyStatus] = /^PROXY_HTTP_(\d+)$/.exec(code) ?? [];
  if (proxyStatus !== undefined) {
    const reason = `the proxy refused to connect to ${url.host} (HTTP ${proxyStatus})`;
    return new ImageError('unavailable', reason, {
      hint: 'Check HTTPS_PROXY, with its user name and password, and NO_PROXY.',
      cause,
    });
  }
  const proxy = proxyOf(error);
  const subject = proxy === undefined ? url.host : `the proxy ${proxy}`;
  const meaning = MEANINGS.find(([pattern]) => new RegExp(`^(${pattern})$`).test(code))?.[1];
  if (meaning === undefined) {
    const reason = `the request to ${subject} failed (${code})`;
    return new ImageError('unavailable', reason, { cause });
  }
  return new ImageError(meaning.code, `${subject} ${meaning.text} (${code})`, {
    cause,
    ...(meaning.hint === undefined ? {} : { hint: meaning.hint }),
  });
}

function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return 'unknown';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return error instanceof Error ? error.name : 'unknown';
}

/** The proxy that an error is about. */
function proxyOf(error: unknown): string | undefined {
  const isAboutProxy = error instanceof Error && 'proxy' in error;
  return isAboutProxy && typeof error.proxy === 'string' ? error.proxy : undefined;
}
