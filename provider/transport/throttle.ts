/** Keeps calls under a rate and a number at once, first come, first served. */

import { systemClock, type Clock } from './clock';
import { createSemaphore } from './semaphore';

export interface RateLimit {
  /** Calls begun in any one second. */
  readonly perSecond: number;
  /** Calls under way at the same time. */
  readonly concurrency: number;
}

export interface Throttle {
  /** Runs work as soon as the limits allow; throws the signal's error where that is aborted first. */
  run<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T>;
  /** Begins no call for a while, since the service has said that it will refuse them. Milliseconds. */
  holdOff(ms: number): void;
}

const WINDOW_MS = 1000;

export function createThrottle(limit: RateLimit, clock: Clock = systemClock): Throttle {
  const places = createSemaphore(limit.concurrency);
  /** One at a time asks for its moment, so that nobody overtakes. */
  const turn = createSemaphore(1);
  /** When the latest calls began, oldest first: as many as one window may hold. */
  const starts: number[] = [];
  let heldUntil = -Infinity;

  async function awaitMoment(signal: AbortSignal): Promise<void> {
    await turn.acquire(signal);
    try {
      for (;;) {
        const oldest = starts[starts.length - limit.perSecond] ?? -Infinity;
        const waitMs = Math.max(heldUntil, oldest + WINDOW_MS) - clock.now();
        if (waitMs <= 0) break;
        await clock.sleep(waitMs, signal);
      }
      starts.push(clock.now());
      if (starts.length > limit.perSecond) starts.shift();
    } finally {
      turn.release();
    }
  }

  return {
    async run(signal, work) {
      await places.acquire(signal);
      try {
        await awaitMoment(signal);
        return await work();
      } finally {
        places.release();
      }
    },
    holdOff(ms) {
      heldUntil = Math.max(heldUntil, clock.now() + ms);
    },
  };
}

/** Throttles by key, such as cloud, account and region: calls that share a quota share a throttle. */
export interface ThrottleRegistry {
  /** The throttle of a key, made on first use. The first limit given for a key is the one in force. */
  get(key: string, limit: RateLimit): Throttle;
}

/** A registry that its caller owns and passes on. */
export function createThrottleRegistry(clock: Clock = systemClock): ThrottleRegistry {
  const throttles = new Map<string, Throttle>();
  return {
    get(key, limit) {
      const throttle = throttles.get(key) ?? createThrottle(limit, clock);
      throttles.set(key, throttle);
      return throttle;
    },
  };
}
