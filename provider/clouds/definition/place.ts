/** Names who lists where; listings of the same name share a rate and a memo. Holds no secret. */
import { endpointOf } from './call-api';
import type { CloudContext } from './cloud-context';
import type { CloudDefinition } from './cloud-definition';
import { own } from './own';

export async function placeOf(
  definition: CloudDefinition,
  context: CloudContext,
  region: string,
  signal: AbortSignal,
): Promise<string> {
  const { account, endpoints } = await context.sessions.get(signal);
  const { origin } = endpointOf(definition, context, region, own(endpoints, region));
  return [definition.id, definition.apiVersion, origin, region, account].join(' ');
}
