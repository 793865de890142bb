/**
 * Tokens of the machine that this runs on: Compute Engine, GKE, Cloud Run, Cloud Build.
 *
 * @see https://cloud.google.com/compute/docs/metadata/overview
 */
import { askLocally } from '../aws/local-service';
import type { CredentialContext, CredentialLink, Finding } from '../chain';
import { bearerCredential } from '../credential';
import { checkCredentialsUri } from '../credentials-uri';
import { firstGiven, given } from '../given';
import { parseRecord } from '../profile-file';
import { impersonate } from './impersonation';
import { withProject } from './project';
import { issuedToken } from './token-request';

const HOST_VARIABLES = ['GCE_METADATA_HOST', 'GCE_METADATA_IP'];

/** Where the metadata service is; by its address, since a name can be made to lead elsewhere. */
const ADDRESS = '169.254.169.254';

const HEADERS = { 'metadata-flavor': 'Google' };

export function googleMetadataLink(): CredentialLink {
  return {
    name: 'metadata server',
    async find(context) {
      const { environment } = context;
      const isOff = given(environment['METADATA_SERVER_DETECTION'])?.toLowerCase() === 'none';
      if (isOff || given(environment['NO_GCE_CHECK'])?.toLowerCase() === 'true') {
        return { reason: 'switched off by the environment' };
      }
      const variable = firstGiven(HOST_VARIABLES, environment);
      const base = `http://${variable?.value ?? ADDRESS}/computeMetadata/v1`;
      if (variable !== undefined) {
        checkCredentialsUri(base, `the environment variable ${variable.name}`);
      }
      return machineToken(base, context);
    },
  };
}

async function machineToken(base: string, context: CredentialContext): Promise<Finding> {
  const account = `${base}/instance/service-accounts/default`;
  const token = await read(`${account}/token`, context);
  if (token === undefined) return { reason: `no metadata server at ${new URL(base).host}` };
  const source = 'the service account of this machine';
  if (token.status === 404) return { reason: 'this machine has no service account' };
  const answer = token.status === 200 ? parseRecord(token.text, source) : undefined;
  const issued = issuedToken(token.status, answer, source, context.now());
  const email = await read(`${account}/email`, context);
  const project = await read(`${base}/project/project-id`, context);
  const principal = email?.status === 200 ? given(email.text) : undefined;
  const found = {
    credential: bearerCredential(issued.token),
    source: principal === undefined ? source : `service account ${principal} of this machine`,
    maxAgeMs: issued.maxAgeMs,
    ...(principal === undefined ? {} : { principal }),
  };
  const target = given(context.environment['GOOGLE_IMPERSONATE_SERVICE_ACCOUNT']);
  return withProject(
    target === undefined
      ? found
      : await impersonate(target, issued.token, [], found.source, context),
    context,
    project?.status === 200 ? project.text : undefined,
  );
}

/** Undefined: nothing answers there, or the metadata service of another cloud. */
async function read(url: string, { signal }: CredentialContext) {
  try {
    const answer = await askLocally(url, { headers: HEADERS, signal });
    return answer.headers['metadata-flavor'] === 'Google' ? answer : undefined;
  } catch (error) {
    if (signal.aborted) throw error;
    return undefined;
  }
}
