/** Where Terraform connects: a Unix socket, or a loopback port where sockets do not do. */
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import tls from 'node:tls';
import type { ServerIdentity } from './certificate';
import type { Address } from './handshake';

/** The longest socket path that every system takes, with a margin (Linux: 107 bytes). */
const MAX_SOCKET_PATH_BYTES = 100;

/** An open listener. */
export interface Listener {
  readonly address: Address;
  /** Lets nobody in any more, and leaves no socket. Does not wait: for a process that exits. */
  readonly cleanUp: () => void;
}

/** How to listen. */
export interface ListenOptions {
  /** Called with each connection that may speak. */
  readonly onConnection: (connection: net.Socket) => void;
  /** Absent: plain text. */
  readonly tls?: { readonly identity: ServerIdentity; readonly clientCertificate: string };
  /** Absent: the system's temporary directory. */
  readonly socketDirectory?: string | undefined;
  readonly platform: NodeJS.Platform;
}

/** Starts to listen. Fails only where neither a socket nor a loopback port can be had. */
export async function listen(options: ListenOptions): Promise<Listener> {
  const server = createServer(options);
  return (await listenOnSocket(server, options)) ?? (await listenOnPort(server));
}

/** @returns undefined where sockets cannot be used: on Windows, in a directory that is too deep */
async function listenOnSocket(
  server: net.Server,
  { socketDirectory = tmpdir(), platform }: ListenOptions,
): Promise<Listener | undefined> {
  const length = Buffer.byteLength(path.join(socketDirectory, 'cloudimages-XXXXXX', 's'));
  if (platform === 'win32' || length > MAX_SOCKET_PATH_BYTES) return undefined;
  const directory = mkdtempSync(path.join(socketDirectory, 'cloudimages-'));
  const socket = path.join(directory, 's');
  await opened(server.listen(socket));
  return {
    address: { network: 'unix', path: socket },
    cleanUp: () => {
      server.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

async function listenOnPort(server: net.Server): Promise<Listener> {
  await opened(server.listen(0, '127.0.0.1'));
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('no port was bound');
  return {
    address: { network: 'tcp', host: bound.address, port: bound.port },
    cleanUp: () => void server.close(),
  };
}

function createServer({ tls: security, onConnection }: ListenOptions): net.Server {
  if (security === undefined) return net.createServer(onConnection);
  const allowed = new X509Certificate(security.clientCertificate).raw;
  const server = tls.createServer({
    key: security.identity.key,
    cert: security.identity.certificate,
    ALPNProtocols: ['h2'],
    requestCert: true,
    // The check below stands in for a chain check: the one certificate that Terraform named, and no
    // other. TLS has proved by then that the peer holds its key. An empty list of authorities
    // keeps Node from reading its whole root store, which takes as long as all the rest.
    rejectUnauthorized: false,
    ca: [],
  });
  server.on('secureConnection', (connection) => {
    if (connection.getPeerX509Certificate()?.raw.equals(allowed) === true) onConnection(connection);
    else connection.destroy();
  });
  return server;
}

async function opened(server: net.Server): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve).once('error', reject);
  });
}
