/** A cloud on a loopback port that does to real connections what a fault says. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { handle, type CloudId, type World } from '../../simulator/index';
import type { End, WireAnswer } from './faults/fault';
import { listOf } from './script';

export interface SocketServer {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  requests(): number;
  /** Connections that the client has not closed. */
  connections(): number;
  close(): Promise<void>;
}

export interface SocketServerOptions {
  readonly world: World;
  readonly cloud: CloudId;
  readonly spoil: (answer: WireAnswer, cloud: CloudId, list: string) => WireAnswer;
}

/** Time over sockets is real, so what is late there is less so. */
const LATE_DIVISOR = 10;
const DRIP_EVERY_MS = 40;

export async function startSocketServer({
  world,
  cloud,
  spoil,
}: SocketServerOptions): Promise<SocketServer> {
  const sockets = new Set<Socket>();
  let requests = 0;
  const server: Server = createServer((incoming, outgoing) => {
    requests += 1;
    readBody(incoming).then(
      (body) => {
        const request = wireRequest(incoming, body);
        const { status, headers, body: text } = handle(world, cloud, request);
        const list = listOf(incoming.url ?? '', request.headers, body);
        send(incoming.socket, outgoing, spoil({ status, headers, body: text }, cloud, list));
      },
      () => incoming.socket.destroy(),
    );
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests: () => requests,
    connections: () => sockets.size,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

async function readBody(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

function wireRequest(incoming: IncomingMessage, body: string): Parameters<typeof handle>[2] {
  const [path = '/', query = ''] = (incoming.url ?? '/').split(/\?(.*)/s);
  const headers = Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]);
  return {
    method: incoming.method ?? 'GET',
    path,
    query,
    headers: Object.fromEntries(headers) as Record<string, string>,
    body,
  };
}

function send(socket: Socket, outgoing: ServerResponse, answer: WireAnswer): void {
  const { status, headers, body, end } = answer;
  if (end === undefined) {
    outgoing.writeHead(status, headers);
    outgoing.end(body);
    return;
  }
  meet(end, socket, outgoing, answer);
}

function meet(end: End, socket: Socket, outgoing: ServerResponse, answer: WireAnswer): void {
  const bytes = wholeAnswer(answer);
  const after = (count: number, then: () => void): void => {
    if (count === 0) then();
    else socket.write(bytes.subarray(0, count), then);
  };
  switch (end.kind) {
    case 'reset':
      return after(end.afterBytes, () => socket.resetAndDestroy());
    case 'close':
      return after(end.afterBytes, () => socket.end());
    case 'hang':
      return after(end.afterBytes, () => undefined);
    case 'late': {
      const timer = setTimeout(() => socket.write(bytes), end.ms / LATE_DIVISOR);
      socket.once('close', () => clearTimeout(timer));
      return;
    }
    case 'drip': {
      let at = 0;
      const timer = setInterval(() => {
        // Never the last byte.
        at = Math.min(at + 1, bytes.length - 1);
        socket.write(bytes.subarray(at - 1, at));
      }, DRIP_EVERY_MS);
      socket.once('close', () => clearInterval(timer));
      return;
    }
    case 'unreachable':
      socket.destroy();
      return;
    case 'raw':
      socket.write(end.bytes, () => socket.end());
      return;
    case 'bytes':
      outgoing.writeHead(answer.status, { ...answer.headers, 'content-length': end.bytes.length });
      outgoing.end(end.bytes);
  }
}

function wholeAnswer({ status, headers, body }: WireAnswer): Buffer {
  const text = Buffer.from(body);
  const lines = Object.entries({ ...headers, 'content-length': String(text.length) })
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('');
  return Buffer.concat([Buffer.from(`HTTP/1.1 ${status} Chaos\r\n${lines}\r\n`), text]);
}
