/** Waits for work that cannot be called off, as long as somebody wants it. */

import { abortError } from '../errors/abort-error';

/** The promise's outcome, or the signal's error if that comes first. The work itself goes on. */
export async function waitFor<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  let leave = (): void => undefined;
  const aborted = new Promise<never>((_, reject) => {
    leave = () => reject(abortError(signal));
  });
  signal.addEventListener('abort', leave, { once: true });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener('abort', leave);
  }
}
