/** Time as the waiting parts of this folder see it, so that a test can hold it in its hand. */

import { setTimeout as sleep } from 'node:timers/promises';

import { abortError } from '../errors/abort-error';

export interface Clock {
  /** Milliseconds from some fixed point; never goes back. Not a date. */
  now(): number;
  /** Waits, or throws the signal's error as soon as it is aborted. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
}

/** The machine's own clock. Its timers keep the process alive, so that a wait is never cut by an early exit. */
export const systemClock: Clock = {
  now: () => performance.now(),
  async sleep(ms, signal) {
    try {
      await sleep(ms, undefined, { signal });
    } catch {
      throw abortError(signal);
    }
  },
};
