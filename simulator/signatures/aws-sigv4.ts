/** AWS Signature Version 4. */
import { hmac, sha256Hex } from './digest';

/** What a signature covers. */
export interface SigV4Input {
  readonly method: string;
  readonly path: string;
  /** Canonical query text: sorted and encoded; empty for POST. */
  readonly query: string;
  /** Signed headers, in the order of the SignedHeaders list. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
  /** As sent in x-amz-date: `20150830T123600Z`. */
  readonly time: string;
  /** The credential scope after the key: date, region, service. */
  readonly date: string;
  readonly region: string;
  readonly service: string;
}

/**
 * The signature in lower-case hex.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export function sigV4Signature(secret: string, input: SigV4Input): string {
  const canonicalRequest = [
    input.method,
    input.path,
    input.query,
    input.headers.map(([name, value]) => `${name}:${value.trim().replace(/ +/g, ' ')}\n`).join(''),
    input.headers.map(([name]) => name).join(';'),
    sha256Hex(input.body),
  ].join('\n');
  const stringToSign = [
    'AWS4-HMAC-SHA256',
    input.time,
    `${input.date}/${input.region}/${input.service}/aws4_request`,
    sha256Hex(canonicalRequest),
  ].join('\n');
  const dateKey = hmac('sha256', `AWS4${secret}`, input.date);
  const regionKey = hmac('sha256', dateKey, input.region);
  const serviceKey = hmac('sha256', regionKey, input.service);
  const signingKey = hmac('sha256', serviceKey, 'aws4_request');
  return hmac('sha256', signingKey, stringToSign).toString('hex');
}
