/** ACS3-HMAC-SHA256, with which Alibaba Cloud's present SDKs sign. */

import { digestRequest, encodeQuery, hmacSha256, sha256 } from './canonical-request';
import type { SigningCredential, SigningMoment } from './credential';

/** A call of an RPC-style API: every parameter is in the query, the body is empty. */
export interface Acs3Request {
  readonly method: 'GET' | 'POST';
  /** The `Host` header as sent: with its port, where that is not the scheme's own. */
  readonly host: string;
  readonly action: string;
  readonly version: string;
  readonly query: Readonly<Record<string, string>>;
}

/**
 * The headers and the query string to send.
 *
 * With temporary keys the token is a signed header. With a bearer token nothing is signed, and the
 * query says so.
 *
 * @see https://www.alibabacloud.com/help/en/sdk/product-overview/v3-request-structure-and-signature
 */
export function signAcs3(
  request: Acs3Request,
  credential: SigningCredential,
  moment: SigningMoment,
): { readonly headers: Readonly<Record<string, string>>; readonly query: string } {
  const headers: Record<string, string> = {
    host: request.host,
    'x-acs-action': request.action,
    'x-acs-content-sha256': sha256(''),
    'x-acs-date': moment.now.toISOString().replace(/\.\d+Z$/, 'Z'),
    'x-acs-signature-nonce': moment.nonce,
    'x-acs-version': request.version,
  };
  if (credential.kind === 'bearer') {
    headers['x-acs-bearer-token'] = credential.token;
    return { headers, query: encodeQuery({ ...request.query, SignatureType: 'BEARERTOKEN' }) };
  }
  if (credential.token !== undefined) {
    headers['x-acs-accesskey-id'] = credential.id;
    headers['x-acs-security-token'] = credential.token;
  }
  const query = encodeQuery(request.query);
  const { digest, signedHeaders } = digestRequest({ ...request, query, headers, body: '' });
  const signature = hmacSha256(credential.secret, `ACS3-HMAC-SHA256\n${digest}`).toString('hex');
  headers['authorization'] =
    `ACS3-HMAC-SHA256 Credential=${credential.id},SignedHeaders=${signedHeaders},Signature=${signature}`;
  return { headers, query };
}
