/** Which proxy the environment names, and which hosts are reached without it. */

import { BlockList, isIP } from 'node:net';

import { ImageError } from '../errors/image-error';

/** A proxy for https. */
export interface Proxy {
  /** Scheme, host and port. */
  readonly url: URL;
  /** The `Proxy-Authorization` header. Secret. */
  readonly authorization: string | undefined;
  /** Whether `NO_PROXY` excludes a host. */
  bypasses(url: URL): boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The first one set wins. `HTTP_PROXY` is for plain http, which never leaves this machine. */
const PROXY_VARIABLES = ['https_proxy', 'HTTPS_PROXY', 'all_proxy', 'ALL_PROXY'] as const;

/**
 * The proxy of an environment, or nothing.
 *
 * A host without scheme means http, as curl and Terraform read it. A SOCKS proxy or an invalid
 * address is `invalid-configuration`; the message does not show it, since it may hold a password.
 */
export function proxyFromEnvironment(environment: Environment): Proxy | undefined {
  const name = PROXY_VARIABLES.find((variable) => (environment[variable] ?? '').trim() !== '');
  if (name === undefined) return undefined;
  const text = (environment[name] ?? '').trim();
  const address = text.includes('://') ? text : `http://${text}`;
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const authorization = url === undefined ? undefined : authorizationOf(url);
  if (url === undefined || authorization === 'invalid' || !/^https?:$/.test(url.protocol)) {
    throw new ImageError(
      'invalid-configuration',
      `the proxy in the environment variable ${name} is not an http or https address`,
      { hint: `Set ${name} to http://host:port, or exclude hosts from it with NO_PROXY.` },
    );
  }
  const noProxy = environment['no_proxy'] ?? environment['NO_PROXY'] ?? '';
  const entries = noProxy
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((entry) => entry !== '');
  return {
    url: new URL(url.origin),
    authorization,
    bypasses: (target) => entries.some((entry) => covers(entry, target)),
  };
}

function authorizationOf({ username, password }: URL): string | undefined {
  if (username === '' && password === '') return undefined;
  try {
    const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
    return `Basic ${Buffer.from(pair).toString('base64')}`;
  } catch {
    return 'invalid';
  }
}

/**
 * Whether one entry of `NO_PROXY` covers a host, read as curl and Go read it: `example.com` also
 * covers its subdomains, with or without a dot or `*.` in front; `host:port` covers one port, `*`
 * every host, `10.0.0.0/8` a range of addresses.
 */
function covers(entry: string, { hostname, port }: URL): boolean {
  const host = hostname.replace(/^\[|\]$/g, '');
  const [, address, bits] = /^(.+)\/(\d{1,3})$/.exec(entry) ?? [];
  if (address !== undefined) return isIP(host) > 0 && isWithin(host, address, Number(bits));
  const [, named = entry, onlyPort] = /^(\[.*\]|[^:]*):(\d+)$/.exec(entry) ?? [];
  if (onlyPort !== undefined && onlyPort !== (port === '' ? '443' : port)) return false;
  const name = named.replace(/^\[|\]$/g, '').replace(/^\*?\./, '');
  return name === '*' || host === name || host.endsWith(`.${name}`);
}

function isWithin(host: string, network: string, bits: number): boolean {
  const family = isIP(network) === 6 ? 'ipv6' : 'ipv4';
  const range = new BlockList();
  try {
    range.addSubnet(network, bits, family);
  } catch {
    return false;
  }
  return range.check(host, isIP(host) === 6 ? 'ipv6' : 'ipv4');
}
