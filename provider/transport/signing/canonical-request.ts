/**
 * The canonical text of a request, which ACS3, TC3 and ZC2 define alike: method, path, query,
 * headers, header names, digest of the body.
 */

import { createHash, createHmac, type BinaryLike } from 'node:crypto';

/** The parts of a request that are signed. The path is `/` in each of the three schemes. */
export interface CanonicalParts {
  readonly method: 'GET' | 'POST';
  /** {@link encodeQuery} of the parameters, or empty. */
  readonly query?: string;
  /** The headers to sign: names in lower case, values as sent. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The canonical text's digest, and the names it covers as `SignedHeaders` lists them. */
export function digestRequest(parts: CanonicalParts): { digest: string; signedHeaders: string } {
  const names = Object.keys(parts.headers).sort();
  const signedHeaders = names.join(';');
  const headers = names.map((name) => `${name}:${parts.headers[name]?.trim()}\n`).join('');
  const text = [parts.method, '/', parts.query ?? '', headers, signedHeaders, sha256(parts.body)];
  return { digest: sha256(text.join('\n')), signedHeaders };
}

/**
 * `a=1&b=x%20y`: names in byte order, percent-encoded as RFC 3986 asks.
 *
 * What is signed and what is sent: `URLSearchParams` writes a blank as `+`, which no signature
 * here accepts.
 */
export function encodeQuery(parameters: Readonly<Record<string, string>>): string {
  return Object.keys(parameters)
    .sort()
    .map((name) => `${percentEncode(name)}=${percentEncode(parameters[name] ?? '')}`)
    .join('&');
}

function percentEncode(text: string): string {
  // Half a surrogate pair has no UTF-8 form; a body would carry it as U+FFFD too.
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD')).replace(
    /[!'()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** SHA-256 of UTF-8 text. Lower-case hexadecimal. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** HMAC-SHA256 of UTF-8 text, as bytes for the next step of a key derivation. */
export function hmacSha256(key: BinaryLike, text: string): Buffer {
  return createHmac('sha256', key).update(text, 'utf8').digest();
}
