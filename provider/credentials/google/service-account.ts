/**
 * Tokens that a service account signs for itself, without a request.
 *
 * @see https://google.aip.dev/auth/4111
 */
import { createPrivateKey, sign, type KeyObject } from 'node:crypto';
import type { Finding } from '../chain';
import { bearerCredential } from '../credential';
import { brokenFile, textField, type JsonRecord } from '../profile-file';

/** The longest that Google takes such a token. */
const LIFETIME_SECONDS = 3600;

/** A token is made again this long before it ends. */
const MARGIN_SECONDS = 300;

/** What a token is for: the base URL of an API. */
export const COMPUTE = 'https://compute.googleapis.com/';

/**
 * A token for one API, from the fields of a service account's key file.
 *
 * @param audience - the API, such as {@link COMPUTE}
 */
export function serviceAccountToken(
  record: JsonRecord,
  path: string,
  now: Date,
  audience: string,
): Finding {
  const field = (name: string): string => {
    const value = textField(record, name, path);
    if (value === undefined) throw brokenFile(path, `has no ${name}`);
    return value;
  };
  const email = field('client_email');
  const iat = Math.floor(now.getTime() / 1000);
  const claims = { iss: email, sub: email, aud: audience, exp: iat + LIFETIME_SECONDS, iat };
  const token = signedToken(claims, keyOf(field('private_key'), path), field('private_key_id'));
  return {
    credential: bearerCredential(token),
    source: `service account ${email} in ${path}`,
    maxAgeMs: (LIFETIME_SECONDS - MARGIN_SECONDS) * 1000,
    principal: email,
  };
}

/** A JSON Web Token with an RSA signature over SHA-256. */
export function signedToken(claims: object, key: KeyObject, keyId: string): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${part({ alg: 'RS256', typ: 'JWT', kid: keyId })}.${part(claims)}`;
  return `${signed}.${sign('RSA-SHA256', Buffer.from(signed), key).toString('base64url')}`;
}

/** The error of Node is left out: it may show a part of the key. */
function keyOf(pem: string, path: string): KeyObject {
  let key: KeyObject | undefined;
  try {
    key = createPrivateKey(pem);
  } catch {
    key = undefined;
  }
  if (key?.asymmetricKeyType === 'rsa') return key;
  throw brokenFile(
    path,
    'has a private_key that is not an RSA key in PEM form',
    'Download the key of the service account again. In an environment variable, keep its \\n as they are.',
  );
}
