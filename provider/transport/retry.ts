/** Repeats what may succeed on another attempt, within the caller's deadline. */

import { isRetryable, isThrottling } from '../errors/classify';
import { ImageError, isImageError } from '../errors/image-error';
import { withFacts } from '../errors/with-facts';
import { systemClock, type Clock } from './clock';

/** How often, and with which waits, an attempt is repeated after one kind of failure. */
export interface RetryPace {
  /** Attempts in all, the first one included. */
  readonly maxAttempts: number;
  /** The longest wait after the first failure; it doubles with each further one. Milliseconds. */
  readonly baseDelayMs: number;
  /** Where the doubling ends. Milliseconds. */
  readonly maxDelayMs: number;
  /** How much of a wait is random: 1 is "full jitter", between nothing and all of it. */
  readonly jitter: number;
}

/** Resets, 5xx, slow answers: four more tries within some four seconds on average. */
export const RETRY_PACE: RetryPace = {
  maxAttempts: 5,
  baseDelayMs: 500,
  maxDelayMs: 10_000,
  jitter: 1,
};

/**
 * Throttling: the waits sum up to at least 63.5 s and at most 127 s.
 *
 * Alibaba Cloud counts calls per minute and refuses all further ones until that minute is over, so
 * a shorter patience would fail for sure. Hence only half of each wait is left to chance.
 *
 * @see https://www.alibabacloud.com/help/en/openapi/throttling-and-quota-management
 */
export const THROTTLED_PACE: RetryPace = {
  maxAttempts: 8,
  baseDelayMs: 1000,
  maxDelayMs: 65_000,
  jitter: 0.5,
};

export interface RetryPolicy {
  /** Ends tries and waits. */
  readonly signal: AbortSignal;
  /** How long is left until the caller's deadline. Milliseconds. */
  remainingMs(): number;
  /** Uniform in [0, 1), as `Math.random`. */
  random(): number;
  /** Default {@link RETRY_PACE}. */
  readonly pace?: RetryPace;
  /** Default {@link THROTTLED_PACE}. */
  readonly throttledPace?: RetryPace;
  /** Default {@link systemClock}. */
  readonly clock?: Clock;
  /** Told before each wait. `attempt` is the try that failed. */
  onRetry?(event: {
    readonly error: ImageError;
    readonly attempt: number;
    readonly delayMs: number;
  }): void;
}

/**
 * The result of the first try that succeeds. Tries are counted from 1.
 *
 * A failure that {@link isRetryable} denies is thrown at once, and so is one whose wait would end
 * after the caller's deadline: the reason then says so. Whatever leaves carries `attempts`.
 */
export async function withRetries<T>(
  attempt: (info: { readonly attempt: number }) => Promise<T>,
  policy: RetryPolicy,
): Promise<T> {
  const { clock = systemClock, signal } = policy;
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt({ attempt: tries });
    } catch (error) {
      if (!isImageError(error)) throw error;
      const pace = isThrottling(error)
        ? (policy.throttledPace ?? THROTTLED_PACE)
        : (policy.pace ?? RETRY_PACE);
      if (signal.aborted || !isRetryable(error) || tries >= pace.maxAttempts) {
        throw withFacts(error, { attempts: tries });
      }
      const delayMs = waitAfter(error, tries, pace, policy.random());
      const leftMs = policy.remainingMs();
      if (delayMs >= leftMs)
        throw withFacts(outOfTime(error, delayMs, leftMs), { attempts: tries });
      policy.onRetry?.({ error, attempt: tries, delayMs });
      await clock.sleep(delayMs, signal);
    }
  }
}

/** Exponential with jitter; where the service names a time, not before that. */
function waitAfter(error: ImageError, tries: number, pace: RetryPace, random: number): number {
  const longest = Math.min(pace.maxDelayMs, pace.baseDelayMs * 2 ** (tries - 1));
  const ours = longest * (1 - pace.jitter * random);
  const asked = error.facts.retryAfterMs;
  // Not all at the same instant: others got the same time.
  return asked === undefined ? ours : Math.max(ours, asked + pace.baseDelayMs * random);
}

function outOfTime(error: ImageError, delayMs: number, leftMs: number): ImageError {
  const [wait, left] = [delayMs, leftMs].map((ms) => `${Math.ceil(ms / 100) / 10} s`);
  const reason = `${error.reason}; the next attempt would have to wait ${wait}, and only ${left} are left`;
  return new ImageError(error.code, reason, error.facts);
}

/**
 * What a `Retry-After` header asks for, in milliseconds: seconds, or a date. Nothing where it
 * holds neither.
 */
export function parseRetryAfter(header: string | undefined, now: Date): number | undefined {
  if (header === undefined) return undefined;
  if (/^\s*\d+(\.\d+)?\s*$/.test(header)) return Number(header) * 1000;
  const instant = Date.parse(header);
  return Number.isNaN(instant) ? undefined : Math.max(0, instant - now.getTime());
}
