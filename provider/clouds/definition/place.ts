/** Names who lists where; listings of the same name share a rate and a memo. Holds no secret. */
import { endpointOf } from './call-api';
import type { Account, CloudContext } from './cloud-context';
import type { CloudDefinition } from './cloud-definition';

/** The name within this process. */
export async function placeOf(
  definition: CloudDefinition,
  context: CloudContext,
  region: string,
  signal: AbortSignal,
): Promise<string> {
  const { account } = await context.sessions.identify(signal);
  return nameOf(definition, context, region, account);
}

/**
 * The name between processes.
 *
 * @returns undefined where it is not known whose images would be listed
 */
export async function lastingPlaceOf(
  definition: CloudDefinition,
  context: CloudContext,
  region: string,
  signal: AbortSignal,
): Promise<string | undefined> {
  const { identity }: Account = await context.sessions.identify(signal);
  return identity === undefined ? undefined : nameOf(definition, context, region, identity);
}

/** Where a sign-in names the endpoints, they follow from the account. */
function nameOf(
  definition: CloudDefinition,
  context: CloudContext,
  region: string,
  account: string,
): string {
  const { origin } = endpointOf(definition, context, region, undefined);
  return [definition.id, definition.apiVersion, origin, region, account].join(' ');
}
