/** A limit on how long something may take, joined with the caller's own signal. */

import { setMaxListeners } from 'node:events';

import { abortError } from '../errors/abort-error';
import { ImageError } from '../errors/image-error';

export interface DeadlineOptions {
  /** Cancels the work early. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds. `Infinity` sets no limit. */
  readonly timeoutMs: number;
  /** What is limited, as the error's subject: `listing alicloud/cn-hangzhou`. */
  readonly label: string;
}

/** The longest delay a Node timer takes; a longer one would fire at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/**
 * Runs work under a deadline.
 *
 * The work gets a signal that is aborted by either side, and a way to ask how much time is left.
 * The promise settles at the deadline even where the work does not listen: with `timeout` when the
 * time is over, with the caller's reason or `cancelled` when the caller gave up.
 */
export async function withDeadline<T>(
  options: DeadlineOptions,
  work: (signal: AbortSignal, remainingMs: () => number) => Promise<T>,
): Promise<T> {
  const { signal, timeoutMs, label } = options;
  if (signal?.aborted === true) throw abortError(signal);

  const controller = new AbortController();
  // Many wait on this one signal; Node takes more than ten for a leak, and prints a warning.
  setMaxListeners(0, controller.signal);
  const aborted = new Promise<never>((_, reject) => {
    controller.signal.addEventListener('abort', () => reject(abortError(controller.signal)));
  });
  const endMs = performance.now() + timeoutMs;
  const cancel = () => controller.abort(signal === undefined ? undefined : abortError(signal));
  const expire = () =>
    controller.abort(new ImageError('timeout', `${label} took longer than ${timeoutMs / 1000} s`));
  signal?.addEventListener('abort', cancel);
  // Not unref'd: where a hung call is all that is left, the process must live to report it.
  const timer = setTimeout(expire, Math.min(timeoutMs, LONGEST_TIMER_MS));
  try {
    const remainingMs = () => Math.max(0, endMs - performance.now());
    return await Promise.race([work(controller.signal, remainingMs), aborted]);
  } catch (error) {
    throw controller.signal.aborted ? abortError(controller.signal) : error;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', cancel);
  }
}
