/** A signal for several pieces of work that end together. */

import { setMaxListeners } from 'node:events';

import { abortError } from '../errors/abort-error';

/**
 * Runs work with a signal of its own, which is aborted when the caller's signal is or when the work
 * fails: then whatever the work has started ends too. No listener is left on the caller's signal.
 */
export async function withChildSignal<T>(
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  // Many wait on this one signal; Node takes more than ten for a leak, and prints a warning.
  setMaxListeners(0, controller.signal);
  const cancel = () => controller.abort(abortError(signal));
  if (signal.aborted) cancel();
  signal.addEventListener('abort', cancel, { once: true });
  try {
    return await work(controller.signal);
  } catch (error) {
    controller.abort(error);
    throw error;
  } finally {
    signal.removeEventListener('abort', cancel);
  }
}
