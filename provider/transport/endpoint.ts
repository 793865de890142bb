/** Where an API is called: checks addresses that users give, and tells which are on this machine. */

import { ImageError, type ErrorFacts } from '../errors/image-error';

/** An API's address without path: scheme, host and, where it is not the scheme's own, port. */
export interface Endpoint {
  /** @example 'http://127.0.0.1:8081' */
  readonly origin: string;
  /** What goes into the `Host` header and is signed. @example '127.0.0.1:8081' */
  readonly host: string;
}

/**
 * Reads an address that takes the place of a cloud's own, from `CLOUDIMAGES_ENDPOINT_<CLOUD>` or
 * the configuration.
 *
 * Anything but `https://host[:port]`, or `http://` on a loopback address, is
 * `invalid-configuration`: a path is the API's own, and keys do not belong into an address.
 *
 * @param source where the text stood, for the error: `environment variable CLOUDIMAGES_ENDPOINT_ALICLOUD`
 */
export function parseEndpoint(text: string, source: string, facts: ErrorFacts = {}): Endpoint {
  const fail = (problem: string) =>
    new ImageError('invalid-configuration', `the endpoint from ${source} ${problem}`, {
      ...facts,
      hint: `Give https://host or https://host:port; http:// only for this machine, such as http://127.0.0.1:8081.`,
    });
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : undefined;
  if (url === undefined) throw fail('is not a URL');
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw fail(`has the scheme ${url.protocol.slice(0, -1)}, which is not http or https`);
  }
  if (url.username !== '' || url.password !== '') throw fail('holds a user name or a password');
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '') {
    throw fail('has a path, a query or a fragment; the API brings its own');
  }
  if (isForbiddenPlainHttp(url)) throw fail(plainHttpProblem(url));
  return { origin: url.origin, host: url.host };
}

/** Whether a URL would carry keys over the network unencrypted. */
export function isForbiddenPlainHttp(url: URL): boolean {
  return url.protocol === 'http:' && !isLoopback(url);
}

/** Says so; `the endpoint …` or the like stands before it. */
export function plainHttpProblem(url: URL): string {
  return `is plain http to ${url.hostname}, over which anyone on the way could read and change the answers`;
}

/** Whether a URL leads to this machine: 127.0.0.0/8, ::1 or localhost. */
export function isLoopback(url: URL): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(url.hostname);
}
