/** The accounts that a world starts with, and the variables that carry their keys to a child process. */
import type { Account } from './account';
import { CLOUDS, type CloudId } from './clouds/ids';
import { SIMULATED_CLOUDS } from './clouds/index';

/** Per cloud: a plain key first, then what else its API takes, and a key that may not list images. */
export function defaultAccounts(): readonly Account[] {
  return CLOUDS.flatMap((cloud) => SIMULATED_CLOUDS[cloud].accounts());
}

/** The first key of each cloud under the names that the cloud's own tools read. */
export function accountEnvironment(
  accounts: readonly Account[],
  endpoints: Partial<Readonly<Record<CloudId, string>>> = {},
): Record<string, string> {
  const entries = CLOUDS.flatMap((cloud) => {
    const account = accounts.find((candidate) => candidate.cloud === cloud);
    const endpoint = endpoints[cloud] ?? `https://${cloud}.test`;
    return account ? Object.entries(SIMULATED_CLOUDS[cloud].environment(account, endpoint)) : [];
  });
  return Object.fromEntries(entries);
}
