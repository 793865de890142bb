/** The accounts the simulator knows: made-up keys, marked so that a test can search for them in any output. */
import { CLOUDS, type CloudId } from './catalog-image';

/** One access key of one cloud. */
export interface Account {
  readonly cloud: CloudId;
  readonly keyId: string;
  readonly secret: string;
  /** Temporary credentials: requests must carry exactly this token. Absent: they must carry none. */
  readonly token?: string;
  /** Zenlayer's API token, sent as `Authorization: Bearer …` instead of a signature. */
  readonly bearerToken?: string;
  /** False: the key is right, but the account may not list images. Default true. */
  readonly allowed?: boolean;
}

/** Every secret and token in the default accounts contains one of these words. */
export const SECRET_MARKS = ['simulator-secret-', 'simulator-token-'] as const;

/**
 * Per cloud: a plain key, temporary credentials with a token, and a key that may not list images.
 * `qcloud` has the keys of `tencentcloud`, since both are the same account; Zenlayer has no temporary
 * credentials, but an API token.
 */
export function defaultAccounts(): readonly Account[] {
  return CLOUDS.flatMap((cloud): Account[] => {
    const name = cloud === 'qcloud' ? 'tencentcloud' : cloud;
    const plain = { cloud, keyId: `simulator-key-${name}`, secret: `simulator-secret-${name}` };
    const temporary = {
      cloud,
      keyId: `simulator-temporary-key-${name}`,
      secret: `simulator-secret-temporary-${name}`,
      token: `simulator-token-${name}`,
    };
    const forbidden = {
      cloud,
      keyId: `simulator-forbidden-key-${name}`,
      secret: `simulator-secret-forbidden-${name}`,
      allowed: false,
    };
    return cloud === 'zenlayercloud'
      ? [{ ...plain, bearerToken: `simulator-token-${name}` }, forbidden]
      : [plain, temporary, forbidden];
  });
}

/** The plain keys under the names that the clouds' own tools read. `qcloud` reads Tencent's. */
export function accountEnvironment(accounts: readonly Account[]): Record<string, string> {
  const names: Readonly<Record<CloudId, readonly [id: string, secret: string] | undefined>> = {
    alicloud: ['ALIBABA_CLOUD_ACCESS_KEY_ID', 'ALIBABA_CLOUD_ACCESS_KEY_SECRET'],
    tencentcloud: ['TENCENTCLOUD_SECRET_ID', 'TENCENTCLOUD_SECRET_KEY'],
    qcloud: undefined,
    zenlayercloud: ['ZENLAYERCLOUD_ACCESS_KEY_ID', 'ZENLAYERCLOUD_ACCESS_KEY_PASSWORD'],
  };
  const entries = CLOUDS.flatMap((cloud) => {
    const pair = names[cloud];
    const account = accounts.find((candidate) => candidate.cloud === cloud);
    return pair && account
      ? [[pair[0], account.keyId] as const, [pair[1], account.secret] as const]
      : [];
  });
  return Object.fromEntries(entries);
}
