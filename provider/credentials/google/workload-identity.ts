/**
 * Workload identity federation: the token of another identity provider, in a file or from a URL, is
 * traded for one of Google.
 *
 * @see https://google.aip.dev/auth/4117
 */
import type { CredentialContext } from '../chain';
import { checkCredentialsUri } from '../credentials-uri';
import { given } from '../given';
import {
  brokenFile,
  isRecord,
  parseRecord,
  readIfThere,
  textField,
  type JsonRecord,
} from '../profile-file';
import { noToken, requestToken, type IssuedToken } from './token-request';

const STS_URL = 'https://sts.googleapis.com/v1/token';
const SCOPE = 'https://www.googleapis.com/auth/cloud-platform';

/**
 * @param otherwise - what to do where the kind of source is not supported
 * @throws ImageError for sources that need other programs or another cloud's keys
 */
export async function federatedToken(
  record: JsonRecord,
  path: string,
  context: CredentialContext,
  otherwise: string,
): Promise<IssuedToken> {
  const field = (name: string): string => {
    const value = textField(record, name, path);
    if (value === undefined) throw brokenFile(path, `has no ${name}`);
    return value;
  };
  const form = {
    grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
    requested_token_type: 'urn:ietf:params:oauth:token-type:access_token',
    audience: field('audience'),
    scope: SCOPE,
    subject_token_type: field('subject_token_type'),
    subject_token: await subjectToken(record, path, context, otherwise),
  };
  // The address in the file is not used: the other provider's token is for Google alone.
  return requestToken(STS_URL, { form }, `the workload identity in ${path}`, context);
}

async function subjectToken(
  record: JsonRecord,
  path: string,
  context: CredentialContext,
  otherwise: string,
): Promise<string> {
  const { credential_source: place } = record;
  if (!isRecord(place)) throw brokenFile(path, 'has no credential_source');
  const file = textField(place, 'file', path);
  const url = textField(place, 'url', path);
  if (file === undefined && url === undefined) {
    const kind = ['executable', 'certificate', 'environment_id'].find((one) => one in place);
    const words = kind === 'environment_id' ? 'keys of AWS' : (kind ?? 'another place');
    throw brokenFile(path, `takes its identity from ${words}, which is not supported`, otherwise);
  }
  const text =
    file === undefined
      ? await textAt(url ?? '', place, path, context)
      : await readIfThere(file, context);
  const format = isRecord(place['format']) ? place['format'] : {};
  const source = file ?? 'the identity provider';
  const token =
    format['type'] === 'json'
      ? parseRecord(text ?? '', source)[
          textField(format, 'subject_token_field_name', path) ?? 'access_token'
        ]
      : text;
  const subject = typeof token === 'string' ? given(token) : undefined;
  if (subject === undefined) throw brokenFile(source, 'has no token, or does not exist');
  return subject;
}

async function textAt(
  url: string,
  place: JsonRecord,
  path: string,
  { http, signal }: CredentialContext,
): Promise<string> {
  checkCredentialsUri(url, `the credential_source of ${path}`);
  const given = isRecord(place['headers']) ? place['headers'] : {};
  const headers = Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name.toLowerCase(), value]] : [],
    ),
  );
  const { status, text } = await http.send({ method: 'GET', url, headers }, { signal });
  if (status !== 200) throw noToken(`the identity provider in ${path}`, `HTTP ${status}`);
  return text;
}
