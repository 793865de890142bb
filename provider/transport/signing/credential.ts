/** What a signer needs to know of a credential. `credentials/` has objects of this shape. */

import { ImageError } from '../../errors/image-error';

/** An id, the secret that signs, and for temporary keys the token that came with them. */
export interface SigningKey {
  readonly kind: 'key';
  readonly id: string;
  readonly secret: string;
  readonly token?: string | undefined;
  /** What a sign-in needs besides. Nothing secret. */
  readonly details?: Readonly<Record<string, string>> | undefined;
}

/** A token that is sent as it is, in place of a signature. */
export interface BearerToken {
  readonly kind: 'bearer';
  readonly token: string;
  /** What requests name besides, such as a subscription. Nothing secret. */
  readonly details?: Readonly<Record<string, string>> | undefined;
}

export type SigningCredential = SigningKey | BearerToken;

/** When a request is signed. Both parts come from the caller, so that a signer stays pure. */
export interface SigningMoment {
  readonly now: Date;
  /** Unique per request. Decimal digits, no leading zero: the one form every scheme here takes. */
  readonly nonce: string;
}

/** The key pair of a scheme that has no bearer mode; any other credential is `unauthenticated`. */
export function requireKey(credential: SigningCredential, scheme: string): SigningKey {
  if (credential.kind === 'key') return credential;
  throw new ImageError(
    'unauthenticated',
    `${scheme} signs with a key pair; it takes no bearer token`,
    {
      hint: 'Give an access key id and its secret instead of a token.',
    },
  );
}

/** The token of an API that takes nothing else; a key pair is `unauthenticated`. */
export function requireBearer(credential: SigningCredential, api: string): BearerToken {
  if (credential.kind === 'bearer') return credential;
  throw new ImageError('unauthenticated', `${api} takes an API token, and no key pair`, {
    hint: 'Give a token instead of a key pair.',
  });
}
