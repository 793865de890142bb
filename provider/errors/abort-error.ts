/** What an aborted signal means to whoever waited on it. */

import { ImageError, isImageError } from './image-error';

/**
 * The error of an aborted signal: its reason, where that is already one of ours; `timeout` for
 * `AbortSignal.timeout`; else `cancelled`.
 */
export function abortError(signal: AbortSignal): ImageError {
  const reason: unknown = signal.reason;
  if (isImageError(reason)) return reason;
  if (reason instanceof DOMException && reason.name === 'TimeoutError') {
    return new ImageError('timeout', 'the time the caller allowed is over');
  }
  return new ImageError('cancelled', 'the caller cancelled the call');
}
