/** The sorted-query signature of Tencent's legacy API v2; API 3.0 "signature v1" is the same with path `/`. */
import { hmac } from './digest';

/** What the sorted-query signature covers. */
export interface QuerySignatureInput {
  readonly method: string;
  readonly host: string;
  /** `/v2/index.php` for API v2. */
  readonly path: string;
  /** All parameters but `Signature`, decoded. */
  readonly parameters: ReadonlyMap<string, string>;
  readonly algorithm: 'HmacSHA1' | 'HmacSHA256';
}

/**
 * The signature in base64. Values are signed raw, not percent-encoded.
 * @see https://www.tencentcloud.com/document/api/213/6984
 */
export function querySignature(secretKey: string, input: QuerySignatureInput): string {
  const query = [...input.parameters]
    .filter(([name]) => name !== 'Signature')
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
  const text = `${input.method}${input.host}${input.path}?${query}`;
  return hmac(input.algorithm === 'HmacSHA256' ? 'sha256' : 'sha1', secretKey, text).toString(
    'base64',
  );
}
