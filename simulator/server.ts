/** The simulated APIs as real HTTP servers on 127.0.0.1, one port for each cloud. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { accountEnvironment } from './accounts';
import { CLOUDS, type CloudId } from './clouds/ids';
import { handleControl, isControlPath } from './control';
import { createWorld } from './create-world';
import { handle } from './handle';
import type { SimulatorRequest, SimulatorResponse } from './wire';
import type { World } from './world';

/** Where to listen and what to serve. */
export interface SimulatorOptions {
  /** The first of consecutive ports, one per cloud in the order of CLOUDS; 0 (default): any free ones. */
  readonly port?: number;
  /** Default: a new world with the default catalog. */
  readonly world?: World;
}

/** A running simulator. */
export interface Simulator {
  /** Base URLs without a path, for example `http://127.0.0.1:8081`. */
  readonly endpoints: Readonly<Record<CloudId, string>>;
  /** Endpoints and working credentials under the names that cloudimages and the clouds' tools read. */
  readonly environment: Readonly<Record<string, string>>;
  readonly world: World;
  /** Stops listening and ends all connections, those left hanging too. */
  close(): Promise<void>;
}

/** Larger than any request that the APIs take. More is cut off, so that it cannot fill memory. */
const LARGEST_REQUEST_BYTES = 10 * 1024 * 1024;

/** Starts the servers; rejects when a port is taken, with none left running. */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const world = options.world ?? createWorld();
  const first = options.port ?? 0;
  const running: Server[] = [];
  const close = async (): Promise<void> => {
    await Promise.all(running.map(stop));
  };
  try {
    const endpoints: Partial<Record<CloudId, string>> = {};
    for (const [index, cloud] of CLOUDS.entries()) {
      const server = createServer((request, response) => {
        answer(world, cloud, request, response).catch((error: unknown) => {
          // A fault that the world refuses, such as adding an image twice: say so, do not end the process.
          response.writeHead(500, { 'content-type': 'text/plain' });
          response.end(`simulator: ${String(error)}`);
        });
      });
      await listen(server, first === 0 ? 0 : first + index);
      running.push(server);
      endpoints[cloud] = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    }
    const complete = endpoints as Record<CloudId, string>;
    return { endpoints: complete, environment: environmentOf(world, complete), world, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function environmentOf(
  world: World,
  endpoints: Readonly<Record<CloudId, string>>,
): Record<string, string> {
  return {
    ...Object.fromEntries(
      CLOUDS.map((cloud) => [`CLOUDIMAGES_ENDPOINT_${cloud.toUpperCase()}`, endpoints[cloud]]),
    ),
    ...accountEnvironment(
      CLOUDS.flatMap((cloud) => world.accounts(cloud)),
      endpoints,
    ),
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

async function answer(
  world: World,
  cloud: CloudId,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  // Taken now: a request that is given up half-way has no socket any more.
  const { socket } = incoming;
  const request = await readRequest(incoming).catch(() => undefined);
  if (!request) {
    socket.destroy();
    return;
  }
  const response = isControlPath(request.path)
    ? handleControl(world, request)
    : handle(world, cloud, request);
  await send(incoming, outgoing, response);
}

async function readRequest(incoming: IncomingMessage): Promise<SimulatorRequest> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST_REQUEST_BYTES) throw new Error('request too large');
    chunks.push(chunk);
  }
  const [path = '/', query = ''] = (incoming.url ?? '/').split(/\?(.*)/s);
  const headers = Object.entries(incoming.headers).map(
    ([name, value]) => [name, Array.isArray(value) ? value.join(', ') : (value ?? '')] as const,
  );
  return {
    method: incoming.method ?? 'GET',
    path,
    query,
    headers: Object.fromEntries(headers),
    body: Buffer.concat(chunks).toString('utf8'),
  };
}

async function send(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  { status, headers, body, disturbance = {} }: SimulatorResponse,
): Promise<void> {
  if (disturbance.hang) return;
  if (disturbance.delayMs !== undefined) await pause(disturbance.delayMs, incoming);
  if (incoming.socket.destroyed) return;
  if (disturbance.reset) {
    incoming.socket.resetAndDestroy();
    return;
  }
  const bytes = Buffer.from(body);
  const padBytes = disturbance.padBytes ?? 0;
  outgoing.writeHead(status, { ...headers, 'content-length': bytes.length + padBytes });
  if (disturbance.closeAfterBytes !== undefined) {
    outgoing.write(bytes.subarray(0, disturbance.closeAfterBytes), () => incoming.socket.destroy());
    return;
  }
  outgoing.write(bytes);
  await pad(outgoing, padBytes);
  outgoing.end();
}

/** White space in pieces, so that an oversized answer does not have to fit in memory. */
async function pad(outgoing: ServerResponse, bytes: number): Promise<void> {
  const piece = Buffer.alloc(64 * 1024, ' ');
  for (let left = bytes; left > 0 && !outgoing.destroyed; left -= piece.length) {
    if (!outgoing.write(piece.subarray(0, Math.min(left, piece.length)))) {
      await new Promise<void>((resolve) => {
        const done = (): void => {
          outgoing.off('drain', done).off('close', done);
          resolve();
        };
        outgoing.once('drain', done).once('close', done);
      });
    }
  }
}

/** Ends early when the client goes away. */
function pause(delayMs: number, incoming: IncomingMessage): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      incoming.socket.off('close', done);
      resolve();
    };
    const timer = setTimeout(done, delayMs);
    incoming.socket.once('close', done);
  });
}
