/** Token endpoints: a key is traded for a token with a lifetime, and requests carry the token. */
import type { Account } from './account';
import type { CloudId } from './clouds/ids';

/** Tokens that were issued, by token. */
export interface TokenStore {
  /** A new token for this account, good for so long. */
  issue(account: Account, expiresAt: number): string;
  /** Whose token it is: an issued one that has not expired, or an account's own API token. */
  accountOf(cloud: CloudId, token: string, now: number): Account | undefined;
  clear(): void;
}

/** An empty store; `accounts` are those with API tokens of their own. */
export function createTokenStore(accounts: readonly Account[]): TokenStore {
  const issued = new Map<string, { readonly account: Account; readonly expiresAt: number }>();
  let count = 0;
  return {
    issue(account, expiresAt) {
      count += 1;
      // Begins as every secret here does, so that tests find it in any output.
      const token = `simulator-token-issued-${count}-${account.keyId}`;
      issued.set(token, { account, expiresAt });
      return token;
    },
    accountOf(cloud, token, now) {
      const entry = issued.get(token);
      if (entry) {
        const isGood = entry.account.cloud === cloud && now < entry.expiresAt;
        return isGood ? entry.account : undefined;
      }
      return accounts.find((account) => account.cloud === cloud && account.bearerToken === token);
    },
    clear: () => issued.clear(),
  };
}

/** The token of `Authorization: Bearer …`; undefined where there is none. */
export function bearerOf(headers: Readonly<Record<string, string>>): string | undefined {
  return /^Bearer (\S+)$/.exec(headers['authorization'] ?? '')?.[1];
}
