/** A way through a proxy: HTTP CONNECT. */

import http, { type ClientRequest, type RequestOptions } from 'node:http';
import https from 'node:https';
import type { Duplex } from 'node:stream';
import type { SecureContext } from 'node:tls';

import { proxyError } from './network-error';
import type { Proxy } from './proxy';

/**
 * Asks a proxy for a tunnel to the target's host and port. The callback gets the socket of the
 * tunnel, or the error; destroying the returned request ends the attempt.
 */
export function openTunnel(
  proxy: Proxy,
  { host, port }: RequestOptions,
  options: {
    readonly signal?: AbortSignal | undefined;
    readonly secureContext?: SecureContext | undefined;
  },
  callback: (error: Error | null, socket?: Duplex) => void,
): ClientRequest {
  const name = host?.includes(':') === true ? `[${host}]` : host;
  const target = `${name}:${port}`;
  const { request } = proxy.url.protocol === 'https:' ? https : http;
  const { signal, secureContext } = options;
  const asked = request(proxy.url, {
    method: 'CONNECT',
    path: target,
    // The tunnel is nobody else's: no pool.
    agent: false,
    headers: {
      host: target,
      'proxy-connection': 'keep-alive',
      ...(proxy.authorization === undefined ? {} : { 'proxy-authorization': proxy.authorization }),
    },
    ...(signal === undefined ? {} : { signal }),
    ...(secureContext === undefined ? {} : { secureContext }),
  });
  asked.once('connect', ({ statusCode }, socket, head) => {
    if (statusCode !== 200) {
      socket.destroy();
      callback(proxyError(proxy.url, statusCode ?? 0));
      return;
    }
    if (head.length > 0) socket.unshift(head);
    callback(null, socket);
  });
  asked.once('error', (error) => callback(proxyError(proxy.url, error)));
  asked.end();
  return asked;
}
