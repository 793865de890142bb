/** What goes in and out of the simulated APIs, without any HTTP library. */

/** A JSON value. A bigint is printed as a plain number, since real answers hold numbers above 2^53. */
export type Json =
  | string
  | number
  | bigint
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json | undefined };

/** One request as it came over the wire. */
export interface SimulatorRequest {
  /** Upper case. */
  readonly method: string;
  /** Without the query, for example `/v2/index.php`. */
  readonly path: string;
  /** Raw text after `?`, still percent-encoded; empty when there is none. */
  readonly query: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What the transport should do to a finished answer. */
export interface Disturbance {
  /** Wait this long before the first byte. */
  readonly delayMs?: number;
  /** Never answer. */
  readonly hang?: boolean;
  /** Reset the connection instead of answering. */
  readonly reset?: boolean;
  /** Announce the whole length, send this many bytes, then close the connection. */
  readonly closeAfterBytes?: number;
  /** Follow the body with this many bytes of white space, which keeps JSON valid. */
  readonly padBytes?: number;
}

/** One answer. `disturbance` is for the transport; a caller in the same process may read it or not. */
export interface SimulatorResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly disturbance?: Disturbance;
}

/** A refusal in one vendor's words; each cloud prints it in its own shape. */
export class WireError extends Error {
  /** The vendor's code, for example `AuthFailure.SignatureFailure`. */
  readonly code: string;
  /** HTTP status; Tencent's APIs answer 200 whatever stands here. */
  readonly status: number;

  constructor(code: string, message: string, status = 400) {
    super(message);
    this.name = 'WireError';
    this.code = code;
    this.status = status;
  }
}

/** JSON text; bigint as a plain number, absent values left out. */
export function printJson(value: Json): string {
  if (typeof value === 'bigint') return value.toString();
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (isArray(value)) return `[${value.map(printJson).join(',')}]`;
  const members = Object.entries(value).flatMap(([key, member]) =>
    member === undefined ? [] : [`${JSON.stringify(key)}:${printJson(member)}`],
  );
  return `{${members.join(',')}}`;
}

/** `Array.isArray` that also narrows readonly arrays. */
export function isArray(value: unknown): value is readonly Json[] {
  return Array.isArray(value);
}

/** Whether a parsed JSON value is an object with named members. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A JSON object from a body; undefined when the text is anything else. */
export function parseJsonObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Parameters of a query string or a form body, decoded.
 * The last of repeated names wins, as it does at the vendors' gateways.
 */
export function parseForm(text: string): Map<string, string> {
  return new Map(new URLSearchParams(text));
}

/**
 * The hosts a signature may have been made for: the Host header as sent and without its port.
 * Tencent's official SDK signs the name only, others sign what they send.
 */
export function signedHosts(headers: SimulatorRequest['headers']): readonly string[] {
  const host = headers['host'] ?? '';
  const name = host.replace(/:\d+$/, '');
  return name === host ? [host] : [host, name];
}
