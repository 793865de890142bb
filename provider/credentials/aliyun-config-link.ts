/** The profile file of Alibaba Cloud's command line tool. */

import { homedir } from 'node:os';
import { join } from 'node:path';

import { obtainAlicloudRole, ROLE_MAX_AGE_MS, type ObtainRole } from './alicloud-role';
import type { CredentialContext, CredentialLink, Finding } from './chain';
import { checkCredentialsUri } from './credentials-uri';
import { firstGiven, given } from './given';
import {
  brokenFile,
  expandHome,
  isRecord,
  parseIni,
  parseRecord,
  readIfThere,
  textField,
  type JsonRecord,
} from './profile-file';
import { pairOfProfile } from './profile-pair';

/** The first one set wins. The second also names an INI file, as the SDKs read it; both forms are read. */
const FILE = ['ALICLOUD_SHARED_CREDENTIALS_FILE', 'ALIBABA_CLOUD_CREDENTIALS_FILE'] as const;
const PROFILE = ['ALICLOUD_PROFILE', 'ALIBABA_CLOUD_PROFILE'] as const;
const DEFAULT_FILE = '~/.aliyun/config.json';

/** Modes with keys in the file. Any other is a role or a log-in. */
const PLAIN_MODES: readonly string[] = ['AK', 'StsToken'];

/**
 * `~/.aliyun/config.json`, as `aliyun configure` writes it.
 *
 * The profile is the configured one, else that of `ALICLOUD_PROFILE` or `ALIBABA_CLOUD_PROFILE`,
 * else the file's `current`, else `default`. A profile or a file that is named must exist.
 */
export function aliyunConfigLink(obtain: ObtainRole = obtainAlicloudRole): CredentialLink {
  return {
    name: 'aliyun profile',
    remedy: 'Write a profile:\n  aliyun configure',
    async find(context) {
      const file = firstGiven(FILE, context.environment)?.value;
      const path = expandHome(file ?? DEFAULT_FILE, context);
      const named = given(context.profile) ?? firstGiven(PROFILE, context.environment)?.value;
      const text = await readIfThere(path, context);
      if (text === undefined) {
        if (file === undefined && named === undefined) return { reason: `no file ${path}` };
        throw brokenFile(path, 'does not exist', 'Write it with: aliyun configure');
      }
      if (!text.trimStart().startsWith('{')) return findInIni(text, path, named ?? 'default');

      const config = parseRecord(text, path);
      const profile = named ?? textField(config, 'current', path) ?? 'default';
      const record = profilesOf(config, path).find((one) => one['name'] === profile);
      if (record === undefined) {
        if (named === undefined) return { reason: `no profile "${profile}" in ${path}` };
        throw brokenFile(path, `has no profile "${profile}"`);
      }
      return await findInProfile(record, { path, profile }, obtain, context);
    },
  };
}

interface Place {
  readonly path: string;
  readonly profile: string;
}

async function findInProfile(
  record: JsonRecord,
  place: Place,
  obtain: ObtainRole,
  context: CredentialContext,
): Promise<Finding> {
  const { path, profile } = place;
  const mode = textField(record, 'mode', path) ?? 'AK';
  const source = `profile "${profile}" in ${path}`;
  if (PLAIN_MODES.includes(mode)) {
    const fields = { id: 'access_key_id', secret: 'access_key_secret', token: 'sts_token' };
    const credential = pairOfProfile(record, fields, place);
    return credential === undefined
      ? { reason: `no keys in the ${source}` }
      : { credential, source };
  }
  // The library finds the file by itself, so that it can also renew a log-in kept there.
  if (path !== join(homedir(), '.aliyun', 'config.json')) {
    throw brokenFile(
      path,
      `has a profile "${profile}" of the mode ${mode}`,
      `Profiles of this mode are read from ${DEFAULT_FILE} only.`,
    );
  }
  const uri = textField(record, 'credentials_uri', path);
  if (uri !== undefined) checkCredentialsUri(uri, `credentials_uri of the ${source}`);
  const credential = await obtain({ kind: 'cli-profile', profile }, context.signal);
  const roleArn = textField(record, 'ram_role_arn', path);
  const principal = roleArn === undefined ? {} : { principal: roleArn };
  return { credential, source, maxAgeMs: ROLE_MAX_AGE_MS, ...principal };
}

function findInIni(text: string, path: string, profile: string): Finding {
  const section = parseIni(text).get(profile);
  if (section === undefined) throw brokenFile(path, `is not JSON and has no section [${profile}]`);
  const type = textField(section, 'type', path) ?? 'access_key';
  if (type !== 'access_key' && type !== 'sts') {
    throw brokenFile(
      path,
      `has a section [${profile}] of the type ${type}, which is not supported`,
    );
  }
  const fields = { id: 'access_key_id', secret: 'access_key_secret', token: 'security_token' };
  const credential = pairOfProfile(section, fields, { path, profile });
  if (credential === undefined) throw brokenFile(path, `has no keys in its section [${profile}]`);
  return { credential, source: `section [${profile}] of ${path}` };
}

function profilesOf(config: JsonRecord, path: string): readonly JsonRecord[] {
  const profiles = config['profiles'];
  if (profiles === undefined || profiles === null) return [];
  if (!Array.isArray(profiles) || !profiles.every(isRecord))
    throw brokenFile(path, 'has no list of profiles');
  return profiles;
}
