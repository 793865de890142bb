/** TC3-HMAC-SHA256, the signature of Tencent Cloud API 3.0. */
import { hmac, sha256Hex } from './digest';

/** What a TC3 signature covers. */
export interface Tc3Input {
  readonly method: string;
  readonly path: string;
  /** Raw query text, empty for POST. */
  readonly query: string;
  /** Signed headers, in the order of the SignedHeaders list. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
  /** Unix seconds, as sent in X-TC-Timestamp. */
  readonly timestamp: string;
  /** UTC date of the credential scope, `yyyy-mm-dd`. */
  readonly date: string;
  /** Service of the credential scope, `cvm`. */
  readonly service: string;
}

/**
 * The signature in lower-case hex.
 * @see https://www.tencentcloud.com/document/api/213/33224
 */
export function tc3Signature(secretKey: string, input: Tc3Input): string {
  const headers = input.headers.map(([name, value]) => `${name}:${value.trim().toLowerCase()}\n`);
  const canonicalRequest = [
    input.method,
    input.path,
    input.query,
    headers.join(''),
    input.headers.map(([name]) => name).join(';'),
    sha256Hex(input.body),
  ].join('\n');
  const stringToSign = [
    'TC3-HMAC-SHA256',
    input.timestamp,
    `${input.date}/${input.service}/tc3_request`,
    sha256Hex(canonicalRequest),
  ].join('\n');
  const dateKey = hmac('sha256', `TC3${secretKey}`, input.date);
  const serviceKey = hmac('sha256', dateKey, input.service);
  const signingKey = hmac('sha256', serviceKey, 'tc3_request');
  return hmac('sha256', signingKey, stringToSign).toString('hex');
}
