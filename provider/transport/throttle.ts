/** Keeps calls under a rate and a number at once, first come, first served. */

import { systemClock, type Clock } from './clock';
import { createSemaphore } from './semaphore';

/** How fast an API may be called: a token bucket, and a limit on calls at the same time. */
export interface RateLimit {
  /** Calls that may begin at once after a pause: the size of the bucket. */
  readonly burst: number;
  /** Calls per second in the long run: how fast the bucket fills. */
  readonly perSecond: number;
  /** Calls in progress at the same time. */
  readonly concurrency: number;
}

export interface Throttle {
  /** Runs work as soon as the limits allow; throws the signal's error if that is aborted first. */
  run<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T>;
  /** Begins no call for a while, since the service would refuse it, and at most one second's worth at once after that. Milliseconds. */
  holdOff(ms: number): void;
}

export function createThrottle(limit: RateLimit, clock: Clock = systemClock): Throttle {
  const { burst, perSecond, concurrency } = limit;
  const places = createSemaphore(concurrency);
  /** One call at a time waits for its token, so that none overtakes another. */
  const turn = createSemaphore(1);
  let tokens = burst;
  /** When `tokens` was right. In the future while calls are held off. */
  let countedAt = clock.now();

  function refill(): void {
    const elapsedMs = clock.now() - countedAt;
    if (elapsedMs <= 0) return;
    tokens = Math.min(burst, tokens + (elapsedMs * perSecond) / 1000);
    countedAt += elapsedMs;
  }

  async function takeToken(signal: AbortSignal): Promise<void> {
    await turn.acquire(signal);
    try {
      for (;;) {
        refill();
        const heldMs = Math.max(0, countedAt - clock.now());
        const waitMs = heldMs + (Math.max(0, 1 - tokens) * 1000) / perSecond;
        // Sums of fractions may miss a whole token by a hair.
        if (waitMs < 1e-6) break;
        await clock.sleep(waitMs, signal);
      }
      tokens -= 1;
    } finally {
      turn.release();
    }
  }

  return {
    async run(signal, work) {
      await places.acquire(signal);
      try {
        await takeToken(signal);
        return await work();
      } finally {
        places.release();
      }
    },
    holdOff(ms) {
      const until = clock.now() + ms;
      if (until <= countedAt) return;
      countedAt = until;
      tokens = Math.min(tokens, perSecond);
    },
  };
}
