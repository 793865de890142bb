/** One HTTP request and its whole answer. Knows proxies and certificates, but no clouds. */

import { abortError } from '../errors/abort-error';
import { ImageError } from '../errors/image-error';
import { abortable, onAbort } from './abortable';
import type { Connections, Route, RoutedOptions } from './connections';
import { isForbiddenPlainHttp, plainHttpProblem } from './endpoint';
import { extraCertificates } from './extra-ca';
import { networkError, timeoutError } from './network-error';
import { readBody } from './read-body';
import { createSemaphore } from './semaphore';

export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface HttpResponse {
  readonly status: number;
  /** Names in lower case; a header that came several times is joined by commas. */
  readonly headers: Readonly<Record<string, string>>;
  /** The whole body, decompressed. */
  readonly text: string;
}

export interface HttpClient {
  /**
   * Sends a request and reads the whole answer, whatever its status. Follows no redirect.
   *
   * Fails with `unavailable` or `timeout` if no answer came, `bad-response` if it is not HTTP or
   * too large, `cancelled` or the signal's own reason on abort, and `invalid-configuration` if
   * proxy, certificates or address are wrong.
   */
  send(request: HttpRequest, options: { readonly signal: AbortSignal }): Promise<HttpResponse>;
  /** Starts loading Node's HTTP and TLS modules without waiting for them. */
  warmUp(): void;
  /** Closes all connections. Requests in progress fail with `cancelled`. */
  close(): Promise<void>;
}

export interface HttpClientOptions {
  /** Read for proxy and certificates. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Reads a UTF-8 file, for certificates. */
  readonly readFile: (path: string) => Promise<string>;
  /** How long it may take until a connection is ready. Milliseconds; default {@link CONNECT_TIMEOUT_MS}. */
  readonly connectTimeoutMs?: number;
  /** How long the other side may stay silent. Milliseconds; default {@link SILENCE_TIMEOUT_MS}. */
  readonly silenceTimeoutMs?: number;
  /** Default {@link MAX_RESPONSE_BYTES}. */
  readonly maxResponseBytes?: number;
  /** Default {@link MAX_SOCKETS}. */
  readonly maxSockets?: number;
}

/** Ten seconds reach the other side of the world through a slow proxy; more only hides an outage. */
export const CONNECT_TIMEOUT_MS = 10_000;

/** Thirty seconds: the slowest listings take a few. A retry follows, as far as the caller's deadline allows. */
export const SILENCE_TIMEOUT_MS = 30_000;

/**
 * 64 MiB. A page of 1000 images has about 2 MiB, so whatever is larger is not a list of images.
 * Raise it with `maxResponseBytes` should a cloud prove otherwise.
 */
export const MAX_RESPONSE_BYTES = 64 * 1024 * 1024;

/**
 * Sockets open at the same time, over all services. Far more than one machine can use, and far less
 * than the 1024 file descriptors that many systems allow a process.
 */
export const MAX_SOCKETS = 64;

export function createHttpClient(options: HttpClientOptions): HttpClient {
  let loading: Promise<Connections> | undefined;
  const load = () => (loading ??= connect(options));
  const closing = new AbortController();
  const places = createSemaphore(options.maxSockets ?? MAX_SOCKETS);

  return {
    async send(request, { signal }) {
      const url = new URL(request.url);
      if (isForbiddenPlainHttp(url)) {
        throw new ImageError('invalid-configuration', `the address ${plainHttpProblem(url)}`, {
          hint: 'Use https://, or an address of this machine such as http://127.0.0.1:8081.',
        });
      }
      const attempt = new AbortController();
      const stops = [signal, closing.signal].map((either) =>
        onAbort(either, () => attempt.abort(abortError(either))),
      );
      try {
        const connections = await abortable(load(), attempt.signal);
        await places.acquire(attempt.signal);
        try {
          const answer = exchange(request, url, connections.route(url), attempt.signal, options);
          return await abortable(answer, attempt.signal);
        } finally {
          places.release();
        }
      } catch (error) {
        throw networkError(error, url, attempt.signal);
      } finally {
        for (const stop of stops) stop();
      }
    },

    warmUp() {
      // What goes wrong here goes wrong again, and is reported, when a request is sent.
      load().catch(() => undefined);
    },

    async close() {
      closing.abort(new ImageError('cancelled', 'the HTTP client is closed'));
      const connections = await loading?.catch(() => undefined);
      connections?.destroy();
    },
  };
}

async function connect(options: HttpClientOptions): Promise<Connections> {
  const { environment, readFile } = options;
  const [{ createConnections }, { proxyFromEnvironment }, ca] = await Promise.all([
    import('./connections.js'),
    import('./proxy.js'),
    extraCertificates(environment, readFile),
  ]);
  return createConnections({
    proxy: proxyFromEnvironment(environment),
    ca,
    connectTimeoutMs: options.connectTimeoutMs ?? CONNECT_TIMEOUT_MS,
    maxSockets: options.maxSockets ?? MAX_SOCKETS,
  });
}

function exchange(
  { method, headers, body }: HttpRequest,
  url: URL,
  { request, agent }: Route,
  signal: AbortSignal,
  options: HttpClientOptions,
): Promise<HttpResponse> {
  const { silenceTimeoutMs = SILENCE_TIMEOUT_MS, maxResponseBytes = MAX_RESPONSE_BYTES } = options;
  return new Promise((resolve, reject) => {
    const timeout = silenceTimeoutMs;
    const how: RoutedOptions = { method, headers, agent, signal, attempt: signal, timeout };
    const sent = request(url, how);
    sent.on('timeout', () => sent.destroy(timeoutError()));
    sent.on('error', reject);
    sent.on('response', (response) => {
      const received = Object.fromEntries(
        Object.entries(response.headersDistinct).map(([name, values]) => [
          name,
          values?.join(', ') ?? '',
        ]),
      );
      readBody(response, received['content-encoding'], maxResponseBytes).then(
        (text) => resolve({ status: response.statusCode ?? 0, headers: received, text }),
        reject,
      );
    });
    sent.end(body);
  });
}
