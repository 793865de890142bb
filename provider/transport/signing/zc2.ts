/** ZC2-HMAC-SHA256, the signature of Zenlayer's API 2.0. */

import { digestRequest, hmacSha256 } from './canonical-request';
import type { SigningCredential, SigningMoment } from './credential';

/** A POST of a JSON body. The path signed is `/`, whatever path it is sent to. */
export interface Zc2Request {
  /** The `Host` header as sent: with its port, where that is not the scheme's own. */
  readonly host: string;
  /** The product, such as `zec`. */
  readonly service: string;
  readonly action: string;
  readonly version: string;
  readonly body: string;
}

/** Signed and sent byte for byte: with a charset or without are two different signatures. */
const CONTENT_TYPE = 'application/json; charset=utf-8';

/**
 * The headers to send. A bearer token goes out without any signature header.
 *
 * @see https://docs.console.zenlayer.com/api-reference/api-introduction/instruction/sign
 */
export function signZc2(
  request: Zc2Request,
  credential: SigningCredential,
  moment: SigningMoment,
): Readonly<Record<string, string>> {
  const signed = { 'content-type': CONTENT_TYPE, host: request.host };
  const headers = {
    ...signed,
    'x-zc-action': request.action,
    'x-zc-version': request.version,
    'x-zc-service': request.service,
  };
  if (credential.kind === 'bearer') {
    return { ...headers, authorization: `Bearer ${credential.token}` };
  }
  const seconds = String(Math.floor(moment.now.getTime() / 1000));
  const { digest, signedHeaders } = digestRequest({
    method: 'POST',
    headers: signed,
    body: request.body,
  });
  const text = `ZC2-HMAC-SHA256\n${seconds}\n${digest}`;
  const signature = hmacSha256(credential.secret, text).toString('hex');
  return {
    ...headers,
    'x-zc-timestamp': seconds,
    'x-zc-signature-method': 'ZC2-HMAC-SHA256',
    authorization: `ZC2-HMAC-SHA256 Credential=${credential.id}, SignedHeaders=${signedHeaders}, Signature=${signature}`,
  };
}
