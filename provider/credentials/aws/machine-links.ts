/** Keys of the container or the EC2 instance that this runs on. */
import { isImageError } from '../../errors/image-error';
import type { CredentialContext, CredentialLink, Finding } from '../chain';
import { checkCredentialsUri } from '../credentials-uri';
import { PROFILE_FIRST } from '../environment-link';
import { firstGiven, given } from '../given';
import { parseRecord, readIfThere } from '../profile-file';
import { askLocally } from './local-service';
import { findingOf, noKeys } from './temporary-keys';

const RELATIVE = 'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI';
const FULL = 'AWS_CONTAINER_CREDENTIALS_FULL_URI';
const TOKEN = 'AWS_CONTAINER_AUTHORIZATION_TOKEN';
const TOKEN_FILE = 'AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE';

/** Where ECS answers. */
const ECS = 'http://169.254.170.2';

/** Where the metadata of an instance are. */
const METADATA = 'http://169.254.169.254';

/** ECS tasks and EKS Pod Identity, which set a variable. */
export function awsContainerLink(): CredentialLink {
  return {
    name: 'container',
    async find(context) {
      if (context.profile !== undefined) return PROFILE_FIRST;
      const variable = firstGiven([RELATIVE, FULL], context.environment);
      if (variable === undefined) return { reason: `${RELATIVE}, ${FULL} not set` };
      return containerKeys(context);
    },
  };
}

/** The keys of the container, for a link or for a profile with `credential_source = EcsContainer`. */
export async function containerKeys(context: CredentialContext): Promise<Finding> {
  const { environment, signal, now } = context;
  const relative = given(environment[RELATIVE]);
  const url = relative === undefined ? (given(environment[FULL]) ?? '') : `${ECS}${relative}`;
  const source = `environment ${relative === undefined ? FULL : RELATIVE}`;
  checkCredentialsUri(url, `the ${source.replace(' ', ' variable ')}`);
  const file = given(environment[TOKEN_FILE]);
  const token =
    file === undefined
      ? given(environment[TOKEN])
      : given((await readIfThere(file, context)) ?? undefined);
  const headers = token === undefined ? {} : { authorization: token };
  const { status, text } = await ask(source, () => askLocally(url, { headers, signal }));
  if (status !== 200) throw noKeys(source, `HTTP ${status}`);
  return keysOf(text, source, now());
}

/** The role of an EC2 instance, by version 2 of the metadata service. */
export function awsInstanceLink(): CredentialLink {
  return {
    name: 'instance role',
    async find(context) {
      if (context.profile !== undefined) return PROFILE_FIRST;
      if (given(context.environment['AWS_EC2_METADATA_DISABLED'])?.toLowerCase() === 'true') {
        return { reason: 'AWS_EC2_METADATA_DISABLED is set' };
      }
      return instanceKeys(context);
    },
  };
}

/** The keys of the instance's role. A machine without a metadata service has none. */
export async function instanceKeys({
  environment,
  signal,
  now,
}: CredentialContext): Promise<Finding> {
  const base = given(environment['AWS_EC2_METADATA_SERVICE_ENDPOINT']) ?? METADATA;
  checkCredentialsUri(base, 'the environment variable AWS_EC2_METADATA_SERVICE_ENDPOINT');
  const origin = base.replace(/\/+$/, '');
  const source = 'the role of this EC2 instance';
  let token: string;
  try {
    const answer = await askLocally(`${origin}/latest/api/token`, {
      method: 'PUT',
      headers: { 'x-aws-ec2-metadata-token-ttl-seconds': '21600' },
      signal,
    });
    if (answer.status !== 200) return { reason: `no metadata service at ${origin}` };
    token = answer.text.trim();
  } catch (error) {
    if (signal.aborted) throw error;
    return { reason: `no metadata service at ${origin}` };
  }
  const headers = { 'x-aws-ec2-metadata-token': token };
  const roles = `${origin}/latest/meta-data/iam/security-credentials/`;
  const list = await ask(source, () => askLocally(roles, { headers, signal }));
  const role = list.status === 200 ? list.text.trim().split('\n')[0]?.trim() : undefined;
  if (role === undefined || role === '') return { reason: 'the EC2 instance has no role' };
  const { status, text } = await ask(source, () =>
    askLocally(`${roles}${encodeURIComponent(role)}`, { headers, signal }),
  );
  if (status !== 200) throw noKeys(`${source}, ${role},`, `HTTP ${status}`);
  return keysOf(text, `instance role ${role}`, now());
}

/** Both services answer in this form. */
function keysOf(text: string, source: string, now: Date): Finding {
  const record = parseRecord(text, source);
  const { AccessKeyId: id, SecretAccessKey: secret, Token: token } = record;
  return findingOf({ id, secret, token, expiration: record['Expiration'] }, source, now);
}

async function ask<T>(source: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isImageError(error)) throw error;
    const message = error instanceof Error ? error.message : 'unknown error';
    throw noKeys(source, message);
  }
}
