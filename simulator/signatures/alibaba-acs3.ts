/** ACS3-HMAC-SHA256, the signature that Alibaba Cloud's current SDKs send. */
import { hmac, sha256Hex } from './digest';
import { canonicalQuery } from './percent';

/** What an ACS3 signature covers. */
export interface Acs3Input {
  readonly method: string;
  readonly path: string;
  /** Query parameters, decoded. */
  readonly query: ReadonlyMap<string, string>;
  /** Signed headers, in the order of the SignedHeaders list. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** SHA-256 of the body in hex, as sent in x-acs-content-sha256. */
  readonly contentSha256: string;
}

/** The canonical request, whose SHA-256 is what is signed. */
export function acs3CanonicalRequest(input: Acs3Input): string {
  return [
    input.method,
    input.path,
    canonicalQuery(input.query),
    input.headers.map(([name, value]) => `${name}:${value.trim()}\n`).join(''),
    input.headers.map(([name]) => name).join(';'),
    input.contentSha256,
  ].join('\n');
}

/**
 * The signature in lower-case hex.
 * @see https://www.alibabacloud.com/help/en/sdk/product-overview/v3-request-structure-and-signature
 */
export function acs3Signature(secret: string, input: Acs3Input): string {
  const stringToSign = `ACS3-HMAC-SHA256\n${sha256Hex(acs3CanonicalRequest(input))}`;
  return hmac('sha256', secret, stringToSign).toString('hex');
}
