/** Where an API is called: checks the URLs that users give, and recognizes those on this machine. */

import { ImageError, type ErrorFacts } from '../errors/image-error';

/** An API's URL without path: scheme, host and, unless it is the default, port. */
export interface Endpoint {
  /** @example 'http://127.0.0.1:8081' */
  readonly origin: string;
  /** What goes into the `Host` header and is signed. @example '127.0.0.1:8081' */
  readonly host: string;
}

/** What an endpoint may be. */
export const ENDPOINT_HINT =
  'Use https://host or https://host:port; http:// only for this machine, such as http://127.0.0.1:8081.';

/**
 * Reads an endpoint that replaces a cloud's own, from `CLOUDIMAGES_ENDPOINT_<CLOUD>` or the
 * configuration.
 *
 * Anything but `https://host[:port]`, or `http://` on a loopback address, is
 * `invalid-configuration`: a path is the API's own, and credentials do not belong in a URL.
 *
 * @param source - where the value comes from, for the error: `environment variable CLOUDIMAGES_ENDPOINT_ALICLOUD`
 */
export function parseEndpoint(text: string, source: string, facts: ErrorFacts = {}): Endpoint {
  const problem = endpointProblem(text);
  if (problem !== undefined) {
    const reason = `the endpoint from ${source} ${problem}`;
    throw new ImageError('invalid-configuration', reason, { ...facts, hint: ENDPOINT_HINT });
  }
  const { origin, host } = new URL(text.trim());
  return { origin, host };
}

/** What is wrong with an endpoint, as the rest of a sentence; nothing if it is valid. Never shows the value. */
export function endpointProblem(text: string): string | undefined {
  if (!URL.canParse(text.trim())) return 'is not a URL';
  const url = new URL(text.trim());
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    return `has the scheme ${url.protocol.slice(0, -1)}, which is not http or https`;
  }
  if (url.username !== '' || url.password !== '') {
    return 'contains a user name or a password; put credentials in the configuration, not in the URL';
  }
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '') {
    return 'has a path, a query or a fragment; only scheme, host and port are allowed';
  }
  return isForbiddenPlainHttp(url) ? plainHttpProblem(url) : undefined;
}

/** Whether a URL would send keys over the network unencrypted. */
export function isForbiddenPlainHttp(url: URL): boolean {
  return url.protocol === 'http:' && !isLoopback(url);
}

/** Describes that, as the rest of a sentence such as `the endpoint …`. */
export function plainHttpProblem(url: URL): string {
  return `is plain http to ${url.hostname}, which anyone on the network could read and change`;
}

/** Whether a URL points to this machine: 127.0.0.0/8, ::1 or localhost. */
export function isLoopback(url: URL): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(url.hostname);
}
