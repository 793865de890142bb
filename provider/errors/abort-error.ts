/** The error for callers that waited on an aborted signal. */

import { ImageError, isImageError } from './image-error';

/**
 * The error of an aborted signal: its reason, if that is already one of ours; `timeout` for
 * `AbortSignal.timeout`; else `cancelled`.
 */
export function abortError(signal: AbortSignal): ImageError {
  const reason: unknown = signal.reason;
  if (isImageError(reason)) return reason;
  if (reason instanceof DOMException && reason.name === 'TimeoutError') {
    return new ImageError('timeout', 'the time limit of the caller has passed');
  }
  return new ImageError('cancelled', 'the caller cancelled the call');
}
