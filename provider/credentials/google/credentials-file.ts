/**
 * Credentials files of Google, by their `type`.
 *
 * @see https://google.aip.dev/auth/4110
 */
import type { CredentialContext, Finding } from '../chain';
import { bearerCredential } from '../credential';
import { brokenFile, isRecord, parseRecord, textField, type JsonRecord } from '../profile-file';
import { accountOfUrl, IAM_CREDENTIALS, impersonate } from './impersonation';
import { withProject } from './project';
import { COMPUTE, serviceAccountToken } from './service-account';
import { requestToken } from './token-request';
import { federatedToken } from './workload-identity';

const TOKEN_URL = 'https://oauth2.googleapis.com/token';

/** Where a file's tokens are to be used. */
type Audience = typeof COMPUTE | typeof IAM_CREDENTIALS;

/** What to do with a file that is not supported. */
const USE_A_TOKEN =
  'Let the gcloud command sign in, and give its token:\n  export GOOGLE_OAUTH_ACCESS_TOKEN="$(gcloud auth print-access-token)"';

/**
 * The token of a credentials file, with its project.
 *
 * @param path - of the file, or what stands for it in errors
 */
export async function tokenOfFile(
  contents: string,
  path: string,
  context: CredentialContext,
): Promise<Finding> {
  const record = parseRecord(contents, path);
  const target = context.environment['GOOGLE_IMPERSONATE_SERVICE_ACCOUNT']?.trim() ?? '';
  const isOther = target !== '';
  const found = await tokenOf(record, path, isOther ? IAM_CREDENTIALS : COMPUTE, context);
  const project =
    textField(record, 'project_id', path) ?? textField(record, 'quota_project_id', path);
  if (!isOther || !('credential' in found)) return withProject(found, context, project);
  const { token = '' } = found.credential;
  return withProject(await impersonate(target, token, [], found.source, context), context, project);
}

type Reader = (
  record: JsonRecord,
  path: string,
  context: CredentialContext,
  audience: Audience,
) => Promise<Finding> | Finding;

const BY_TYPE: Readonly<Record<string, Reader>> = {
  service_account: (record, path, context, audience) =>
    serviceAccountToken(record, path, context.now(), audience),
  authorized_user: userToken,
  external_account: externalToken,
  impersonated_service_account: impersonatedToken,
};

async function tokenOf(
  record: JsonRecord,
  path: string,
  audience: Audience,
  context: CredentialContext,
): Promise<Finding> {
  const universe = textField(record, 'universe_domain', path) ?? 'googleapis.com';
  if (universe !== 'googleapis.com') {
    throw brokenFile(path, `is for the universe ${universe}, which is not supported`);
  }
  const type = textField(record, 'type', path);
  const read = type !== undefined && Object.hasOwn(BY_TYPE, type) ? BY_TYPE[type] : undefined;
  if (read !== undefined) return read(record, path, context, audience);
  const problem =
    type === undefined ? 'has no type' : `has the type ${type}, which is not supported`;
  throw brokenFile(path, problem, USE_A_TOKEN);
}

/** A person's own sign-in by the gcloud command. */
async function userToken(
  record: JsonRecord,
  path: string,
  context: CredentialContext,
): Promise<Finding> {
  const field = (name: string) => requiredField(record, name, path);
  const form = {
    grant_type: 'refresh_token',
    client_id: field('client_id'),
    client_secret: field('client_secret'),
    refresh_token: field('refresh_token'),
  };
  const { token, maxAgeMs } = await requestToken(
    TOKEN_URL,
    { form },
    `the user in ${path}`,
    context,
  );
  return { credential: bearerCredential(token), source: `user in ${path}`, maxAgeMs };
}

/** The identity of another provider, and mostly the service account that it may act for. */
async function externalToken(
  record: JsonRecord,
  path: string,
  context: CredentialContext,
): Promise<Finding> {
  const { token, maxAgeMs } = await federatedToken(record, path, context, USE_A_TOKEN);
  const url = textField(record, 'service_account_impersonation_url', path);
  const source = `workload identity in ${path}`;
  if (url === undefined) {
    const principal = requiredField(record, 'audience', path);
    return { credential: bearerCredential(token), source, maxAgeMs, principal };
  }
  return impersonate(emailIn(url, path), token, [], source, context);
}

async function impersonatedToken(
  record: JsonRecord,
  path: string,
  context: CredentialContext,
): Promise<Finding> {
  const { source_credentials: inner, delegates } = record;
  if (!isRecord(inner)) throw brokenFile(path, 'has no source_credentials');
  if (inner['type'] === 'impersonated_service_account') {
    throw brokenFile(path, 'has source_credentials that impersonate another account', USE_A_TOKEN);
  }
  const found = await tokenOf(inner, path, IAM_CREDENTIALS, context);
  if (!('credential' in found)) return found;
  const url = requiredField(record, 'service_account_impersonation_url', path);
  const between = Array.isArray(delegates)
    ? delegates.filter((one) => typeof one === 'string')
    : [];
  const { token = '' } = found.credential;
  return impersonate(emailIn(url, path), token, between, found.source, context);
}

/** Tokens are sent to Google's own service only, whatever a file says. */
function emailIn(url: string, path: string): string {
  const email = accountOfUrl(url);
  if (email !== undefined) return email;
  throw brokenFile(path, 'has a service_account_impersonation_url of another form', USE_A_TOKEN);
}

function requiredField(record: JsonRecord, name: string, path: string): string {
  const value = textField(record, name, path);
  if (value === undefined) throw brokenFile(path, `has no ${name}`);
  return value;
}
