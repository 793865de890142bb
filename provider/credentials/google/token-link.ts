/** Access tokens that someone else made. */
import type { CredentialContext, CredentialLink, Finding } from '../chain';
import { bearerCredential } from '../credential';
import { firstGiven } from '../given';
import { impersonate } from './impersonation';
import { withProject } from './project';

const VARIABLES = ['GOOGLE_OAUTH_ACCESS_TOKEN', 'CLOUDSDK_AUTH_ACCESS_TOKEN'];

export function googleTokenLink(): CredentialLink {
  return {
    name: 'environment',
    async find(context) {
      const variable = firstGiven(VARIABLES, context.environment);
      if (variable === undefined) return { reason: `${VARIABLES.join(', ')} not set` };
      return tokenAsGiven(variable.value, `environment ${variable.name}`, context);
    },
  };
}

/** A token with its project, or the token of the service account that is to be impersonated with it. */
export async function tokenAsGiven(
  token: string,
  source: string,
  context: CredentialContext,
): Promise<Finding> {
  const target = context.environment['GOOGLE_IMPERSONATE_SERVICE_ACCOUNT']?.trim() ?? '';
  const found =
    target === ''
      ? { credential: bearerCredential(token), source }
      : await impersonate(target, token, [], source, context);
  return withProject(found, context);
}
