/**
 * Connections to services: kept alive, limited in number, through a proxy where there is one.
 *
 * Loaded with the first request: Node's own HTTP and TLS modules take some 10 ms.
 */

import http, { type RequestOptions } from 'node:http';
import https from 'node:https';
import type { Duplex } from 'node:stream';
import { createSecureContext } from 'node:tls';

import { isLoopback } from './endpoint';
import { timeoutError } from './network-error';
import type { Proxy } from './proxy';
import { openTunnel } from './tunnel';

export interface ConnectionOptions {
  readonly proxy: Proxy | undefined;
  /** Certificates trusted in place of Node's own, as PEM. */
  readonly ca: readonly string[] | undefined;
  /** How long it may take until a connection is ready, proxy and TLS included. Milliseconds. */
  readonly connectTimeoutMs: number;
  /** Sockets open at the same time, idle ones included. */
  readonly maxSockets: number;
}

/** How a URL is requested. */
export interface Route {
  readonly request: typeof http.request;
  readonly agent: http.Agent;
}

export interface Connections {
  route(url: URL): Route;
  /** Closes all connections. */
  destroy(): void;
}

/**
 * How long an idle connection is kept, unless the service names a shorter time. Milliseconds.
 * Load balancers close theirs after 10 s and more; one that closes while we send loses a request.
 */
const IDLE_TIMEOUT_MS = 4000;

/** Options of a request, with what reaches its connection. Node keeps `signal` to the request alone. */
export interface RoutedOptions extends RequestOptions {
  /** Ends the attempt to connect. A connection that is ready outlives it. */
  readonly attempt: AbortSignal;
}

/** Node's types leave out what its documentation says: every agent has this method. */
interface Connector {
  /** Returns the socket, or nothing and calls back later. */
  createConnection(
    options: RequestOptions & { readonly attempt?: AbortSignal; readonly socket?: Duplex },
    callback?: (error: Error | null, socket?: Duplex) => void,
  ): Duplex | undefined;
}

interface Destroyable {
  destroy(error?: Error): unknown;
}

export function createConnections(options: ConnectionOptions): Connections {
  const { proxy, ca, connectTimeoutMs, maxSockets } = options;
  const tls = ca === undefined ? {} : { secureContext: createSecureContext({ ca: [...ca] }) };
  const keep = { keepAlive: true, timeout: IDLE_TIMEOUT_MS };
  /** Everything open: sockets, and proxies being asked for a tunnel. */
  const open = new Set<Destroyable>();

  const plain = limited(new http.Agent(keep), 'connect');
  const direct = limited(new https.Agent({ ...keep, ...tls }), 'secureConnect');
  const tunneled =
    proxy === undefined
      ? direct
      : limited(new https.Agent({ ...keep, ...tls }), 'secureConnect', proxy);
  const agents = [plain, direct, tunneled];

  return {
    route(url) {
      if (url.protocol === 'http:') return { request: http.request, agent: plain };
      const isDirect = proxy === undefined || isLoopback(url) || proxy.bypasses(url);
      return { request: https.request, agent: isDirect ? direct : tunneled };
    },
    destroy() {
      for (const one of open) one.destroy();
    },
  };

  /** Makes room before each connection, and ends those that are not ready in time. */
  function limited(agent: http.Agent, ready: string, via?: Proxy): http.Agent {
    const connector = agent as unknown as Connector;
    const connect = connector.createConnection.bind(agent);
    connector.createConnection = ({ attempt, ...target }, callback) => {
      makeRoom();
      let current: Destroyable | undefined;
      const timer = setTimeout(() => current?.destroy(timeoutError()), connectTimeoutMs);
      const adopt = (socket: Duplex): Duplex => {
        current = socket;
        open.add(socket);
        socket.once(ready, () => clearTimeout(timer));
        socket.once('close', () => {
          clearTimeout(timer);
          open.delete(socket);
        });
        return socket;
      };
      // Without a callback these agents always return a socket.
      if (via === undefined) return adopt(connect(target) as Duplex);

      const tunnel = openTunnel(via, target, { signal: attempt, ...tls }, (error, socket) => {
        open.delete(tunnel);
        if (socket !== undefined) {
          callback?.(null, adopt(connect({ ...target, socket }) as Duplex));
          return;
        }
        clearTimeout(timer);
        callback?.(error);
      });
      current = tunnel;
      open.add(tunnel);
      return undefined;
    };
    return agent;
  }

  function makeRoom(): void {
    if (open.size < maxSockets) return;
    const idle = agents.flatMap(({ freeSockets }) => Object.values(freeSockets)).flat();
    const oldest = idle.find((socket) => socket?.destroyed === false);
    oldest?.destroy();
  }
}
