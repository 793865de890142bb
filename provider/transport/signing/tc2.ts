/** The parameter signature of Tencent Cloud's API v2, which API 3.0 still takes as its "v1". */

import { createHmac } from 'node:crypto';

import { requireKey, type SigningCredential, type SigningMoment } from './credential';

/** A call whose parameters are all in the query (GET) or in a form (POST). */
export interface Tc2Request {
  readonly method: 'GET' | 'POST';
  /** The `Host` header as sent: with its port, where that is not the scheme's own. */
  readonly host: string;
  /** Part of what is signed: `/v2/index.php` for v2, `/` for API 3.0. */
  readonly path: string;
  /** Action, Region and the action's own parameters. */
  readonly parameters: Readonly<Record<string, string>>;
}

/** The two digests the services know; they take SHA-1 where a request names none. */
export type Tc2Algorithm = 'HmacSHA256' | 'HmacSHA1';

/**
 * The parameters to send: those given, who signs, when, and the signature.
 *
 * They are signed in plain and percent-encoded only on the wire.
 *
 * @see https://intl.cloud.tencent.com/document/product/215/1693
 */
export function signTc2(
  request: Tc2Request,
  credential: SigningCredential,
  moment: SigningMoment,
  algorithm: Tc2Algorithm = 'HmacSHA256',
): Readonly<Record<string, string>> {
  const key = requireKey(credential, 'The API v2 signature');
  const parameters: Record<string, string> = {
    ...request.parameters,
    Nonce: moment.nonce,
    SecretId: key.id,
    SignatureMethod: algorithm,
    Timestamp: String(Math.floor(moment.now.getTime() / 1000)),
    ...(key.token === undefined ? {} : { Token: key.token }),
  };
  const Signature = tc2Signature({ ...request, parameters }, key.secret, algorithm);
  return { ...parameters, Signature };
}

/** The signature over just these parameters. Base64. */
export function tc2Signature(request: Tc2Request, secret: string, algorithm: Tc2Algorithm): string {
  const pairs = Object.keys(request.parameters)
    .sort()
    .map((name) => `${name}=${request.parameters[name]}`);
  const text = `${request.method}${request.host}${request.path}?${pairs.join('&')}`;
  const digest = algorithm === 'HmacSHA1' ? 'sha1' : 'sha256';
  return createHmac(digest, secret).update(text, 'utf8').digest('base64');
}
