/** A profile of AWS's shared files: keys, a role, a program, IAM Identity Center. */
import type { CredentialContext, CredentialLink, Finding } from '../chain';
import { environmentLink } from '../environment-link';
import { brokenFile, textField } from '../profile-file';
import { pairOfProfile } from '../profile-pair';
import { containerKeys, instanceKeys } from './machine-links';
import { processKeys } from './process';
import { homeRegion, namedProfile, readAwsProfiles, type AwsProfiles } from './profiles';
import { ssoKeys } from './sso';
import { assumeRole } from './sts';
import { assumeByTokenFile } from './web-identity-link';

/** The variables of AWS's own tools. */
export const AWS_KEYS = [
  { id: 'AWS_ACCESS_KEY_ID', secret: 'AWS_SECRET_ACCESS_KEY', token: ['AWS_SESSION_TOKEN'] },
];

const FIELDS = {
  id: 'aws_access_key_id',
  secret: 'aws_secret_access_key',
  token: 'aws_session_token',
};

/** How to go on where a profile cannot be read here. */
const EXPORT =
  'Give its keys in the environment:\n  eval "$(aws configure export-credentials --format env';

/**
 * The profile is the configured one, else that of `AWS_PROFILE`, else `default`. A profile that is
 * named must exist.
 */
export function awsProfileLink(): CredentialLink {
  return {
    name: 'AWS profile',
    remedy: 'Write a profile:\n  aws configure',
    async find(context) {
      const profiles = await readAwsProfiles(context);
      const named = namedProfile(context);
      const name = named ?? 'default';
      if (profiles.profile(name) === undefined) {
        if (named === undefined) return { reason: `no profile "default" in ${profiles.path}` };
        throw brokenFile(
          profiles.path,
          `has no profile "${name}", and neither has the credentials file`,
        );
      }
      return keysOfProfile(name, profiles, context, []);
    },
  };
}

/** @param chain - the profiles that need this one's keys */
async function keysOfProfile(
  name: string,
  profiles: AwsProfiles,
  context: CredentialContext,
  chain: readonly string[],
): Promise<Finding> {
  const { path } = profiles;
  const record = profiles.profile(name);
  if (record === undefined) {
    throw brokenFile(path, `has no profile "${name}", which the profile "${chain.at(-1)}" needs`);
  }
  const source = `profile "${name}"`;
  const field = (key: string) => textField(record, key, path);
  const arn = field('role_arn');
  const isOwnSource = chain.at(-1) === name;
  if (arn !== undefined && !isOwnSource) {
    if (chain.includes(name)) {
      throw brokenFile(path, `has profiles that need each other: ${[...chain, name].join(', ')}`);
    }
    if (field('mfa_serial') !== undefined) {
      throw brokenFile(
        path,
        `has a ${source} whose role needs a code of an MFA device`,
        `${EXPORT} --profile ${name})"`,
      );
    }
    const role = {
      arn,
      sessionName: field('role_session_name'),
      externalId: field('external_id'),
      durationSeconds: field('duration_seconds'),
    };
    const region = homeRegion(context, record, path);
    const tokenFile = field('web_identity_token_file');
    if (tokenFile !== undefined) {
      return assumeByTokenFile(role, tokenFile, region, source, context);
    }
    const base = await sourceOf(name, profiles, context, chain);
    if (!('credential' in base) || base.credential.kind !== 'key') {
      const why = 'reason' in base ? ` (${base.reason})` : '';
      throw brokenFile(path, `has a ${source} whose source has no keys${why}`);
    }
    return assumeRole(role, { keys: base.credential }, region, source, context);
  }
  const keys = pairOfProfile(record, FIELDS, { path, profile: name });
  if (keys !== undefined) return { credential: keys, source: `${source} in ${path}` };
  const command = field('credential_process');
  if (command !== undefined) return processKeys(command, source, context);
  if (field('sso_session') !== undefined || field('sso_start_url') !== undefined) {
    return ssoKeys({ name, record, profiles }, context);
  }
  if (field('login_session') !== undefined) {
    throw brokenFile(
      path,
      `has a ${source} of \`aws login\`, which is not supported`,
      `${EXPORT} --profile ${name})"`,
    );
  }
  return { reason: `no keys in the ${source} of ${path}` };
}

/** The keys with which a profile's role is assumed. */
async function sourceOf(
  name: string,
  profiles: AwsProfiles,
  context: CredentialContext,
  chain: readonly string[],
): Promise<Finding> {
  const { path } = profiles;
  const record = profiles.profile(name) ?? {};
  const other = textField(record, 'source_profile', path);
  if (other !== undefined) return keysOfProfile(other, profiles, context, [...chain, name]);
  const place = textField(record, 'credential_source', path);
  const { profile: _named, ...anyProfile } = context;
  if (place === 'Environment') return environmentLink(AWS_KEYS).find(anyProfile);
  if (place === 'Ec2InstanceMetadata') return instanceKeys(context);
  if (place === 'EcsContainer') return containerKeys(context);
  throw brokenFile(
    path,
    `has a profile "${name}" with a role, but neither source_profile nor a known credential_source`,
  );
}
