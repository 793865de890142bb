/** Tokens for Azure's API that something on this machine issues. */
import { ImageError } from '../../errors/image-error';
import type { Finding } from '../chain';
import { bearerCredential } from '../credential';
import type { Details } from './details';

/** A token is requested again this long before it ends. Milliseconds. */
const MARGIN_MS = 5 * 60_000;

/** @throws ImageError `unauthenticated` for an answer without a token */
export function tokenFinding(
  issued: {
    readonly token: unknown;
    /** Seconds since 1970, as a number or a string. */
    readonly expiresOn: unknown;
    readonly details: Details;
    readonly principal: string;
  },
  source: string,
  now: Date,
): Finding {
  const { token, expiresOn, details, principal } = issued;
  if (typeof token !== 'string' || token === '') throw noToken(source, 'its answer has no token');
  const endMs = Number(expiresOn) * 1000;
  return {
    credential: bearerCredential(token, details),
    source,
    principal,
    maxAgeMs: endMs > 0 ? Math.max(0, endMs - now.getTime() - MARGIN_MS) : MARGIN_MS,
  };
}

/** The error of a place that should have given a token. Messages of services are not quoted as a whole. */
export function noToken(source: string, reason: string, hint?: string): ImageError {
  return new ImageError('unauthenticated', `${source} gave no token (${reason})`, {
    hint: hint ?? 'Check that the identity exists and is assigned to this machine.',
  });
}
