/** Waits that end when a signal is aborted. */

import { abortError } from '../errors/abort-error';

/** What to call when each signal aborts. */
const listening = new WeakMap<AbortSignal, Listener>();

interface Listener {
  readonly callbacks: Set<() => void>;
  /** The one listener that the signal has. */
  readonly notify: () => void;
}

/**
 * Calls back once the signal is aborted, at once if it already is. Returns how to stop listening.
 *
 * Each signal gets one listener, however many wait on it. Node's own list of listeners is searched
 * on every change, which takes seconds when 10,000 targets wait on one deadline.
 */
export function onAbort(signal: AbortSignal, callback: () => void): () => void {
  if (signal.aborted) {
    callback();
    return () => undefined;
  }
  const { callbacks, notify } = listening.get(signal) ?? listen(signal);
  // The same function may wait twice.
  const entry = () => callback();
  callbacks.add(entry);
  return () => {
    if (!callbacks.delete(entry) || callbacks.size > 0) return;
    signal.removeEventListener('abort', notify);
    listening.delete(signal);
  };
}

function listen(signal: AbortSignal): Listener {
  const callbacks = new Set<() => void>();
  const notify = () => {
    listening.delete(signal);
    for (const callback of callbacks) callback();
  };
  signal.addEventListener('abort', notify, { once: true });
  const listener = { callbacks, notify };
  listening.set(signal, listener);
  return listener;
}

/** The promise's outcome, or the signal's error if that comes first. The work itself goes on. */
export async function abortable<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  let stop = (): void => undefined;
  const aborted = new Promise<never>((_, reject) => {
    stop = onAbort(signal, () => reject(abortError(signal)));
  });
  try {
    return await Promise.race([aborted, promise]);
  } finally {
    stop();
  }
}
