/** The network as the engine's HTTP client sees it, without any network: the simulator, then the faults. */
import { handle, type CloudId, type World } from '../../simulator/index';
import { abortError } from '../../provider/errors/abort-error';
import { ImageError } from '../../provider/errors/image-error';
import type { HttpClient, HttpRequest, HttpResponse } from '../../provider/transport/http-client';
import type { End, WireAnswer } from './faults/fault';
import { listOf } from './script';

export interface StubOptions {
  readonly world: World;
  /** Which cloud an address belongs to. */
  readonly cloudOf: (url: URL) => CloudId;
  /** Told before each request, counted from 0. */
  readonly before: (count: number) => void;
  readonly spoil: (answer: WireAnswer, cloud: CloudId, list: string) => WireAnswer;
  readonly latencyMs: () => number;
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
}

export interface StubTransport extends HttpClient {
  /** Requests that neither ended nor were aborted. */
  open(): number;
  requests(): number;
}

/** How long a real client bears silence. Milliseconds. */
const SILENCE_MS = 30_000;

export function stubTransport(options: StubOptions): StubTransport {
  let open = 0;
  let requests = 0;
  const closing = new AbortController();
  return {
    open: () => open,
    requests: () => requests,
    warmUp: () => undefined,
    // As the real client does: requests under way are cut.
    close: async () => closing.abort(new ImageError('cancelled', 'the HTTP client is closed')),
    async send(request, { signal }) {
      if (signal.aborted) throw abortError(signal);
      if (closing.signal.aborted) throw abortError(closing.signal);
      options.before(requests);
      requests += 1;
      open += 1;
      try {
        return await answer(request, AbortSignal.any([signal, closing.signal]), options);
      } catch (error) {
        throw signal.aborted ? abortError(signal) : error;
      } finally {
        open -= 1;
      }
    },
  };
}

async function answer(
  request: HttpRequest,
  signal: AbortSignal,
  { world, cloudOf, spoil, latencyMs, sleep }: StubOptions,
): Promise<HttpResponse> {
  const url = new URL(request.url);
  const cloud = cloudOf(url);
  const honest = handle(world, cloud, {
    method: request.method,
    path: url.pathname,
    query: url.search.slice(1),
    headers: { ...request.headers, host: request.headers['host'] ?? url.host },
    body: request.body ?? '',
  });
  const { status, headers, body, end } = spoil(
    { status: honest.status, headers: honest.headers, body: honest.body },
    cloud,
    listOf(request.url, request.headers, request.body ?? ''),
  );
  await sleep(latencyMs(), signal);
  if (end !== undefined) await meet(end, body, signal, sleep);
  return { status, headers, text: body };
}

/** What a client makes of it. @throws ImageError unless the answer comes after all */
async function meet(
  end: End,
  body: string,
  signal: AbortSignal,
  sleep: StubOptions['sleep'],
): Promise<void> {
  const lost = (code: string): ImageError =>
    new ImageError('unavailable', `the connection failed (${code})`, {
      cause: Object.assign(new Error(code), { code }),
    });
  switch (end.kind) {
    case 'reset':
    case 'close':
      // Beyond the headers, which take some 150 bytes, and the whole body, it does no harm.
      if (end.afterBytes < body.length + 150) throw lost('ECONNRESET');
      return;
    case 'hang':
      await sleep(SILENCE_MS, signal);
      throw new ImageError('timeout', 'no byte for 30 s');
    case 'drip':
      await sleep(1e9, signal);
      return;
    case 'late':
      return sleep(end.ms, signal);
    case 'unreachable':
      throw lost(end.code);
    case 'raw':
    case 'bytes':
      throw new ImageError('bad-response', 'the answer is no HTTP');
  }
}
