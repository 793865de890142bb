import { readFile } from 'node:fs/promises';
import type { RequestListener } from 'node:http';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { inspect } from 'node:util';
import { gzipSync } from 'node:zlib';

import {
  createHttpClient,
  type HttpClient,
  type HttpClientOptions,
} from '../../provider/transport/http-client';
import { ImageError } from '../../provider/errors/image-error';
import { isRetryable } from '../../provider/errors/classify';
import { CA_FILE, localServers } from './local-server';

const servers = localServers();
const clients: HttpClient[] = [];

afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.close()));
  await servers.closeAll();
});

function client(options: Partial<HttpClientOptions> = {}): HttpClient {
  const made = createHttpClient({
    environment: {},
    readFile: (path) => readFile(path, 'utf8'),
    ...options,
  });
  clients.push(made);
  return made;
}

const never = new AbortController().signal;

function get(url: string, options: Partial<HttpClientOptions> = {}, signal = never) {
  return client(options).send({ method: 'GET', url, headers: {} }, { signal });
}

/** The error of a call that has to fail. */
async function failure(call: Promise<unknown>): Promise<ImageError> {
  const outcome = await call.then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(outcome).toBeInstanceOf(ImageError);
  return outcome as ImageError;
}

describe('an answer', () => {
  it('comes back whole, whatever its status, and no redirect is followed', async () => {
    const origin = await servers.http((_, response) => {
      response.writeHead(302, { location: '/elsewhere', 'x-two': ['a', 'b'] }).end('gone');
    });
    expect(await get(origin)).toMatchObject({
      status: 302,
      headers: { location: '/elsewhere', 'x-two': 'a, b' },
      text: 'gone',
    });
  });

  it('is asked for with just the method, path, headers and body given', async () => {
    const origin = await servers.http((request, response) => {
      const parts: string[] = [];
      request.on('data', (part) => parts.push(String(part)));
      request.on('end', () => {
        const seen = [request.method, request.url, request.headers, parts.join('')];
        response.end(JSON.stringify(seen));
      });
    });
    const host = new URL(origin).host;
    const headers = { host, 'content-type': 'application/json; charset=utf-8' };
    const url = `${origin}/v2?a=%2A%20%27&b=x%2Fy`;
    const sent = { method: 'POST', url, headers, body: '{"名":1}' } as const;
    const { text } = await client().send(sent, { signal: never });
    expect(JSON.parse(text)).toEqual([
      'POST',
      '/v2?a=%2A%20%27&b=x%2Fy',
      { ...headers, connection: 'keep-alive', 'content-length': '9' },
      '{"名":1}',
    ]);
  });

  it.each(['gzip', 'x-gzip'])('is unpacked from %s', async (encoding) => {
    const origin = await servers.http((_, response) => {
      response.writeHead(200, { 'content-encoding': encoding }).end(gzipSync('{"ok":true}'));
    });
    expect(await get(origin)).toMatchObject({ text: '{"ok":true}' });
  });
});

describe('a wrong answer', () => {
  it('is not one of just the largest size', async () => {
    const origin = await servers.http((_, response) => response.end('x'.repeat(1000)));
    expect((await get(origin, { maxResponseBytes: 1000 })).text).toHaveLength(1000);
  });

  const cases: readonly [name: string, listener: RequestListener, code: string, text: RegExp][] = [
    ['too large', (_, r) => r.end('x'.repeat(2000)), 'bad-response', /larger than 1000 bytes/],
    [
      'too large once unpacked',
      (_, r) => r.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('x'.repeat(50_000))),
      'bad-response',
      /larger than 1000 bytes/,
    ],
    [
      'packed in an unknown way',
      (_, r) => r.writeHead(200, { 'content-encoding': 'zip' }).end('x'),
      'bad-response',
      /"zip"/,
    ],
    [
      'said to be gzip and is not',
      (_, r) => r.writeHead(200, { 'content-encoding': 'gzip' }).end('plain'),
      'bad-response',
      /cannot be decompressed/,
    ],
    [
      'gzip cut off',
      (_, r) =>
        r
          .writeHead(200, { 'content-encoding': 'gzip' })
          .end(gzipSync('hello hello').subarray(0, 20)),
      'bad-response',
      /cannot be decompressed/,
    ],
    [
      'no HTTP',
      (_, r) => r.socket?.end('SSH-2.0-OpenSSH\r\n'),
      'bad-response',
      /did not answer in HTTP/,
    ],
    [
      'a reset',
      (_, r) => r.socket?.resetAndDestroy(),
      'unavailable',
      /closed the connection.*ECONNRESET|UND_ERR_SOCKET/,
    ],
    [
      'a body cut short',
      (_, r) => {
        r.writeHead(200, { 'content-length': '100' }).write('half');
        setImmediate(() => r.socket?.destroy());
      },
      'unavailable',
      /closed the connection before its answer was complete/,
    ],
    ['silence', () => undefined, 'timeout', /did not answer in time/],
    [
      'silence in the middle',
      (_, r) => void r.writeHead(200, { 'content-length': '100' }).write('half'),
      'timeout',
      /did not answer in time/,
    ],
  ];

  it.each(cases)('%s', async (_, listener, code, text) => {
    const origin = await servers.http(listener);
    const error = await failure(get(origin, { maxResponseBytes: 1000, silenceTimeoutMs: 300 }));
    expect(error.message).toMatch(text);
    expect(error.code).toBe(code);
    expect(isRetryable(error)).toBe(code !== 'bad-response');
  });

  it('closes the connection of an answer without end', async () => {
    let closed: Promise<unknown> | undefined;
    const origin = await servers.http((request, response) => {
      closed = new Promise((done) => request.socket.on('error', done).on('close', done));
      const flood = () => {
        while (response.write('x'.repeat(10_000)) && !request.socket.destroyed);
      };
      response.on('drain', flood);
      flood();
    });
    expect(await failure(get(origin, { maxResponseBytes: 1000 }))).toMatchObject({
      code: 'bad-response',
    });
    await closed;
  });
});

describe('no answer', () => {
  it('is retryable where nobody listens', async () => {
    const probe = createServer().listen(0, '127.0.0.1');
    await once(probe, 'listening');
    const address = probe.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    probe.close();
    await once(probe, 'close');
    const error = await failure(get(`http://127.0.0.1:${port}`));
    expect(error.message).toBe(
      `[unavailable] 127.0.0.1:${port} refuses connections (ECONNREFUSED)`,
    );
    expect(isRetryable(error)).toBe(true);
  });

  it('is not asked for over plain http to another machine', async () => {
    const error = await failure(get('http://images.example.test/'));
    expect(error.code).toBe('invalid-configuration');
    expect(error.facts.hint).toContain('https://');
  });

  it('is cancelled before, and during', async () => {
    const reason = new ImageError('timeout', 'listing took longer than 1 s');
    expect(await failure(get('http://127.0.0.1:1', {}, AbortSignal.abort(reason)))).toBe(reason);

    const controller = new AbortController();
    const origin = await servers.http(() => controller.abort());
    const error = await failure(get(origin, {}, controller.signal));
    expect(error.code).toBe('cancelled');
  });

  it('is cancelled in the middle of the body', async () => {
    const controller = new AbortController();
    const origin = await servers.http((_, response) => {
      response.writeHead(200, { 'content-length': '100' }).write('half');
      setTimeout(() => controller.abort(), 50);
    });
    expect((await failure(get(origin, {}, controller.signal))).code).toBe('cancelled');
  });

  it.each([true, false])('comes from a client that is closed (warm: %p)', async (warm) => {
    const closed = client();
    if (warm) closed.warmUp();
    await closed.close();
    const call = closed.send(
      { method: 'GET', url: 'http://127.0.0.1:1', headers: {} },
      { signal: never },
    );
    expect((await failure(call)).code).toBe('cancelled');
  });
});

describe('TLS', () => {
  it('tells an untrusted certificate, how to trust it, and that waiting does not help', async () => {
    const port = await servers.https((_, response) => response.end('hello'));
    const error = await failure(get(`https://127.0.0.1:${port}`));
    expect(error.message).toMatch(/^\[unavailable\].*certificate that is not trusted here/);
    expect(error.facts.hint).toContain('NODE_EXTRA_CA_CERTS');
    expect(isRetryable(error)).toBe(false);
  });

  it('trusts the certificates of CLOUDIMAGES_EXTRA_CA_CERTS, and Node’s own', async () => {
    const port = await servers.https((_, response) => response.end('hello'));
    const environment = { CLOUDIMAGES_EXTRA_CA_CERTS: CA_FILE };
    expect(await get(`https://127.0.0.1:${port}`, { environment })).toMatchObject({
      text: 'hello',
    });
  });

  it('tells https spoken to a plain server', async () => {
    const origin = await servers.http((_, response) => response.end());
    const error = await failure(get(origin.replace('http:', 'https:')));
    expect(error.message).toMatch(/does not speak TLS/);
    expect(isRetryable(error)).toBe(false);
  });

  it.each([
    [
      'a missing file',
      '/nowhere/ca.pem',
      /\/nowhere\/ca\.pem \(CLOUDIMAGES_EXTRA_CA_CERTS\) cannot be read/,
    ],
    ['a file without certificate', __filename, /does not hold a certificate in PEM form/],
  ])('tells %s', async (_, path, text) => {
    const error = await failure(
      get('https://127.0.0.1:1', { environment: { CLOUDIMAGES_EXTRA_CA_CERTS: path } }),
    );
    expect(error.code).toBe('invalid-configuration');
    expect(error.message).toMatch(text);
  });
});

describe('a proxy', () => {
  const ca = { CLOUDIMAGES_EXTRA_CA_CERTS: CA_FILE };

  it('carries https to other machines, with its password, and is not asked for this one', async () => {
    const port = await servers.https((request, response) => response.end(request.headers.host));
    const proxy = await servers.proxy(port);
    const environment = { ...ca, HTTPS_PROXY: `http://user:pass@127.0.0.1:${proxy.port}` };
    expect(await get('https://images.example.test/', { environment })).toMatchObject({
      text: 'images.example.test',
    });
    expect(await get(`https://localhost:${port}/`, { environment })).toMatchObject({ status: 200 });
    expect(proxy.asked).toEqual([
      {
        host: 'images.example.test:443',
        authorization: `Basic ${Buffer.from('user:pass').toString('base64')}`,
      },
    ]);
  });

  it('is passed by for the hosts of NO_PROXY', async () => {
    const port = await servers.https((_, response) => response.end());
    const proxy = await servers.proxy(port);
    const environment = {
      ...ca,
      https_proxy: `127.0.0.1:${proxy.port}`,
      NO_PROXY: 'x.test, 0.0.0.0',
    };
    // No loopback address, yet this machine: its certificate names others, which proves the way taken.
    const error = await failure(get(`https://0.0.0.0:${port}/`, { environment }));
    expect(error.message).toMatch(/a certificate made out to another name/);
    expect(isRetryable(error)).toBe(false);
    expect(proxy.asked).toEqual([]);
  });

  it('that refuses is named, without its password', async () => {
    const proxy = await servers.proxy(1, 407);
    const environment = { ALL_PROXY: `http://user:s3cr3t-pass@127.0.0.1:${proxy.port}` };
    const error = await failure(get('https://images.example.test/', { environment }));
    expect(error.message).toContain('the proxy refused to connect to images.example.test');
    expect(inspect(error, { depth: 10, showHidden: true })).not.toContain('s3cr3t-pass');
  });

  it.each(['socks5://user:s3cr3t-pass@h:1', 'http://'])(
    'of another kind is refused: %s',
    async (url) => {
      const error = await failure(
        get('https://images.example.test/', { environment: { HTTPS_PROXY: url } }),
      );
      expect(error.code).toBe('invalid-configuration');
      expect(inspect(error, { depth: 10, showHidden: true })).not.toContain('s3cr3t-pass');
    },
  );
});
