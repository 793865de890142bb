/** What may be done about an error. Callers use these and never compare codes themselves. */

import { isImageError, type ErrorCode } from './image-error';

/** Whether the same call may succeed when made again a little later. */
const RETRYABLE = {
  'invalid-query': false,
  'invalid-configuration': false,
  'unsupported-filter': false,
  'no-match': false,
  'ambiguous-match': false,
  'not-locked': false,
  'invalid-lock': false,
  'denied-image': false,
  unauthenticated: false,
  forbidden: false,
  throttled: true,
  unavailable: true,
  timeout: true,
  cancelled: false,
  'bad-request': false,
  'bad-response': false,
  internal: false,
} as const satisfies Record<ErrorCode, boolean>;

/**
 * Causes of `unavailable` that waiting does not cure: a name that does not exist, a certificate
 * that is not trusted, a proxy that refuses. A problem of the DNS server itself is `EAI_AGAIN`, and
 * passes.
 */
const LASTING_CAUSES = /^(ENOTFOUND|EPROTO|ERR_TLS_|ERR_SSL_|PROXY_HTTP_4)|CERT|LEAF_SIGNATURE/;

/** Whether another attempt may help: throttling, an unavailable service, a lost connection, a slow response. */
export function isRetryable(error: unknown): boolean {
  if (!isImageError(error) || !RETRYABLE[error.code]) return false;
  return !LASTING_CAUSES.test(causeCode(error) ?? '');
}

/** Whether the service asks for fewer calls. Its quota may take a minute to recover. */
export function isThrottling(error: unknown): boolean {
  return isImageError(error) && error.code === 'throttled';
}

/** Node's or TLS's own code of the failure underneath, such as `ECONNRESET`. */
export function causeCode(error: unknown): string | undefined {
  if (!isImageError(error)) return undefined;
  const cause: unknown = error.facts.cause;
  if (typeof cause !== 'object' || cause === null || !('code' in cause)) return undefined;
  return typeof cause.code === 'string' ? cause.code : undefined;
}
