/** Which proxy the environment asks for. */

import { ImageError } from '../errors/image-error';

/** A proxy for https, and the hosts that are reached without it. */
export interface ProxySettings {
  /** May hold a user name and a password. */
  readonly url: string;
  /** `NO_PROXY` as it stands: names, `.suffixes`, `host:port` or `*`, parted by commas or blanks. */
  readonly noProxy: string;
}

/** First one set wins. `HTTP_PROXY` is for plain http, which never leaves this machine. */
const PROXY_VARIABLES = ['https_proxy', 'HTTPS_PROXY', 'all_proxy', 'ALL_PROXY'] as const;

/**
 * The proxy settings of an environment, or nothing.
 *
 * A host without scheme means http, as curl and Terraform read it. A SOCKS proxy or an address
 * that is none is `invalid-configuration`; the message does not show it, since it may hold a password.
 */
export function proxyFromEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
): ProxySettings | undefined {
  const name = PROXY_VARIABLES.find((variable) => (environment[variable] ?? '').trim() !== '');
  if (name === undefined) return undefined;
  const text = (environment[name] ?? '').trim();
  const url = text.includes('://') ? text : `http://${text}`;
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw new ImageError(
      'invalid-configuration',
      `the proxy in the environment variable ${name} is not an http or https address`,
      { hint: `Set ${name} to http://host:port, or leave a host out of it with NO_PROXY.` },
    );
  }
  return { url, noProxy: environment['no_proxy'] ?? environment['NO_PROXY'] ?? '' };
}
