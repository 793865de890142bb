/** One reading of a paged list: which pages to request, and when to stop. Judges nothing. */

import { abortError } from '../errors/abort-error';
import { ImageError } from '../errors/image-error';
import { withChildSignal } from './child-signal';

/** One page as a service answers it. */
export interface Page<T> {
  readonly items: readonly T[];
  /** How many items the whole list has, where the service says so. Some services write it as a string. */
  readonly total?: number | string | null | undefined;
}

export interface PageSource<T> {
  /**
   * Page numbers count from 0; `pageSize` is how many items to request, which is less than asked
   * for at first where the service gives smaller pages. The signal is aborted when another page
   * has failed.
   */
  readonly fetchPage: (
    pageNumber: number,
    signal: AbortSignal,
    pageSize: number,
  ) => Promise<Page<T>>;
  /** How many items each request asks for. */
  readonly pageSize: number;
  /** What distinguishes one item from another. */
  readonly idOf: (item: T) => string;
  /** How many pages are requested at the same time. */
  readonly concurrency: number;
  readonly limits: PageLimits;
}

/** Where reading ends with an error, so that a service that never ends cannot keep us forever. */
export interface PageLimits {
  readonly maxPages: number;
  readonly maxItems: number;
}

/** What one reading brought. */
export interface Reading<T> {
  /** In order; the last one is empty where the end had to be looked for. */
  readonly pages: readonly (readonly T[])[];
  /** How many items a full page has: what was asked for, or what the service gives instead. */
  readonly pageSize: number;
  /** What the first page promised. */
  readonly total: number | undefined;
  /** A later page promised something else. */
  readonly moved: boolean;
  /** Two pages with exactly the same items, by their numbers. */
  readonly repeated: readonly [number, number] | undefined;
}

/**
 * Page 0 first, then side by side all pages its total promises. Where the last of these is full,
 * the page after it is requested beside them, since totals may be too low. Goes on one by one where
 * that cannot be the end: after a full page, after more items than promised, or without a total.
 * The first page that fails ends the reading, and every other request.
 */
export async function readPages<T>(
  source: PageSource<T>,
  signal: AbortSignal,
): Promise<Reading<T>> {
  return withChildSignal(signal, (limited) => readAll(source, limited));
}

async function readAll<T>(source: PageSource<T>, signal: AbortSignal): Promise<Reading<T>> {
  const pages: (readonly T[])[] = [];
  const totals: (number | undefined)[] = [];
  let { pageSize } = source;
  const read = async (number: number): Promise<void> => {
    if (signal.aborted) throw abortError(signal);
    const page = await source.fetchPage(number, signal, pageSize);
    if (page.items.length > pageSize) throw tooLong(number, page.items.length, pageSize);
    pages[number] = page.items;
    // An empty page past the end often says 0, or nothing.
    totals[number] = page.items.length === 0 && number > 0 ? undefined : readTotal(page.total);
  };

  await read(0);
  const total = totals[0];
  const given = pages[0]?.length ?? 0;
  // A service may cap pages below what was asked for. From here on its own size is requested.
  if (total !== undefined && given > 0 && given < Math.min(total, pageSize)) pageSize = given;
  const promised = Math.max(1, Math.ceil((total ?? 0) / pageSize));
  checkLimits(source.limits, promised, total ?? 0);
  const endsFull = promised > 1 && total === promised * pageSize;
  let next = 1;
  const worker = async () => {
    while (next < promised + (endsFull ? 1 : 0)) await read(next++);
  };
  await Promise.all(Array.from({ length: source.concurrency }, worker));

  const repetition = repetitionFinder(source.idOf);
  let repeated = pages.map(repetition).find((pair) => pair !== undefined);
  for (;;) {
    const last = pages.at(-1)?.length ?? 0;
    const count = pages.reduce((sum, page) => sum + page.length, 0);
    const mayEndHere = total !== undefined && last < pageSize && count <= total;
    if (last === 0 || mayEndHere || repeated !== undefined) break;
    checkLimits(source.limits, pages.length, count);
    const number = pages.length;
    await read(number);
    repeated = repetition(pages[number] ?? [], number);
  }
  const moved = totals.some((other) => other !== undefined && other !== total);
  return { pages, pageSize, total, moved, repeated };
}

function readTotal(total: Page<unknown>['total']): number | undefined {
  if (total === undefined || total === null || total === '') return undefined;
  const count = typeof total === 'string' && !/^\d+$/.test(total) ? Number.NaN : Number(total);
  if (Number.isSafeInteger(count) && count >= 0) return count;
  throw new ImageError(
    'bad-response',
    `the total count "${String(total).slice(0, 40)}" is not a number`,
  );
}

function tooLong(number: number, length: number, pageSize: number): ImageError {
  const reason = `page ${number + 1} holds ${length} items, and at most ${pageSize} were requested`;
  return new ImageError('bad-response', reason);
}

/** Ends a list that is longer than a service should ever have. */
export function checkLimits(
  { maxPages, maxItems }: PageLimits,
  pages: number,
  items: number,
): void {
  if (pages <= maxPages && items <= maxItems) return;
  throw new ImageError(
    'bad-response',
    `the list has at least ${pages} pages and ${items} items, and no more than ${maxPages} pages and ${maxItems} items are read`,
    { hint: 'Narrow the query, so that the service has less to list, or raise `maxImages`.' },
  );
}

/** Finds for each page, taken in order, an earlier one that had exactly the same items. */
function repetitionFinder<T>(idOf: (item: T) => string) {
  /** By the first item: pages that begin alike are compared whole. */
  const seen = new Map<string, { readonly page: readonly T[]; readonly number: number }[]>();
  return (page: readonly T[], number: number): readonly [number, number] | undefined => {
    const [first] = page;
    if (first === undefined) return undefined;
    const alike = seen.get(idOf(first)) ?? [];
    seen.set(idOf(first), [...alike, { page, number }]);
    const before = alike.findLast(
      (other) =>
        other.page.length === page.length &&
        page.every((item, i) => idOf(item) === idOf(other.page[i] as T)),
    );
    return before === undefined ? undefined : [before.number, number];
  };
}
