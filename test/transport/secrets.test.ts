/** No secret leaves in an error or a log line, whatever a service sends back. */

import type { RequestListener } from 'node:http';
import { inspect } from 'node:util';
import { gzipSync } from 'node:zlib';

import {
  keyCredential,
  bearerCredential,
  secretsOf,
  type Credential,
} from '../../provider/credentials/credential';
import { describeError, renderError } from '../../provider/errors/describe-error';
import { ImageError, isImageError } from '../../provider/errors/image-error';
import { createHttpClient, type HttpRequest } from '../../provider/transport/http-client';
import { readJson } from '../../provider/transport/json';
import { redactingLogger, stderrLogger } from '../../provider/transport/log';
import { createRedactor } from '../../provider/transport/redact';
import { withRetries } from '../../provider/transport/retry';
import { signAcs3 } from '../../provider/transport/signing/acs3';
import { encodeQuery } from '../../provider/transport/signing/canonical-request';
import { signTc2 } from '../../provider/transport/signing/tc2';
import { signTc3 } from '../../provider/transport/signing/tc3';
import { signZc2 } from '../../provider/transport/signing/zc2';
import { localServers } from './local-server';
import { virtualClock } from './virtual-clock';

const servers = localServers();
afterEach(() => servers.closeAll());

const KEY = keyCredential({ id: 'the-id', secret: 'MARKED/sec+ret', token: 'MARKED=tok' });
const BEARER = bearerCredential('MARKED.bearer');
const MOMENT = { now: new Date('2024-07-12T00:00:00Z'), nonce: '17' };
const API = { service: 's', action: 'Describe', version: 'v' };

const requests: Readonly<
  Record<string, (origin: string) => { request: HttpRequest; credential: Credential }>
> = {
  acs3: (origin) => acs3(origin, KEY),
  'acs3 with a bearer token': (origin) => acs3(origin, BEARER),
  tc3: (origin) => {
    const headers = signTc3({ ...API, host: new URL(origin).host, body: '{}' }, KEY, MOMENT);
    return { request: { method: 'POST', url: origin, headers, body: '{}' }, credential: KEY };
  },
  tc2: (origin) => {
    const facts = {
      method: 'GET',
      host: new URL(origin).host,
      path: '/v2',
      parameters: { A: 'b' },
    } as const;
    const url = `${origin}/v2?${encodeQuery(signTc2(facts, KEY, MOMENT))}`;
    return { request: { method: 'GET', url, headers: {} }, credential: KEY };
  },
  'zc2 with a bearer token': (origin) => {
    const headers = signZc2({ ...API, host: new URL(origin).host, body: '{}' }, BEARER, MOMENT);
    return { request: { method: 'POST', url: origin, headers, body: '{}' }, credential: BEARER };
  },
};

function acs3(origin: string, credential: typeof KEY | typeof BEARER) {
  const facts = { ...API, method: 'POST', host: new URL(origin).host, query: {} } as const;
  const { headers, query } = signAcs3(facts, credential, MOMENT);
  return { request: { method: 'POST', url: `${origin}/?${query}`, headers }, credential } as const;
}

/** A service that shows the caller all it was sent. */
const echo =
  (form: (lines: readonly string[]) => string): RequestListener =>
  (request, response) => {
    const lines = [
      decodeURIComponent(request.url ?? ''),
      ...Object.values(request.headers).map(String),
    ];
    response.end(form(lines));
  };

const services: Readonly<Record<string, RequestListener>> = {
  'HTML with the headers': echo((lines) => `<html>${lines.join(' ')}`),
  'HTML with the headers, latest first': echo((lines) => `<html>${lines.toReversed().join(' ')}`),
  'JSON cut off': echo((lines) => JSON.stringify(lines.toReversed()).slice(0, -1)),
  'base64 of the headers': echo((lines) =>
    lines.map((line) => Buffer.from(line).toString('base64')).join(' '),
  ),
  'a huge echo': echo((lines) => lines.join(' ').repeat(1000)),
  'a broken archive': (request, response) =>
    response
      .writeHead(200, { 'content-encoding': 'gzip' })
      .end(gzipSync(JSON.stringify(request.headers)).subarray(0, 50)),
  'no HTTP': (request, response) => response.socket?.end(JSON.stringify(request.headers)),
  'a reset': (_, response) => response.socket?.resetAndDestroy(),
};

const cases = Object.keys(requests).flatMap((scheme) =>
  Object.keys(services).map((service) => [scheme, service] as const),
);

describe('secrets', () => {
  it.each(cases)('of %s stay out of errors and logs about %s', async (scheme, service) => {
    const listener = services[service];
    const sign = requests[scheme];
    expect(listener).toBeDefined();
    expect(sign).toBeDefined();
    if (listener === undefined || sign === undefined) return;

    const { request, credential } = sign(await servers.http(listener));
    const redact = createRedactor(secretsOf(credential));
    const lines: string[] = [];
    const logger = redactingLogger(
      stderrLogger('debug', (line) => lines.push(line)),
      redact,
    );
    const clock = virtualClock();
    const signal = new AbortController().signal;
    const client = createHttpClient({
      environment: {},
      readFile: () => Promise.reject(new Error('no files here')),
      maxResponseBytes: 10_000,
    });
    const attempt = async () => {
      const { text, status } = await client.send(request, { signal });
      return readJson(text, { httpStatus: status, redact });
    };
    const error: unknown = await withRetries(attempt, {
      signal,
      clock: { ...clock, sleep: () => Promise.resolve() },
      random: () => 0,
      remainingMs: () => Infinity,
      pace: { maxAttempts: 2, baseDelayMs: 1, maxDelayMs: 1, jitter: 0 },
      onRetry: (event) => logger.debug({ event: 'retry', message: inspect(event, { depth: 10 }) }),
    }).catch((thrown: unknown) => thrown);
    await client.close();

    expect(isImageError(error)).toBe(true);
    const shown = [
      inspect(error, { depth: 20, showHidden: true }),
      JSON.stringify(describeError(error)),
      renderError(error),
      error instanceof ImageError ? JSON.stringify(error.facts) : '',
      ...lines,
    ].join('\n');
    expect(shown).not.toMatch(/MARKED/);
    expect(shown).not.toContain(Buffer.from('MARKED').toString('base64').slice(0, 7));
    const signature = /Signature=([0-9a-f]{20})/.exec(request.headers['authorization'] ?? '')?.[1];
    expect(shown).not.toContain(signature ?? 'MARKED');
  });
});
