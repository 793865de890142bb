/** TC3-HMAC-SHA256, the signature of Tencent Cloud's API 3.0. */

import { digestRequest, hmacSha256 } from './canonical-request';
import {
  requireKey,
  type SigningCredential,
  type SigningKey,
  type SigningMoment,
} from './credential';

/** A POST of a JSON body to `/`. */
export interface Tc3Request {
  /** The `Host` header as sent: with its port, where that is not the scheme's own. */
  readonly host: string;
  /** The product, such as `cvm`. Part of the key derivation, whatever the host is. */
  readonly service: string;
  readonly action: string;
  readonly version: string;
  readonly region?: string;
  readonly body: string;
}

const CONTENT_TYPE = 'application/json; charset=utf-8';

/**
 * The headers to send.
 *
 * The language is always en-US: the service translates image names, and a name filter written in
 * one language finds nothing in the other.
 *
 * @see https://www.tencentcloud.com/document/product/1041/33629
 */
export function signTc3(
  request: Tc3Request,
  credential: SigningCredential,
  moment: SigningMoment,
): Readonly<Record<string, string>> {
  const key = requireKey(credential, 'TC3-HMAC-SHA256');
  const seconds = Math.floor(moment.now.getTime() / 1000);
  const signed = {
    'content-type': CONTENT_TYPE,
    host: request.host,
    'x-tc-action': request.action.toLowerCase(),
  };
  return {
    'content-type': CONTENT_TYPE,
    host: request.host,
    'x-tc-action': request.action,
    'x-tc-version': request.version,
    'x-tc-timestamp': String(seconds),
    'x-tc-language': 'en-US',
    ...(request.region === undefined ? {} : { 'x-tc-region': request.region }),
    ...(key.token === undefined ? {} : { 'x-tc-token': key.token }),
    authorization: tc3Authorization({ ...request, headers: signed, seconds }, key),
  };
}

/** The `Authorization` header over just these headers. The service takes any set that holds host and content-type. */
export function tc3Authorization(
  request: {
    readonly service: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
    /** Seconds since 1970. */
    readonly seconds: number;
  },
  key: SigningKey,
): string {
  const { digest, signedHeaders } = digestRequest({ method: 'POST', ...request });
  const date = new Date(request.seconds * 1000).toISOString().slice(0, 10);
  const scope = `${date}/${request.service}/tc3_request`;
  const dateKey = hmacSha256(`TC3${key.secret}`, date);
  const signingKey = hmacSha256(hmacSha256(dateKey, request.service), 'tc3_request');
  const text = `TC3-HMAC-SHA256\n${request.seconds}\n${scope}\n${digest}`;
  const signature = hmacSha256(signingKey, text).toString('hex');
  return `TC3-HMAC-SHA256 Credential=${key.id}/${scope}, SignedHeaders=${signedHeaders}, Signature=${signature}`;
}
