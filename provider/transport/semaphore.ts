/** A number of places, taken in order of arrival. */

import { abortError } from '../errors/abort-error';

export interface Semaphore {
  /** Waits for a place; throws the signal's error, and takes none, where that is aborted first. */
  acquire(signal: AbortSignal): Promise<void>;
  /** Gives a place back: to whoever has waited longest. */
  release(): void;
}

export function createSemaphore(places: number): Semaphore {
  const waiting: (() => void)[] = [];
  let free = places;
  return {
    async acquire(signal) {
      if (signal.aborted) throw abortError(signal);
      if (free > 0) {
        free -= 1;
        return;
      }
      await new Promise<void>((resolve, reject) => {
        const enter = () => {
          signal.removeEventListener('abort', leave);
          resolve();
        };
        const leave = () => {
          waiting.splice(waiting.indexOf(enter), 1);
          reject(abortError(signal));
        };
        signal.addEventListener('abort', leave, { once: true });
        waiting.push(enter);
      });
    },
    release() {
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    },
  };
}
