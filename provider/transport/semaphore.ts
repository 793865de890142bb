/** A limited number of places, given in order of arrival. */

import { abortError } from '../errors/abort-error';
import { onAbort } from './abortable';

export interface Semaphore {
  /** Waits for a place; throws the signal's error, and takes none, if that is aborted first. */
  acquire(signal: AbortSignal): Promise<void>;
  /** Gives a place back, to the caller that has waited longest. */
  release(): void;
}

export function createSemaphore(places: number): Semaphore {
  /** In order of arrival. A set, so that thousands can leave at once without searching a list. */
  const waiting = new Set<() => void>();
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
          stop();
          resolve();
        };
        const stop = onAbort(signal, () => {
          waiting.delete(enter);
          reject(abortError(signal));
        });
        waiting.add(enter);
      });
    },
    release() {
      const [next] = waiting;
      if (next === undefined) {
        free += 1;
        return;
      }
      waiting.delete(next);
      next();
    },
  };
}
