/** A clock that stands still until everything waits for it, and then jumps. No test waits in real time. */

import { setImmediate as settle } from 'node:timers/promises';

import { abortError } from '../../provider/errors/abort-error';
import type { Clock } from '../../provider/transport/clock';

export interface VirtualClock extends Clock {
  /** Moves time on until a promise has settled, and gives its outcome. */
  run<T>(promise: Promise<T>): Promise<T>;
  /** Every wait that was asked for. Milliseconds. */
  readonly waits: readonly number[];
  /** Waits under way. */
  pending(): number;
}

export function virtualClock(): VirtualClock {
  let now = 0;
  const waits: number[] = [];
  const sleepers: { readonly at: number; readonly wake: () => void }[] = [];
  return {
    waits,
    now: () => now,
    pending: () => sleepers.length,
    async sleep(ms, signal) {
      if (signal.aborted) throw abortError(signal);
      waits.push(ms);
      await new Promise<void>((resolve, reject) => {
        const wake = () => {
          sleepers.splice(sleepers.indexOf(sleeper), 1);
          signal.removeEventListener('abort', leave);
          resolve();
        };
        const leave = () => {
          sleepers.splice(sleepers.indexOf(sleeper), 1);
          reject(abortError(signal));
        };
        const sleeper = { at: now + ms, wake };
        sleepers.push(sleeper);
        signal.addEventListener('abort', leave, { once: true });
      });
    },
    async run(promise) {
      const outcome: { settled: boolean } = { settled: false };
      const watched = promise.finally(() => (outcome.settled = true));
      watched.catch(() => undefined);
      for (;;) {
        await settle();
        if (outcome.settled) return await watched;
        const at = Math.min(...sleepers.map((sleeper) => sleeper.at));
        if (at === Infinity) throw new Error('nothing moves any more');
        now = at;
        for (const sleeper of sleepers.filter((one) => one.at === at)) sleeper.wake();
      }
    },
  };
}
