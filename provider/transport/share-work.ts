/** One piece of work that several callers wait for ("single flight"). */

import { abortable } from './abortable';

/**
 * Starts work and returns how to wait for it.
 *
 * A caller whose signal is aborted leaves, and the work goes on for the others. When all have left,
 * it is aborted. A failure goes to everyone who waits.
 *
 * @param forget - called when the result is of no use to later callers: the work failed, or all left
 */
export function shareWork<T>(
  work: (signal: AbortSignal) => Promise<T>,
  forget: () => void,
): (signal: AbortSignal) => Promise<T> {
  const controller = new AbortController();
  let waiting = 0;
  let settled = false;
  const promise = work(controller.signal);
  promise.then(
    () => (settled = true),
    () => {
      settled = true;
      forget();
    },
  );
  return async (signal) => {
    waiting += 1;
    try {
      return await abortable(promise, signal);
    } finally {
      waiting -= 1;
      if (waiting === 0 && !settled) {
        forget();
        controller.abort();
      }
    }
  };
}
