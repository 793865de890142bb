/** The error reasons of Google's APIs in our closed set. */
import type { FailureTable } from '../definition/failures';

/**
 * Reasons of the old form, then those of `google.rpc.ErrorInfo` and canonical codes, which come where
 * an answer has no old reason. Throttling has the status 403 here.
 *
 * @see https://cloud.google.com/compute/docs/api/errors
 * @see https://cloud.google.com/apis/design/errors
 */
export const FAILURES: FailureTable = {
  notFound: 'no-such-image',
  NOT_FOUND: 'no-such-image',
  authError: 'unauthenticated',
  required: 'unauthenticated',
  unauthorized: 'unauthenticated',
  UNAUTHENTICATED: 'unauthenticated',
  ACCESS_TOKEN_EXPIRED: 'unauthenticated',
  ACCESS_TOKEN_TYPE_UNSUPPORTED: 'unauthenticated',
  CREDENTIALS_MISSING: 'unauthenticated',
  rateLimitExceeded: 'throttled',
  userRateLimitExceeded: 'throttled',
  quotaExceeded: 'throttled',
  dailyLimitExceeded: 'throttled',
  RATE_LIMIT_EXCEEDED: 'throttled',
  RESOURCE_EXHAUSTED: 'throttled',
  forbidden: 'forbidden',
  insufficientPermissions: 'forbidden',
  accessNotConfigured: 'forbidden',
  ACCESS_TOKEN_SCOPE_INSUFFICIENT: 'forbidden',
  SERVICE_DISABLED: 'forbidden',
  USER_PROJECT_DENIED: 'forbidden',
  BILLING_DISABLED: 'forbidden',
  CONSUMER_INVALID: 'forbidden',
  IAM_PERMISSION_DENIED: 'forbidden',
  PERMISSION_DENIED: 'forbidden',
  invalid: 'bad-request',
  invalidParameter: 'bad-request',
  invalidFilter: 'bad-request',
  badRequest: 'bad-request',
  parseError: 'bad-request',
  FAILED_PRECONDITION: 'bad-request',
  INVALID_ARGUMENT: 'bad-request',
  backendError: 'unavailable',
  internalError: 'unavailable',
  resourceNotReady: 'unavailable',
  INTERNAL: 'unavailable',
  UNAVAILABLE: 'unavailable',
  // Warnings of an answer that lacks a part of the list.
  UNREACHABLE: 'unavailable',
  PARTIAL_SUCCESS: 'unavailable',
  LIST_OVERHEAD_QUOTA_EXCEED: 'unavailable',
};
