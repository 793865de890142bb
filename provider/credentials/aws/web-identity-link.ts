/** A role by a token file: EKS service accounts, and other OIDC providers. */
import { brokenFile, readIfThere } from '../profile-file';
import type { CredentialContext, CredentialLink, Finding } from '../chain';
import { PROFILE_FIRST } from '../environment-link';
import { given } from '../given';
import { homeRegion } from './profiles';
import { assumeRole, type Role } from './sts';

const FILE = 'AWS_WEB_IDENTITY_TOKEN_FILE';
const ROLE = 'AWS_ROLE_ARN';

export function awsWebIdentityLink(): CredentialLink {
  return {
    name: 'web identity',
    async find(context) {
      if (context.profile !== undefined) return PROFILE_FIRST;
      const { environment } = context;
      const file = given(environment[FILE]);
      const arn = given(environment[ROLE]);
      if (file === undefined || arn === undefined) return { reason: `${FILE}, ${ROLE} not set` };
      const role = { arn, sessionName: given(environment['AWS_ROLE_SESSION_NAME']) };
      return assumeByTokenFile(role, file, homeRegion(context), `role ${arn}`, context);
    },
  };
}

/** The keys of a role by the token in a file, which others renew. */
export async function assumeByTokenFile(
  role: Role,
  file: string,
  region: string | undefined,
  source: string,
  context: CredentialContext,
): Promise<Finding> {
  const token = given((await readIfThere(file, context)) ?? '');
  if (token === undefined) throw brokenFile(file, 'has no token, or does not exist');
  return assumeRole(role, { webIdentityToken: token }, region, source, context);
}
