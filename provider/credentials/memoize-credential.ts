/** Keeps a credential as long as it is good. */

import { abortError } from '../errors/abort-error';
import type { ResolvedCredential } from './chain';
import { abortable } from '../transport/abortable';

/** Gives a credential; the signal ends this caller's wait. */
export type CredentialProvider = (signal: AbortSignal) => Promise<ResolvedCredential>;

/** One look-up, and how many wait for it. */
interface Lookup {
  readonly promise: Promise<ResolvedCredential>;
  readonly controller: AbortController;
  waiting: number;
}

/**
 * A provider that asks another one only when it has to: at first, and when `maxAgeMs` is over.
 *
 * Callers at the same time share one look-up, which goes on as long as one of them waits. A
 * failure goes to all who wait, and is forgotten.
 *
 * @param now milliseconds from any fixed point
 */
export function memoizeCredential(
  resolve: CredentialProvider,
  now: () => number,
): CredentialProvider {
  let known: { readonly found: ResolvedCredential; readonly untilMs: number } | undefined;
  let current: Lookup | undefined;

  function begin(): Lookup {
    const controller = new AbortController();
    const promise = resolve(controller.signal);
    const keep = (found: ResolvedCredential) => {
      known = { found, untilMs: now() + (found.maxAgeMs ?? Infinity) };
    };
    // Whoever waits hears of a failure by itself.
    promise.then(keep, () => undefined);
    return { promise, controller, waiting: 0 };
  }

  return async (signal) => {
    if (signal.aborted) throw abortError(signal);
    if (known !== undefined && now() < known.untilMs) return known.found;
    const lookup = (current ??= begin());
    lookup.waiting += 1;
    try {
      return await abortable(lookup.promise, signal);
    } finally {
      lookup.waiting -= 1;
      if (lookup.waiting === 0) {
        if (current === lookup) current = undefined;
        lookup.controller.abort();
      }
    }
  };
}
