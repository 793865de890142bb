/** One HTTP request and its whole answer. Knows proxies and certificates, but nothing of clouds. */

import type { Dispatcher } from 'undici';

import { abortError } from '../errors/abort-error';
import { ImageError } from '../errors/image-error';
import { isForbiddenPlainHttp, isLoopback, plainHttpProblem } from './endpoint';
import { extraCertificates } from './extra-ca';
import { networkError } from './network-error';
import { proxyFromEnvironment } from './proxy';
import { readBody } from './read-body';

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
   * Fails with `unavailable` or `timeout` where no answer came, `bad-response` where it is no HTTP
   * or too large, `cancelled` or the signal's own reason on abort, and `invalid-configuration`
   * where proxy, certificates or address are at fault.
   */
  send(request: HttpRequest, options: { readonly signal: AbortSignal }): Promise<HttpResponse>;
  /** Starts loading the HTTP library without waiting for it. Worth 80 ms while the caller is busy. */
  warmUp(): void;
  /** Closes kept connections and cuts those in use. */
  close(): Promise<void>;
}

export interface HttpClientOptions {
  /** Read for proxy and certificates. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Reads a UTF-8 file, for certificates. */
  readonly readFile: (path: string) => Promise<string>;
  /** How long a connection may take to come about. Milliseconds; default {@link CONNECT_TIMEOUT_MS}. */
  readonly connectTimeoutMs?: number;
  /** How long the other side may keep silent. Milliseconds; default {@link SILENCE_TIMEOUT_MS}. */
  readonly silenceTimeoutMs?: number;
  /** Default {@link MAX_RESPONSE_BYTES}. */
  readonly maxResponseBytes?: number;
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

/** Connections to this machine, and those to elsewhere: through the proxy, where there is one. */
interface Dispatchers {
  readonly request: (typeof import('undici'))['request'];
  readonly local: Dispatcher;
  readonly remote: Dispatcher;
}

export function createHttpClient(options: HttpClientOptions): HttpClient {
  let loading: Promise<Dispatchers> | undefined;
  let closed = false;
  const load = () => (loading ??= createDispatchers(options));

  return {
    async send(request, { signal }) {
      const url = new URL(request.url);
      if (isForbiddenPlainHttp(url)) {
        throw new ImageError('invalid-configuration', `the address ${plainHttpProblem(url)}`, {
          hint: 'Use https://, or an address of this machine such as http://127.0.0.1:8081.',
        });
      }
      if (closed) throw new ImageError('cancelled', 'the HTTP client is closed');
      const { request: send, local, remote } = await load();
      if (signal.aborted) throw abortError(signal);
      try {
        const response = await send(url, {
          dispatcher: isLoopback(url) ? local : remote,
          method: request.method,
          headers: { ...request.headers },
          body: request.body ?? null,
          signal,
          headersTimeout: options.silenceTimeoutMs ?? SILENCE_TIMEOUT_MS,
          bodyTimeout: options.silenceTimeoutMs ?? SILENCE_TIMEOUT_MS,
        });
        const headers = flatten(response.headers);
        const maxBytes = options.maxResponseBytes ?? MAX_RESPONSE_BYTES;
        const text = await readBody(response.body, headers['content-encoding'], maxBytes);
        return { status: response.statusCode, headers, text };
      } catch (error) {
        throw networkError(error, url, signal);
      }
    },

    warmUp() {
      // What goes wrong here goes wrong again, and is told, when a request is sent.
      load().catch(() => undefined);
    },

    async close() {
      closed = true;
      const loaded = await loading?.catch(() => undefined);
      await loaded?.local.destroy();
      if (loaded?.remote !== loaded?.local) await loaded?.remote.destroy();
    },
  };
}

async function createDispatchers(options: HttpClientOptions): Promise<Dispatchers> {
  const proxy = proxyFromEnvironment(options.environment);
  const [{ Agent, EnvHttpProxyAgent, request }, ca] = await Promise.all([
    import('undici'),
    extraCertificates(options.environment, options.readFile),
  ]);
  const tls = ca === undefined ? {} : { ca: [...ca] };
  const connect = { ...tls, timeout: options.connectTimeoutMs ?? CONNECT_TIMEOUT_MS };
  const local = new Agent({ connect });
  if (proxy === undefined) return { request, local, remote: local };
  const remote = new EnvHttpProxyAgent({
    connect,
    requestTls: connect,
    proxyTls: connect,
    // Given as texts, even empty ones, these keep undici from reading process.env itself.
    httpProxy: '',
    httpsProxy: proxy.url,
    noProxy: proxy.noProxy,
  });
  return { request, local, remote };
}

function flatten(
  headers: Readonly<Record<string, string | string[] | undefined>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined
        ? []
        : [[name.toLowerCase(), Array.isArray(value) ? value.join(', ') : value]],
    ),
  );
}
