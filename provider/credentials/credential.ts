/** Credentials, as objects that no print-out shows. */

import { createHash } from 'node:crypto';
import { inspect } from 'node:util';

/** An id, the secret that signs, and for temporary keys the token that came with them. */
export interface KeyCredential {
  readonly kind: 'key';
  readonly id: string;
  readonly secret: string;
  readonly token: string | undefined;
  /** What a sign-in needs besides, such as the URL of an identity service. Nothing secret. */
  readonly details?: Readonly<Record<string, string>> | undefined;
}

/** A token that is sent as it is. */
export interface BearerCredential {
  readonly kind: 'bearer';
  readonly token: string;
  /** What requests name besides, such as a subscription. Nothing secret. */
  readonly details?: Readonly<Record<string, string>> | undefined;
}

/**
 * What a cloud is called with. Printed, serialized, spread or logged, it shows `[redacted]` or
 * nothing; only its fields give the values.
 */
export type Credential = KeyCredential | BearerCredential;

const REDACTED = '[redacted]';

/** Private fields are the one place that neither a debugger's print-out nor a copy reaches. */
class Sealed {
  toString(): string {
    return REDACTED;
  }
  toJSON(): string {
    return REDACTED;
  }
  [inspect.custom](): string {
    return REDACTED;
  }
}

class SealedKey extends Sealed implements KeyCredential {
  readonly #values: KeyValues;
  constructor(values: KeyValues) {
    super();
    this.#values = values;
  }
  get kind() {
    return 'key' as const;
  }
  get id() {
    return this.#values.id;
  }
  get secret() {
    return this.#values.secret;
  }
  get token() {
    return this.#values.token;
  }
  get details() {
    return this.#values.details;
  }
}

class SealedBearer extends Sealed implements BearerCredential {
  readonly #token: string;
  readonly #details: BearerCredential['details'];
  constructor(token: string, details: BearerCredential['details']) {
    super();
    this.#token = token;
    this.#details = details;
  }
  get kind() {
    return 'bearer' as const;
  }
  get token() {
    return this.#token;
  }
  get details() {
    return this.#details;
  }
}

interface KeyValues {
  readonly id: string;
  readonly secret: string;
  readonly token?: string | undefined;
  readonly details?: Readonly<Record<string, string>> | undefined;
}

export function keyCredential(values: KeyValues): KeyCredential {
  return new SealedKey({ ...values });
}

export function bearerCredential(
  token: string,
  details?: BearerCredential['details'],
): BearerCredential {
  return new SealedBearer(token, details);
}

/** What must appear nowhere, for a redactor. The id is not a secret. */
export function secretsOf(credential: Credential): readonly string[] {
  const { token } = credential;
  const secret = credential.kind === 'key' ? [credential.secret] : [];
  return token === undefined ? secret : [...secret, token];
}

/** Distinguishes accounts in memo and cache keys without naming them. 16 hexadecimal digits. */
export type AccountFingerprint = string;

/**
 * A digest of the id and the details; of the token, where a credential has nothing else.
 *
 * @param accountId - the account whose images are one's own, where the credential does not fix it
 */
export function accountFingerprint(credential: Credential, accountId?: string): AccountFingerprint {
  const { kind, details = {} } = credential;
  const name = kind === 'key' ? credential.id : credential.token;
  const known = [kind, name, ...Object.entries(details).flat()].join(' ');
  return digestOf(`${known}${suffixOf(accountId)}`);
}

function suffixOf(accountId: string | undefined): string {
  return accountId === undefined ? '' : ` for ${accountId}`;
}

/**
 * A digest that is the same in every process that calls as this account.
 *
 * @param principal - who temporary keys belong to
 * @returns undefined for temporary keys of unknown origin: they change with every run
 */
export function accountIdentity(
  credential: Credential,
  principal: string | undefined,
  accountId?: string,
): AccountFingerprint | undefined {
  if (principal !== undefined) return digestOf(`principal ${principal}${suffixOf(accountId)}`);
  const isTemporary = credential.kind === 'key' && credential.token !== undefined;
  return isTemporary ? undefined : accountFingerprint(credential, accountId);
}

function digestOf(name: string): string {
  return createHash('sha256').update(name).digest('hex').slice(0, 16);
}
