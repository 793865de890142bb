/** One reading of a paged list: which pages to ask for, and when to stop. Judges nothing. */

import { setMaxListeners } from 'node:events';

import { abortError } from '../errors/abort-error';
import { ImageError } from '../errors/image-error';

/** One page as a service answers it. */
export interface Page<T> {
  readonly items: readonly T[];
  /** How many items the whole list has, where the service says so. Some services write it as text. */
  readonly total?: number | string | null | undefined;
}

export interface PageSource<T> {
  /** Page numbers count from 0. The signal is aborted when another page has failed. */
  readonly fetchPage: (pageNumber: number, signal: AbortSignal) => Promise<Page<T>>;
  /** How many items each request asks for. */
  readonly pageSize: number;
  /** What tells one item from another. */
  readonly idOf: (item: T) => string;
  /** How many pages are asked for at the same time. */
  readonly concurrency: number;
  readonly limits: PageLimits;
}

/** Where reading ends with an error, so that a service gone wild cannot keep us for ever. */
export interface PageLimits {
  readonly maxPages: number;
  readonly maxItems: number;
}

/** What one reading brought. */
export interface Reading<T> {
  /** In order; the last one is empty where the end had to be looked for. */
  readonly pages: readonly (readonly T[])[];
  /** What the first page promised. */
  readonly total: number | undefined;
  /** A later page promised something else. */
  readonly moved: boolean;
  /** Two pages with the very same items, by their numbers. */
  readonly repeated: readonly [number, number] | undefined;
}

/**
 * Page 0 first, then side by side all pages its total promises. Goes on one by one where that
 * cannot be the end: after a full page, after more items than promised, or without any promise.
 * The first page that fails ends the reading, and every other request.
 */
export async function readPages<T>(
  source: PageSource<T>,
  signal: AbortSignal,
): Promise<Reading<T>> {
  const controller = new AbortController();
  // Many wait on this one signal; Node takes more than ten for a leak, and prints a warning.
  setMaxListeners(0, controller.signal);
  const cancel = () => controller.abort(abortError(signal));
  if (signal.aborted) cancel();
  signal.addEventListener('abort', cancel, { once: true });
  try {
    return await readAll(source, controller.signal);
  } catch (error) {
    controller.abort(error);
    throw error;
  } finally {
    signal.removeEventListener('abort', cancel);
  }
}

async function readAll<T>(source: PageSource<T>, signal: AbortSignal): Promise<Reading<T>> {
  const { pageSize } = source;
  const pages: (readonly T[])[] = [];
  const totals: (number | undefined)[] = [];
  const read = async (number: number): Promise<void> => {
    if (signal.aborted) throw abortError(signal);
    const page = await source.fetchPage(number, signal);
    if (page.items.length > pageSize) throw tooLong(number, page.items.length, pageSize);
    pages[number] = page.items;
    // An empty page past the end often says 0, or nothing.
    totals[number] = page.items.length === 0 && number > 0 ? undefined : readTotal(page.total);
  };

  await read(0);
  const total = totals[0];
  const promised = Math.max(1, Math.ceil((total ?? 0) / pageSize));
  checkLimits(source.limits, promised, total ?? 0);
  let next = 1;
  const worker = async () => {
    while (next < promised) await read(next++);
  };
  await Promise.all(Array.from({ length: source.concurrency }, worker));

  const repetition = repetitionFinder(source.idOf);
  let repeated = pages.map(repetition).find((pair) => pair !== undefined);
  for (;;) {
    const last = pages.at(-1)?.length ?? 0;
    const count = pages.reduce((sum, page) => sum + page.length, 0);
    const mayEndHere = total !== undefined && last < pageSize && count <= total;
    if (last === 0 || mayEndHere || repeated !== undefined) break;
    checkLimits(source.limits, pages.length + 1, count);
    const number = pages.length;
    await read(number);
    repeated = repetition(pages[number] ?? [], number);
  }
  const moved = totals.some((other) => other !== undefined && other !== total);
  return { pages, total, moved, repeated };
}

function readTotal(total: Page<unknown>['total']): number | undefined {
  if (total === undefined || total === null || total === '') return undefined;
  const count = typeof total === 'string' && !/^\d+$/.test(total) ? Number.NaN : Number(total);
  if (Number.isSafeInteger(count) && count >= 0) return count;
  throw new ImageError(
    'bad-response',
    `the total of the list is "${String(total).slice(0, 40)}", which is no count`,
  );
}

function tooLong(number: number, length: number, pageSize: number): ImageError {
  const reason = `page ${number + 1} holds ${length} items where at most ${pageSize} were asked for`;
  return new ImageError('bad-response', reason);
}

function checkLimits({ maxPages, maxItems }: PageLimits, pages: number, items: number): void {
  if (pages <= maxPages && items <= maxItems) return;
  throw new ImageError(
    'bad-response',
    `the list has ${pages} pages and ${items} items or more; no more than ${maxPages} pages and ${maxItems} items are read`,
    { hint: 'Narrow the query, so that the service has less to list.' },
  );
}

/** Tells for each page, taken in order, whether an earlier one had the very same items. */
function repetitionFinder<T>(idOf: (item: T) => string) {
  const seen = new Map<string, number>();
  return (page: readonly T[], number: number): readonly [number, number] | undefined => {
    if (page.length === 0) return undefined;
    const ids = JSON.stringify(page.map(idOf));
    const before = seen.get(ids);
    seen.set(ids, number);
    return before === undefined ? undefined : [before, number];
  };
}
