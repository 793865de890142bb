/** An account that the simulator knows: made-up keys, marked so that a test can search for them in any output. */
import type { CloudId } from './clouds/ids';

/** One access key of one cloud. */
export interface Account {
  readonly cloud: CloudId;
  readonly keyId: string;
  /** Empty where the API knows no keys, only tokens; `keyId` then only names the account. */
  readonly secret: string;
  /** Temporary credentials: requests must carry exactly this token. Absent: they must carry none. */
  readonly token?: string;
  /** An API token, sent as `Authorization: Bearer …` instead of a signature. */
  readonly bearerToken?: string;
  /** What a sign-in needs besides, by the names of the cloud's own tools. */
  readonly details?: Readonly<Record<string, string>>;
  /** False: the key is right, but the account may not list images. Default true. */
  readonly allowed?: boolean;
}

/** Every secret and token in the default accounts contains one of these words. */
export const SECRET_MARKS = ['simulator-secret-', 'simulator-token-'] as const;

/** The plain key of a cloud. */
export function plainAccount(cloud: CloudId, name: string = cloud): Account {
  return { cloud, keyId: `simulator-key-${name}`, secret: `simulator-secret-${name}` };
}

/** A temporary key, which goes with a token. */
export function temporaryAccount(cloud: CloudId, name: string = cloud): Account {
  return {
    cloud,
    keyId: `simulator-temporary-key-${name}`,
    secret: `simulator-secret-temporary-${name}`,
    token: `simulator-token-${name}`,
  };
}

/** A key that may not list images. */
export function forbiddenAccount(cloud: CloudId, name: string = cloud): Account {
  return {
    cloud,
    keyId: `simulator-forbidden-key-${name}`,
    secret: `simulator-secret-forbidden-${name}`,
    allowed: false,
  };
}

/** An account of an API that takes tokens only. */
export function tokenAccount(cloud: CloudId, name: string = cloud): Account {
  const keyId = `simulator-account-${name}`;
  return { cloud, keyId, secret: '', bearerToken: `simulator-token-${name}` };
}

/** A token that may not list images. */
export function forbiddenTokenAccount(cloud: CloudId, name: string = cloud): Account {
  return { ...tokenAccount(cloud, `forbidden-${name}`), allowed: false };
}
