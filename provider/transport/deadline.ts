/** A limit on how long something may take, joined with the caller's own signal. */

import { setMaxListeners } from 'node:events';

import { abortError } from '../errors/abort-error';
import { ImageError } from '../errors/image-error';
import { abortable, onAbort } from './abortable';

export interface DeadlineOptions {
  /** Cancels the work early. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds. `Infinity` sets no limit. */
  readonly timeoutMs: number;
  /** What is limited, as the error's subject: `listing alicloud/cn-hangzhou`. */
  readonly label: string;
}

/** The longest delay of a Node timer; a longer one would fire at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/**
 * Runs work under a deadline.
 *
 * The work gets a signal that either side aborts, and a function that returns the time left. The
 * promise settles at the deadline even if the work ignores the signal: with `timeout` when the time
 * is up, with the caller's reason or `cancelled` when the caller cancelled.
 */
export async function withDeadline<T>(
  options: DeadlineOptions,
  work: (signal: AbortSignal, remainingMs: () => number) => Promise<T>,
): Promise<T> {
  const { signal, timeoutMs, label } = options;
  if (signal?.aborted === true) throw abortError(signal);

  const controller = new AbortController();
  // Libraries may add listeners of their own; Node takes more than ten for a leak, and prints a warning.
  setMaxListeners(0, controller.signal);
  const endMs = performance.now() + timeoutMs;
  const expire = () =>
    controller.abort(new ImageError('timeout', `${label} took longer than ${timeoutMs / 1000} s`));
  const stop =
    signal === undefined ? undefined : onAbort(signal, () => controller.abort(abortError(signal)));
  // Not unref'd: if a hung call is all that is left, the process must live to report it.
  const timer = setTimeout(expire, Math.min(timeoutMs, LONGEST_TIMER_MS));
  try {
    const remainingMs = () => Math.max(0, endMs - performance.now());
    return await abortable(work(controller.signal, remainingMs), controller.signal);
  } catch (error) {
    const reason: unknown = controller.signal.aborted ? abortError(controller.signal) : error;
    // What else the work has started, such as the waits of another list, must not outlive it.
    controller.abort(reason);
    throw reason;
  } finally {
    clearTimeout(timer);
    stop?.();
  }
}
