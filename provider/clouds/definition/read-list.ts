/** Lists an operation's items: all pages of one list, with retries, at the API's rate. */
import { isThrottling } from '../../errors/classify';
import { ImageError, isImageError } from '../../errors/image-error';
import type { Target } from '../../image/target';
import { pageLimits, paginate, DEFAULT_MAX_ITEMS, type PagedList } from '../../transport/paginate';
import { readCursor } from '../../transport/read-cursor';
import { withRetries } from '../../transport/retry';
import type { ApiOperation, ListParameters, PageBody, ReadPage } from './api-operation';
import { fetchPage } from './call-api';
import type { CloudContext } from './cloud-context';
import type { CloudDefinition } from './cloud-definition';
import { meaningOf } from './failures';

/** Where and until when a list is read. */
export interface ListCall {
  readonly target: Target;
  /** Names who lists where: calls of the same name share a rate. */
  readonly place: string;
  readonly signal: AbortSignal;
  readonly remainingMs: () => number;
  /** The region's endpoint, where something else than the cloud's file knows it. */
  readonly endpoint?: string | undefined;
}

/** Makes of a raw item what is kept of it. It can be read again from the body. */
export type ConvertRow<Raw, T> = (raw: Raw, body: PageBody<Raw>, row: number) => T;

/**
 * The whole list.
 */
export async function readList<Raw, T>(
  definition: CloudDefinition,
  context: CloudContext,
  operation: ApiOperation<Raw>,
  list: ListParameters,
  call: ListCall,
  { convert, idOf }: { readonly convert: ConvertRow<Raw, T>; readonly idOf: (item: T) => string },
): Promise<PagedList<T>> {
  const { signal } = call;
  const { pageSize, paging } = operation;
  const pageOf = async (page: number, size: number, cursor?: string, pageSignal = signal) => {
    const wanted = { list, page, cursor, pageSize: size };
    const found = await requestPage(definition, context, operation, wanted, {
      ...call,
      signal: pageSignal,
    });
    return { ...found, items: found.items.map((raw, row) => convert(raw, found.body, row)) };
  };
  const limits = pageLimits(context.maxImages ?? DEFAULT_MAX_ITEMS);

  if (paging === 'pages') {
    return paginate({
      fetchPage: (page, pageSignal, size) => pageOf(page, size, undefined, pageSignal),
      pageSize,
      idOf,
      concurrency: definition.rateLimit.concurrency,
      signal,
      limits,
    });
  }
  if (paging === 'single') {
    const { items, total } = await pageOf(0, pageSize);
    const byId = new Map<string, T>();
    for (const item of items) if (!byId.has(idOf(item))) byId.set(idOf(item), item);
    // An item that comes twice may be in the place of another.
    if (Number(total ?? 0) > byId.size) {
      const reason = `the answer holds ${byId.size} different items, and its total is ${total}`;
      throw new ImageError('bad-response', reason);
    }
    return { items: [...byId.values()], notes: [], requests: 1 };
  }
  for (let readings = 1; ; readings += 1) {
    try {
      return await readCursor({
        fetchPage: (cursor, page) => pageOf(page, pageSize, cursor),
        idOf,
        signal,
        limits,
      });
    } catch (error) {
      if (readings === MOST_READINGS || !hasChanged(definition, error)) throw error;
    }
  }
}

/** How often a list is read that changes each time. */
const MOST_READINGS = 3;

/** Whether a page was refused since the image that it begins after has gone. */
function hasChanged({ failures }: CloudDefinition, error: unknown): boolean {
  if (!isImageError(error) || error.facts.vendorCode === undefined) return false;
  const { vendorCode, httpStatus = 0 } = error.facts;
  return meaningOf(failures, vendorCode, httpStatus) === 'list-changed';
}

/** One page of a list, tried again where that may help. */
export async function requestPage<Raw>(
  definition: CloudDefinition,
  context: CloudContext,
  operation: ApiOperation<Raw>,
  wanted: {
    readonly list: ListParameters;
    readonly page: number;
    readonly cursor?: string | undefined;
    readonly pageSize: number;
  },
  { target, place, signal, remainingMs, endpoint }: ListCall,
): Promise<ReadPage<Raw>> {
  const throttle = context.throttle(place);
  const list = endpoint === undefined ? wanted.list : { endpoint, ...wanted.list };
  return withRetries(
    ({ attempt }) =>
      throttle.run(signal, () =>
        fetchPage(definition, context, operation, { ...wanted, list, target, attempt, signal }),
      ),
    {
      signal,
      remainingMs,
      random: context.random,
      clock: context.clock,
      onRetry: ({ error, attempt, delayMs }) => {
        // The other pages would use up the same quota.
        if (isThrottling(error)) throttle.holdOff(delayMs);
        context.logger.debug({
          event: 'retry',
          ...target,
          operation: wanted.list.operation ?? operation.operation,
          page: wanted.page + 1,
          attempt,
          message: `${error.message}; next try in ${Math.round(delayMs)} ms`,
        });
      },
    },
  );
}
