import { existsSync, mkdirSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import tls from 'node:tls';
import { createServerIdentity } from '../../../provider/terraform/wire/certificate';
import type { Address } from '../../../provider/terraform/wire/handshake';
import { listen } from '../../../provider/terraform/wire/listener';
import { temporaryFolder } from '../harness/stack';

const SERVER = createServerIdentity(Date.now());
const CLIENT = createServerIdentity(Date.now());
const STRANGER = createServerIdentity(Date.now());

/** Greets whoever may speak. */
const greet = (connection: net.Socket): void => void connection.end('welcome');

/** What a client hears; empty when it is cut off. */
function hearing(socket: net.Socket): Promise<string> {
  return new Promise((resolve) => {
    let heard = '';
    socket.on('data', (data: Buffer) => (heard += data.toString()));
    socket.on('error', () => undefined).on('close', () => resolve(heard));
  });
}

const placeOf = (address: Address): net.NetConnectOpts =>
  address.network === 'unix' ? { path: address.path } : { host: address.host, port: address.port };

describe('the listener', () => {
  test('lets in only who has the certificate that Terraform named', async () => {
    const { address, cleanUp } = await listen({
      onConnection: greet,
      tls: { identity: SERVER, clientCertificate: CLIENT.certificate },
      platform: process.platform,
    });
    const connect = (as: Partial<typeof CLIENT>): Promise<string> =>
      hearing(
        tls.connect({
          ...placeOf(address),
          servername: 'localhost',
          ca: SERVER.certificate,
          ALPNProtocols: ['h2'],
          ...(as.key === undefined ? {} : { key: as.key, cert: as.certificate }),
        }),
      );
    expect(await connect(CLIENT)).toBe('welcome');
    expect(await connect(STRANGER)).toBe('');
    expect(await connect({})).toBe('');
    expect(
      await hearing(net.connect(placeOf(address)).end('GET / HTTP/1.1\r\n\r\n')),
    ).not.toContain('welcome');
    cleanUp();
  });

  test('makes a socket, and leaves nothing of it', async () => {
    const socketDirectory = temporaryFolder();
    const { address, cleanUp } = await listen({
      onConnection: greet,
      socketDirectory,
      platform: 'linux',
    });
    const socket = 'path' in address ? address.path : '';
    expect(path.dirname(path.dirname(socket))).toBe(socketDirectory);
    expect(await hearing(net.connect(placeOf(address)))).toBe('welcome');
    cleanUp();
    expect(existsSync(path.dirname(socket))).toBe(false);
  });

  test.each([
    ['on Windows', 'win32', 'short', true],
    ['where a socket path would be too long', 'linux', 'long'.repeat(25), true],
    ['where the temporary directory does not exist', 'linux', 'missing', false],
  ] as const)('takes a loopback port %s', async (_case, platform, name, exists) => {
    const socketDirectory = path.join(temporaryFolder(), name);
    if (exists) mkdirSync(socketDirectory);
    const { address, cleanUp } = await listen({ onConnection: greet, socketDirectory, platform });
    expect(address).toEqual({ network: 'tcp', host: '127.0.0.1', port: expect.any(Number) });
    expect(await hearing(net.connect(placeOf(address)))).toBe('welcome');
    cleanUp();
  });
});
