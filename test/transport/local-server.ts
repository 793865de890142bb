/** Servers on loopback for the tests of this folder, closed after each test. */

import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import {
  connect,
  createServer as createTcpServer,
  type AddressInfo,
  type Server as TcpServer,
  type Socket,
} from 'node:net';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const CERTIFICATES = join(__dirname, 'certificates');
export const CA_FILE = join(CERTIFICATES, 'ca.pem');

type Server = TcpServer & { closeAllConnections(): void };

/** A set of servers; call `closeAll` in `afterEach`. */
export function localServers() {
  const open: Server[] = [];

  async function listen(server: Server): Promise<number> {
    open.push(server);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  }

  return {
    /** The origin of a plain server. */
    async http(listener: RequestListener, onSocket?: (socket: Socket) => void): Promise<string> {
      const server = createServer(listener);
      if (onSocket !== undefined) server.on('connection', onSocket);
      return `http://127.0.0.1:${await listen(server)}`;
    },
    /** The port of a server that accepts connections and leaves the rest to the test. */
    async tcp(onSocket: (socket: Socket) => void): Promise<number> {
      const sockets: Socket[] = [];
      const server = createTcpServer((socket) => {
        sockets.push(socket.on('error', () => undefined).resume());
        onSocket(socket);
      });
      const closable = Object.assign(server, {
        closeAllConnections: () => sockets.forEach((socket) => socket.destroy()),
      });
      return await listen(closable);
    },
    /** The port of a TLS server whose certificate {@link CA_FILE} has signed. */
    async https(listener: RequestListener): Promise<number> {
      const cert = readFileSync(join(CERTIFICATES, 'server.pem'));
      const key = readFileSync(join(CERTIFICATES, 'server-key.pem'));
      return await listen(createTlsServer({ cert, key }, listener));
    },
    /** A proxy that tunnels every CONNECT to one port of this machine, and keeps what it was asked. */
    async proxy(target: number, status = 200) {
      const asked: { readonly host: string; readonly authorization: string | undefined }[] = [];
      const server = createServer();
      server.on('connect', (request, client: Socket) => {
        const authorization = request.headers['proxy-authorization'];
        asked.push({ host: request.url ?? '', authorization });
        client.on('error', () => undefined);
        client.write(`HTTP/1.1 ${status} Said\r\n\r\n`);
        if (status !== 200) return client.end();
        const upstream = connect(target, '127.0.0.1');
        upstream.on('error', () => client.destroy());
        client.on('close', () => upstream.destroy());
        return client.pipe(upstream).pipe(client);
      });
      return { port: await listen(server), asked };
    },
    async closeAll(): Promise<void> {
      for (const server of open.splice(0)) {
        server.closeAllConnections();
        await new Promise((done) => server.close(done));
      }
    },
  };
}
