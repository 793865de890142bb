/** Time as the waiting parts of this folder see it, so that tests can control it. */

import { abortError } from '../errors/abort-error';
import { onAbort } from './abortable';

export interface Clock {
  /** Milliseconds from some fixed point; never goes back. Not a date. */
  now(): number;
  /** Waits, or throws the signal's error as soon as it is aborted. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
}

/** The machine's own clock. Its timers keep the process alive, so that a wait is never cut short by an early exit. */
export const systemClock: Clock = {
  now: () => performance.now(),
  sleep: (ms, signal) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        stop();
        resolve();
      }, ms);
      const stop = onAbort(signal, () => {
        clearTimeout(timer);
        reject(abortError(signal));
      });
    }),
};
