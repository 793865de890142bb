/** Requests for access tokens to Google's services. */
import { ImageError, isImageError } from '../../errors/image-error';
import type { CredentialContext } from '../chain';
import { isRecord } from '../profile-file';

/** A token is asked for again this long before it ends. Milliseconds. */
const MARGIN_MS = 5 * 60_000;

/** What a service issued. */
export interface IssuedToken {
  readonly token: string;
  /** How long it may be kept. Milliseconds. */
  readonly maxAgeMs: number;
}

/** A form, or JSON with a token of the caller. */
export type TokenRequest =
  | { readonly form: Readonly<Record<string, string>> }
  | { readonly json: object; readonly bearer: string };

/**
 * @param source - for errors, such as `the refresh token in FILE`
 * @throws ImageError `unauthenticated` with the service's code; never with its message, which may
 * quote what was sent
 */
export async function requestToken(
  url: string,
  request: TokenRequest,
  source: string,
  { http, signal, now }: CredentialContext,
): Promise<IssuedToken> {
  const isForm = 'form' in request;
  const body = isForm ? new URLSearchParams(request.form).toString() : JSON.stringify(request.json);
  const headers = isForm
    ? { 'content-type': 'application/x-www-form-urlencoded' }
    : { 'content-type': 'application/json', authorization: `Bearer ${request.bearer}` };
  const { status, text } = await http
    .send({ method: 'POST', url, headers, body }, { signal })
    .catch((error: unknown) => {
      throw isImageError(error) && error.code !== 'cancelled'
        ? noToken(source, `${new URL(url).host}: ${error.reason}`)
        : error;
    });
  return issuedToken(status, parse(text), source, now());
}

/** The token in an answer, in either of the forms that Google's services have. */
export function issuedToken(
  status: number,
  answer: unknown,
  source: string,
  now: Date,
): IssuedToken {
  const fields = isRecord(answer) ? answer : {};
  const token = fields['access_token'] ?? fields['accessToken'];
  if (status !== 200 || typeof token !== 'string' || token === '') {
    throw noToken(source, `HTTP ${status}${codeOf(fields)}`);
  }
  const { expireTime, expires_in: seconds } = fields;
  const lifetimeMs =
    typeof expireTime === 'string'
      ? Date.parse(expireTime) - now.getTime()
      : Number(seconds ?? 3600) * 1000;
  const usableMs = Number.isNaN(lifetimeMs) ? 0 : lifetimeMs - MARGIN_MS;
  return { token, maxAgeMs: Math.max(0, usableMs) };
}

/** The error of a place that should have given a token. */
export function noToken(source: string, reason: string): ImageError {
  return new ImageError('unauthenticated', `${source} gave no token (${reason})`, {
    hint: 'Sign in again:\n  gcloud auth application-default login',
  });
}

/** `invalid_grant`, or `PERMISSION_DENIED`. */
function codeOf({ error }: Readonly<Record<string, unknown>>): string {
  const code = isRecord(error) ? error['status'] : error;
  return typeof code === 'string' && /^\w{1,60}$/.test(code) ? `, ${code}` : '';
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
