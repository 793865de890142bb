/** What a connection that failed means, in our codes and in words. */

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
  text: 'answers with a certificate that is not trusted here',
  hint:
    'Where a proxy on the way re-encrypts connections, trust its certificate:\n' +
    '  export NODE_EXTRA_CA_CERTS=/path/to/ca.pem',
};

const LOST: Meaning = {
  code: 'unavailable',
  text: 'closed the connection before its answer was complete',
};

const SLOW: Meaning = { code: 'timeout', text: 'did not answer in time' };

const CLOSED: Meaning = { code: 'cancelled', text: 'was not asked: the client is closed' };

/** First match wins; the patterns are anchored at both ends. */
const MEANINGS: readonly (readonly [code: string, meaning: Meaning])[] = [
  [
    'ENOTFOUND',
    {
      code: 'unavailable',
      text: 'is not a name the name service knows',
      hint: 'Check the region and the endpoint for a typing mistake, and the network for its name service.',
    },
  ],
  [
    'EAI_AGAIN',
    { code: 'unavailable', text: 'could not be looked up: the name service does not answer' },
  ],
  ['ECONNREFUSED', { code: 'unavailable', text: 'refuses connections' }],
  [
    'EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL',
    { code: 'unavailable', text: 'cannot be reached from here' },
  ],
  [
    'ECONNRESET|EPIPE|UND_ERR_SOCKET|ERR_STREAM_PREMATURE_CLOSE|UND_ERR_RES_CONTENT_LENGTH_MISMATCH',
    LOST,
  ],
  ['ETIMEDOUT|UND_ERR_CONNECT_TIMEOUT|UND_ERR_HEADERS_TIMEOUT|UND_ERR_BODY_TIMEOUT', SLOW],
  [
    'CERT_HAS_EXPIRED|CERT_NOT_YET_VALID',
    {
      code: 'unavailable',
      text: 'answers with a certificate that is not valid today',
      hint: "Check this machine's clock.",
    },
  ],
  [
    'ERR_TLS_CERT_ALTNAME_INVALID',
    { code: 'unavailable', text: 'answers with a certificate made out to another name' },
  ],
  ['.*CERT.*|.*LEAF_SIGNATURE', UNTRUSTED],
  ['EPROTO|ERR_SSL_.*|ERR_TLS_.*', { code: 'unavailable', text: 'does not speak TLS as expected' }],
  [
    'HPE_.*|HTTPParserError|UND_ERR_HEADERS_OVERFLOW',
    { code: 'bad-response', text: 'did not answer in HTTP' },
  ],
  [
    'Z_.*|ERR__?ERROR_FORMAT_.*|ERR_BROTLI.*',
    { code: 'bad-response', text: 'sent a body that cannot be decompressed' },
  ],
  ['UND_ERR_CLOSED|UND_ERR_DESTROYED', CLOSED],
];

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
  if (isProxyRefusal(error)) {
    return new ImageError('unavailable', `the proxy refused to connect to ${url.host}`, {
      hint: 'Check HTTPS_PROXY, with its user name and password, and NO_PROXY.',
      cause,
    });
  }
  const meaning = MEANINGS.find(([pattern]) => new RegExp(`^(${pattern})$`).test(code))?.[1];
  if (meaning === undefined) {
    return new ImageError('unavailable', `the request to ${url.host} failed (${code})`, { cause });
  }
  return new ImageError(meaning.code, `${url.host} ${meaning.text} (${code})`, {
    cause,
    ...(meaning.hint === undefined ? {} : { hint: meaning.hint }),
  });
}

function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return 'unknown';
  if ('code' in error && typeof error.code === 'string') return error.code;
  // Some of undici's errors wrap the one that tells.
  if ('cause' in error && error.cause !== undefined) return codeOf(error.cause);
  return error instanceof Error ? error.name : 'unknown';
}

function isProxyRefusal(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith('Proxy response');
}
