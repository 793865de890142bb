/**
 * Keys of IAM Identity Center, by the token that `aws sso login` left in its cache.
 *
 * @see https://docs.aws.amazon.com/singlesignon/latest/PortalAPIReference/API_GetRoleCredentials.html
 */
import { createHash } from 'node:crypto';
import type { CredentialContext, Finding } from '../chain';
import {
  brokenFile,
  expandHome,
  isRecord,
  parseRecord,
  readIfThere,
  textField,
  type JsonRecord,
} from '../profile-file';
import type { AwsProfiles } from './profiles';
import { findingOf, noKeys } from './temporary-keys';

export interface NamedProfile {
  readonly name: string;
  readonly record: JsonRecord;
  readonly profiles: AwsProfiles;
}

export async function ssoKeys(
  { name, record, profiles }: NamedProfile,
  context: CredentialContext,
): Promise<Finding> {
  const { path } = profiles;
  const login = `aws sso login --profile ${name}`;
  const source = `profile "${name}" (IAM Identity Center)`;
  const session = textField(record, 'sso_session', path);
  const settings = session === undefined ? record : profiles.ssoSession(session);
  if (settings === undefined) throw brokenFile(path, `has no section [sso-session ${session}]`);
  const field = (from: JsonRecord, key: string): string => {
    const value = textField(from, key, path);
    if (value === undefined) throw brokenFile(path, `has no ${key} for its profile "${name}"`);
    return value;
  };
  const startUrl = field(settings, 'sso_start_url');
  const region = field(settings, 'sso_region');
  const cacheKey = createHash('sha1')
    .update(session ?? startUrl)
    .digest('hex');
  const cacheFile = expandHome(`~/.aws/sso/cache/${cacheKey}.json`, context);
  const text = await readIfThere(cacheFile, context);
  const cached = text === undefined ? {} : parseRecord(text, cacheFile);
  const { accessToken, expiresAt } = cached;
  const isGood = Date.parse(String(expiresAt)) > context.now().getTime();
  if (typeof accessToken !== 'string' || !isGood) {
    const state = text === undefined ? 'nobody has signed in' : 'the sign-in has ended';
    throw noKeys(source, state, `Sign in:\n  ${login}`);
  }
  const account = field(record, 'sso_account_id');
  const role = field(record, 'sso_role_name');
  const query = new URLSearchParams({ account_id: account, role_name: role });
  const suffix = region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com';
  const answer = await context.http.send(
    {
      method: 'GET',
      url: `https://portal.sso.${region}.${suffix}/federation/credentials?${query.toString()}`,
      headers: { 'x-amz-sso_bearer_token': accessToken },
    },
    { signal: context.signal },
  );
  if (answer.status !== 200) {
    throw noKeys(source, `HTTP ${answer.status}`, `Sign in again:\n  ${login}`);
  }
  const keys = parseRecord(answer.text, source)['roleCredentials'];
  const {
    accessKeyId: id,
    secretAccessKey: secret,
    sessionToken: token,
    expiration,
  } = isRecord(keys) ? keys : {};
  const finding = findingOf({ id, secret, token, expiration }, source, context.now());
  return { ...finding, principal: `${account} ${role}` };
}
