/** ZC2-HMAC-SHA256, the signature of Zenlayer Cloud API 2.0. */
import { hmac, sha256Hex } from './digest';

/** What a ZC2 signature covers. The path is signed as `/` whatever path is called. */
export interface Zc2Input {
  readonly method: string;
  /** Signed headers, in the order of the SignedHeaders list. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
  /** Unix seconds, as sent in x-zc-timestamp. */
  readonly timestamp: string;
}

/**
 * The signature in lower-case hex: one HMAC, no derived key and no date scope.
 * @see https://docs.console.zenlayer.com/api-reference/api-introduction/instruction/signature
 */
export function zc2Signature(secret: string, input: Zc2Input): string {
  const canonicalRequest = [
    input.method,
    '/',
    '',
    input.headers.map(([name, value]) => `${name}:${value.trim()}\n`).join(''),
    input.headers.map(([name]) => name).join(';'),
    sha256Hex(input.body),
  ].join('\n');
  const stringToSign = `ZC2-HMAC-SHA256\n${input.timestamp}\n${sha256Hex(canonicalRequest)}`;
  return hmac('sha256', secret, stringToSign).toString('hex');
}
