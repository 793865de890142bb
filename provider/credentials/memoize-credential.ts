/** Keeps a credential as long as it is good. */

import { abortError } from '../errors/abort-error';
import { shareWork } from '../transport/share-work';
import type { ResolvedCredential } from './chain';

/** Gives a credential; the signal ends this caller's wait. */
export type CredentialProvider<T = ResolvedCredential> = (signal: AbortSignal) => Promise<T>;

/**
 * A provider that asks another one only when it has to: at first, and when `maxAgeMs` is over.
 *
 * Callers at the same time share one look-up, which goes on as long as one of them waits. A
 * failure goes to all who wait, and is forgotten.
 *
 * @param now - milliseconds from any fixed point
 */
export function memoizeCredential<T extends { readonly maxAgeMs?: number | undefined }>(
  resolve: CredentialProvider<T>,
  now: () => number,
): CredentialProvider<T> {
  let known: { readonly found: T; readonly untilMs: number } | undefined;
  let join: CredentialProvider<T> | undefined;

  const begin = (): CredentialProvider<T> => {
    const end = () => {
      if (join === started) join = undefined;
    };
    const started = shareWork(async (signal) => {
      const found = await resolve(signal);
      known = { found, untilMs: now() + (found.maxAgeMs ?? Infinity) };
      end();
      return found;
    }, end);
    return started;
  };

  return async (signal) => {
    if (signal.aborted) throw abortError(signal);
    if (known !== undefined && now() < known.untilMs) return known.found;
    join ??= begin();
    return join(signal);
  };
}
