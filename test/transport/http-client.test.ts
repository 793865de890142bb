import { readFile } from 'node:fs/promises';
import type { RequestListener } from 'node:http';
import { createServer } from 'node:net';
import { getEventListeners, once } from 'node:events';
import { inspect } from 'node:util';
import { Worker } from 'node:worker_threads';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';

import {
  createHttpClient,
  type HttpClient,
  type HttpClientOptions,
} from '../../provider/transport/http-client';
import { ImageError } from '../../provider/errors/image-error';
import { isRetryable } from '../../provider/errors/classify';
import { proxyFromEnvironment } from '../../provider/transport/proxy';
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

  it.each([
    ['gzip', (text: string) => gzipSync(text)],
    ['x-gzip', gzipSync],
    ['GZIP', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
    ['identity', (text: string) => Buffer.from(text)],
  ])('is decompressed from %s', async (encoding, compress) => {
    const origin = await servers.http((_, response) => {
      response.writeHead(200, { 'content-encoding': encoding }).end(compress('{"ok":true}'));
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
      'too large once decompressed from brotli',
      (_, r) =>
        r.writeHead(200, { 'content-encoding': 'br' }).end(brotliCompressSync('x'.repeat(50_000))),
      'bad-response',
      /larger than 1000 bytes/,
    ],
    [
      'of a header too large for HTTP',
      (_, r) => r.writeHead(200, { 'x-large': 'x'.repeat(20_000) }).end(),
      'bad-response',
      /did not answer in HTTP/,
    ],
    [
      'with two content encodings',
      (_, r) => r.writeHead(200, ['content-encoding', 'gzip', 'content-encoding', 'gzip']).end('x'),
      'bad-response',
      /"gzip, gzip"/,
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
      /closed the connection.*ECONNRESET/,
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
    const silence = code === 'timeout' ? { silenceTimeoutMs: 300 } : {};
    const error = await failure(get(origin, { maxResponseBytes: 1000, ...silence }));
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

describe('connections', () => {
  const get2 = (url: string, of: HttpClient, signal = never) =>
    of.send({ method: 'GET', url, headers: {} }, { signal });

  it('are used again, one after the other and up to the limit at the same time', async () => {
    const sockets = new Set<unknown>();
    let [now, peak] = [0, 0];
    const origin = await servers.http((request, response) => {
      sockets.add(request.socket);
      peak = Math.max(peak, (now += 1));
      setTimeout(() => {
        now -= 1;
        response.end('x');
      }, 10);
    });
    const shared = client({ maxSockets: 4 });
    for (let i = 0; i < 3; i += 1) await get2(origin, shared);
    expect(sockets.size).toBe(1);
    await Promise.all(Array.from({ length: 40 }, () => get2(origin, shared)));
    expect(sockets.size).toBe(4);
    expect(peak).toBe(4);
  });

  it('stay under the limit over many services, idle ones included', async () => {
    let [open, most] = [0, 0];
    const origins = await Promise.all(
      Array.from({ length: 12 }, () =>
        servers.http(
          (_, response) => response.end('x'),
          (socket) => {
            most = Math.max(most, (open += 1));
            socket.on('close', () => (open -= 1));
          },
        ),
      ),
    );
    const shared = client({ maxSockets: 3 });
    for (const origin of origins) await get2(origin, shared);
    await Promise.all(origins.map((origin) => get2(origin, shared)));
    // The services see three close a little later than the next three open.
    expect(most).toBeLessThanOrEqual(3 + 3);
  });

  it('do not keep the process alive when idle', async () => {
    // In a thread of its own, whose sockets do not count here.
    const script = `
      const server = require('node:http').createServer((_, response) => response.end('x'));
      server.listen(0, () => require('node:worker_threads').parentPort.postMessage(server.address().port));`;
    const worker = new Worker(script, { eval: true });
    const [port] = (await once(worker, 'message')) as [number];
    const hasSockets = () => process.getActiveResourcesInfo().includes('TCPSocketWrap');
    const none = async () => {
      while (hasSockets()) await new Promise((resolve) => setTimeout(resolve, 5));
    };
    await none();
    const shared = client();
    const answer = get2(`http://127.0.0.1:${port}`, shared);
    while (!hasSockets()) await new Promise((resolve) => setImmediate(resolve));
    await answer;
    await none();
    await shared.close();
    await worker.terminate();
  });

  it('leave no listener on the signal', async () => {
    const origin = await servers.http((_, response) => response.end('x'));
    const { signal } = new AbortController();
    const shared = client();
    await Promise.all([get2(origin, shared, signal), get2(origin, shared, signal)]);
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  it('in progress end with the client', async () => {
    let arrived: () => void = () => undefined;
    const arrival = new Promise<void>((resolve) => (arrived = resolve));
    const origin = await servers.http(() => arrived());
    const shared = client({ maxSockets: 1 });
    const [sent, waiting] = [get2(origin, shared), get2(origin, shared)].map(failure);
    await arrival;
    await shared.close();
    expect((await sent)?.code).toBe('cancelled');
    expect((await waiting)?.code).toBe('cancelled');
  });

  it('that wait for a place end with their signal', async () => {
    const origin = await servers.http(() => undefined);
    const shared = client({ maxSockets: 1 });
    const first = failure(get2(origin, shared));
    const controller = new AbortController();
    const second = failure(get2(origin, shared, controller.signal));
    controller.abort(new ImageError('timeout', 'listing took longer than 1 s'));
    expect((await second).message).toBe('[timeout] listing took longer than 1 s');
    await shared.close();
    await first;
  });

  it('that are not ready in time are a timeout', async () => {
    const silent = await servers.tcp(() => undefined);
    const error = await failure(get(`https://127.0.0.1:${silent}`, { connectTimeoutMs: 50 }));
    expect(error.message).toBe(`[timeout] 127.0.0.1:${silent} did not answer in time (ETIMEDOUT)`);
  });

  it.each(['http', 'https'] as const)(
    'that are ready in time may wait longer for the answer (%s)',
    async (scheme) => {
      const connectTimeoutMs = 400;
      const late: RequestListener = (_, response) => {
        setTimeout(() => response.end('late'), 2 * connectTimeoutMs);
      };
      const origin =
        scheme === 'http'
          ? await servers.http(late)
          : `https://127.0.0.1:${await servers.https(late)}`;
      const environment = { CLOUDIMAGES_EXTRA_CA_CERTS: CA_FILE };
      const { text } = await get(origin, { environment, connectTimeoutMs });
      expect(text).toBe('late');
    },
  );

  it.each([
    ['a service that refuses', {}],
    ['a proxy that refuses', { HTTPS_PROXY: 'http://127.0.0.1:1' }],
  ])('that fail leave no timer: %s', async (_, environment) => {
    const timers = () =>
      process.getActiveResourcesInfo().filter((resource) => resource === 'Timeout').length;
    const before = timers();
    const error = await failure(
      get('https://127.0.0.2:1', { environment, connectTimeoutMs: 60_000 }),
    );
    expect(error.code).toBe('unavailable');
    // The socket closes a little after the request has failed.
    for (let turn = 0; turn < 100 && timers() > before; turn += 1) {
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(timers()).toBe(before);
  });

  it('are not opened for a header that HTTP does not allow', async () => {
    const headers = { authorization: 'Bearer s3cr3t\nX: y' };
    const call = client().send(
      { method: 'GET', url: 'http://127.0.0.1:1', headers },
      { signal: never },
    );
    const error = await failure(call);
    expect(error.code).toBe('invalid-configuration');
    expect(inspect(error, { depth: 10, showHidden: true })).not.toContain('s3cr3t');
  });
});

describe('TLS', () => {
  it('tells an untrusted certificate, how to trust it, and that waiting does not help', async () => {
    const port = await servers.https((_, response) => response.end('hello'));
    const error = await failure(get(`https://127.0.0.1:${port}`));
    expect(error.message).toMatch(
      /^\[unavailable\].*certificate that is not trusted on this machine/,
    );
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
    expect(error.message).toMatch(/a certificate for another host name/);
    expect(isRetryable(error)).toBe(false);
    expect(proxy.asked).toEqual([]);
  });

  it.each([
    [407, false],
    [502, true],
  ])('that refuses with HTTP %p is reported, without its password', async (status, retry) => {
    const proxy = await servers.proxy(1, status);
    const environment = { ALL_PROXY: `http://user:s3cr3t-pass@127.0.0.1:${proxy.port}` };
    const error = await failure(get('https://images.example.test/', { environment }));
    expect(error.message).toBe(
      `[unavailable] the proxy refused to connect to images.example.test (HTTP ${status})`,
    );
    expect(isRetryable(error)).toBe(retry);
    expect(inspect(error, { depth: 10, showHidden: true })).not.toContain('s3cr3t-pass');
  });

  it.each(['socks5://user:s3cr3t-pass@h:1', 'http://', 'http://user:s3cr3t-pass%zz@h:1'])(
    'of another kind is refused: %s',
    async (url) => {
      const error = await failure(
        get('https://images.example.test/', { environment: { HTTPS_PROXY: url } }),
      );
      expect(error.code).toBe('invalid-configuration');
      expect(inspect(error, { depth: 10, showHidden: true })).not.toContain('s3cr3t-pass');
    },
  );

  it('carries several requests in one tunnel', async () => {
    const port = await servers.https((_, response) => response.end('x'));
    const proxy = await servers.proxy(port);
    const shared = client({
      environment: { ...ca, HTTPS_PROXY: `http://127.0.0.1:${proxy.port}` },
    });
    for (let i = 0; i < 3; i += 1) {
      const url = 'https://images.example.test/';
      await shared.send({ method: 'GET', url, headers: {} }, { signal: never });
    }
    expect(proxy.asked).toEqual([{ host: 'images.example.test:443', authorization: undefined }]);
  });

  it('that nobody runs is reported as the proxy, not as the cloud', async () => {
    const environment = { HTTPS_PROXY: 'http://user:s3cr3t-pass@127.0.0.1:1' };
    const error = await failure(get('https://images.example.test/', { environment }));
    expect(error.message).toBe(
      '[unavailable] the proxy 127.0.0.1:1 refuses connections (ECONNREFUSED)',
    );
  });

  it('that stays silent is a timeout, and gives way to an abort at once', async () => {
    let closed = 0;
    const port = await servers.tcp((socket) => socket.on('close', () => (closed += 1)));
    const environment = { HTTPS_PROXY: `http://127.0.0.1:${port}` };
    const url = 'https://images.example.test/';
    const error = await failure(get(url, { environment, connectTimeoutMs: 50 }));
    expect(error.message).toBe(
      `[timeout] the proxy 127.0.0.1:${port} did not answer in time (ETIMEDOUT)`,
    );
    const controller = new AbortController();
    const call = failure(get(url, { environment }, controller.signal));
    setTimeout(() => controller.abort(), 50);
    expect((await call).code).toBe('cancelled');
    while (closed < 2) await new Promise((resolve) => setTimeout(resolve, 5));
  });

  it.each([
    ['', 'https://a.test', false],
    ['*', 'https://a.test', true],
    ['a.test', 'https://a.test', true],
    ['A.Test', 'https://a.test', true],
    ['a.test', 'https://b.a.test', true],
    ['a.test', 'https://ba.test', false],
    ['.a.test', 'https://b.a.test', true],
    ['*.a.test', 'https://b.a.test', true],
    ['x.test,a.test', 'https://a.test', true],
    ['x.test  a.test', 'https://a.test', true],
    ['a.test:443', 'https://a.test', true],
    ['a.test:8443', 'https://a.test', false],
    ['a.test:8443', 'https://a.test:8443', true],
    ['10.1.2.3', 'https://10.1.2.3', true],
    ['10.0.0.0/8', 'https://10.1.2.3', true],
    ['10.0.0.0/8', 'https://11.1.2.3', false],
    ['10.0.0.0/99', 'https://10.1.2.3', false],
    ['10.0.0.0/8', 'https://a.test', false],
    ['fd00::/8', 'https://[fd12::1]', true],
    ['::ffff', 'https://[fd12::1]', false],
    ['fd12::1', 'https://[fd12::1]', true],
    ['[fd12::1]:443', 'https://[fd12::1]', true],
    ['[fd12::1]:8443', 'https://[fd12::1]', false],
  ])('with NO_PROXY=%j for %s: bypassed %p', (noProxy, url, bypassed) => {
    const proxy = proxyFromEnvironment({ HTTPS_PROXY: 'proxy.test:3128', NO_PROXY: noProxy });
    expect(proxy?.bypasses(new URL(url))).toBe(bypassed);
  });

  it('takes the lower-case variable first, and decodes name and password', () => {
    const proxy = proxyFromEnvironment({
      https_proxy: 'https://us%40er:p%3Aw@proxy.test',
      HTTPS_PROXY: 'http://other.test',
    });
    expect(proxy?.url.href).toBe('https://proxy.test/');
    expect(proxy?.authorization).toBe(`Basic ${Buffer.from('us@er:p:w').toString('base64')}`);
    expect(proxyFromEnvironment({ HTTP_PROXY: 'http://plain.test', HTTPS_PROXY: ' ' })).toBe(
      undefined,
    );
  });
});

describe('requests', () => {
  it.each([1, 8])('are at most %i at the same time over all services', async (most) => {
    let underWay = 0;
    let highest = 0;
    // Answers late, so that all requests that may be under way are.
    const later: RequestListener = (request, response) => {
      highest = Math.max(highest, ++underWay);
      setImmediate(() => {
        underWay -= 1;
        response.end(request.url);
      });
    };
    const origins = await Promise.all([1, 2, 3].map(() => servers.http(later)));
    const shared = client({ maxSockets: most });
    const paths = Array.from({ length: 60 }, (_, n) => `/${n}`);
    const answers = await Promise.all(
      paths.map((path, n) =>
        shared.send(
          { method: 'GET', url: `${origins[n % 3]}${path}`, headers: {} },
          { signal: never },
        ),
      ),
    );
    expect(answers.map(({ text }) => text)).toEqual(paths);
    expect(highest).toBeLessThanOrEqual(most);
  });
});
