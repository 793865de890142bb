/** Where Terraform connects: a Unix socket, or a loopback port where a socket is not possible. */
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
  /** Stops listening and removes the socket. Does not wait: for a process that exits. */
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

/** Starts to listen. Fails only where neither a socket nor a loopback port is available. */
export async function listen(options: ListenOptions): Promise<Listener> {
  return (await listenOnSocket(options)) ?? (await listenOnPort(createServer(options)));
}

/**
 * @returns undefined where sockets cannot be used: on Windows, in a directory that is too deep, and
 * in one that does not exist or cannot be written, as a wrong TMPDIR
 */
async function listenOnSocket(options: ListenOptions): Promise<Listener | undefined> {
  const { socketDirectory = tmpdir(), platform } = options;
  const length = Buffer.byteLength(path.join(socketDirectory, 'cloudimages-XXXXXX', 's'));
  if (platform === 'win32' || length > MAX_SOCKET_PATH_BYTES) return undefined;
  let directory: string;
  try {
    directory = mkdtempSync(path.join(socketDirectory, 'cloudimages-'));
  } catch {
    return undefined;
  }
  const removeDirectory = (): void => rmSync(directory, { recursive: true, force: true });
  const server = createServer(options);
  const socket = path.join(directory, 's');
  try {
    await opened(server.listen(socket));
  } catch {
    removeDirectory();
    return undefined;
  }
  return {
    address: { network: 'unix', path: socket },
    cleanUp: () => {
      server.close();
      removeDirectory();
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
    // The check below replaces the check of a chain: only the certificate that Terraform named is
    // accepted. TLS has proved by then that the peer holds its key. An empty list of authorities
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
