/**
 * Keys of a role, from the Security Token Service.
 *
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
 */
import { isImageError } from '../../errors/image-error';
import { signV4 } from '../../transport/signing/sigv4';
import type { CredentialContext, Finding } from '../chain';
import type { KeyCredential } from '../credential';
import { firstGiven, given } from '../given';
import { isRecord } from '../profile-file';
import { findingOf, noKeys } from './temporary-keys';

/** How a role is assumed. */
export interface Role {
  readonly arn: string;
  readonly sessionName?: string | undefined;
  readonly externalId?: string | undefined;
  readonly durationSeconds?: string | undefined;
}

/** What a role is assumed with. */
export type Proof = { readonly keys: KeyCredential } | { readonly webIdentityToken: string };

/**
 * @param region - whose STS is asked; undefined: the main one of the role's partition
 * @throws ImageError `unauthenticated` with the service's code
 */
export async function assumeRole(
  role: Role,
  proof: Proof,
  region: string | undefined,
  source: string,
  context: CredentialContext,
): Promise<Finding> {
  const byKeys = 'keys' in proof;
  const action = byKeys ? 'AssumeRole' : 'AssumeRoleWithWebIdentity';
  const body = new URLSearchParams({
    Action: action,
    Version: '2011-06-15',
    RoleArn: role.arn,
    RoleSessionName: role.sessionName ?? 'cloudimages',
    ...(role.externalId === undefined ? {} : { ExternalId: role.externalId }),
    ...(role.durationSeconds === undefined ? {} : { DurationSeconds: role.durationSeconds }),
    ...(byKeys ? {} : { WebIdentityToken: proof.webIdentityToken }),
  }).toString();
  const place = stsOf(role.arn, region, context);
  const headers = { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' };
  const { host, origin } = new URL(place.url);
  const signed = byKeys
    ? signV4(
        { method: 'POST', host, region: place.region, service: 'sts', headers, body },
        proof.keys,
        { now: context.now() },
      )
    : headers;
  const { signal } = context;
  const request = { method: 'POST', url: `${origin}/`, headers: signed, body } as const;
  const { status, text } = await context.http.send(request, { signal }).catch((error: unknown) => {
    throw isImageError(error) && error.code !== 'cancelled'
      ? noKeys(source, `${host}: ${error.reason}`)
      : error;
  });
  const answer = parse(text);
  const result = valueOf(answer, `${action}Response`, `${action}Result`, 'Credentials');
  if (status !== 200 || !isRecord(result)) {
    const code = valueOf(answer, 'ErrorResponse', 'Error', 'Code');
    throw noKeys(source, `HTTP ${status}${typeof code === 'string' ? `, ${code}` : ''}`);
  }
  const { AccessKeyId: id, SecretAccessKey: secret, SessionToken: token } = result;
  const keys = { id, secret, token, expiration: result['Expiration'] };
  return { ...findingOf(keys, source, context.now()), principal: role.arn };
}

/** The region's own endpoint, unless a variable names another one. */
function stsOf(arn: string, region: string | undefined, { environment }: CredentialContext) {
  const partition = arn.split(':')[1] ?? 'aws';
  const isChina = partition === 'aws-cn' || region?.startsWith('cn-') === true;
  const main = isChina ? 'cn-north-1' : partition === 'aws-us-gov' ? 'us-gov-west-1' : 'us-east-1';
  const at = region ?? main;
  const own = firstGiven(['AWS_ENDPOINT_URL_STS', 'AWS_ENDPOINT_URL'], environment)?.value;
  const ignored = given(environment['AWS_IGNORE_CONFIGURED_ENDPOINT_URLS']) === 'true';
  const usual = `https://sts.${at}.amazonaws.com${isChina ? '.cn' : ''}`;
  return { region: at, url: own === undefined || ignored || !URL.canParse(own) ? usual : own };
}

function parse(text: string): unknown {
  // eslint-disable-next-line @typescript-eslint/no-unsafe-assignment -- loaded late and not async: the annotation is its type
  const { readXml }: typeof import('../../transport/xml') = require('../../transport/xml');
  try {
    return readXml(text);
  } catch {
    return undefined;
  }
}

function valueOf(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce((inner, name) => (isRecord(inner) ? inner[name] : undefined), value);
}
