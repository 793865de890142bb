/** Temporary keys as AWS's services issue them. */
import { ImageError } from '../../errors/image-error';
import type { Finding } from '../chain';
import { keyCredential } from '../credential';

/** A key is requested again this long before it ends. Milliseconds. */
const MARGIN_MS = 5 * 60_000;

/** The fields that all services have, by their usual names. */
export interface IssuedKeys {
  readonly id: unknown;
  readonly secret: unknown;
  readonly token: unknown;
  /** RFC 3339, or milliseconds since 1970. Absent: the keys do not end. */
  readonly expiration?: unknown;
}

/** @throws ImageError `unauthenticated` for an answer without keys */
export function findingOf(keys: IssuedKeys, source: string, now: Date): Finding {
  const { id, secret, token, expiration } = keys;
  if (typeof id !== 'string' || typeof secret !== 'string' || id === '' || secret === '') {
    throw noKeys(source, 'the answer has no keys');
  }
  const end =
    typeof expiration === 'string' ? Date.parse(expiration) : Number(expiration ?? Number.NaN);
  return {
    credential: keyCredential({ id, secret, token: typeof token === 'string' ? token : undefined }),
    source,
    ...(Number.isNaN(end) ? {} : { maxAgeMs: Math.max(0, end - now.getTime() - MARGIN_MS) }),
  };
}

/** The error of a place that should have given keys. Messages of services are not quoted as a whole. */
export function noKeys(source: string, reason: string, hint?: string): ImageError {
  return new ImageError('unauthenticated', `${source} gave no keys (${reason})`, {
    hint: hint ?? 'Check that the role exists, trusts this caller, and can be reached from here.',
  });
}
