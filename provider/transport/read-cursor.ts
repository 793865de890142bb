/**
 * Reads a list that comes page by page behind a cursor: a token or a link in each answer leads to
 * the next page. All of it, or an error.
 *
 * The list ends where an answer has no cursor, and nowhere else: a short or an empty page may have a
 * successor. A cursor that comes a second time would go on forever, so it is an error.
 */

import { abortError } from '../errors/abort-error';
import { ImageError } from '../errors/image-error';
import { PAGE_LIMITS, repetitionNote, type PagedList } from './paginate';
import { checkLimits, type PageLimits } from './read-pages';

/** One page as a service answers it. */
export interface CursorPage<T> {
  readonly items: readonly T[];
  /** What to send for the next page. Absent, null or empty at the end of the list. */
  readonly next?: string | null | undefined;
}

export interface CursorSource<T> {
  /** The cursor is undefined for the first page. `pageNumber` counts from 0, for logs. */
  readonly fetchPage: (cursor: string | undefined, pageNumber: number) => Promise<CursorPage<T>>;
  /** What distinguishes one item from another. */
  readonly idOf: (item: T) => string;
  readonly signal: AbortSignal;
  /** Default {@link PAGE_LIMITS}. */
  readonly limits?: PageLimits;
}

/** The whole list. Fails as the first failing page does; never gives a part of the list. */
export async function readCursor<T>(source: CursorSource<T>): Promise<PagedList<T>> {
  const { fetchPage, idOf, signal, limits = PAGE_LIMITS } = source;
  const byId = new Map<string, T>();
  const seen = new Set<string>();
  let cursor: string | undefined;
  let count = 0;
  for (let page = 0; ; page += 1) {
    if (signal.aborted) throw abortError(signal);
    const { items, next } = await fetchPage(cursor, page);
    count += items.length;
    for (const item of items) if (!byId.has(idOf(item))) byId.set(idOf(item), item);
    checkLimits(limits, page + 1, byId.size);
    if (next === undefined || next === null || next === '') {
      const notes = repetitionNote(count - byId.size);
      return { items: [...byId.values()], notes, requests: page + 1 };
    }
    if (seen.has(next)) throw endless(page);
    seen.add(next);
    cursor = next;
  }
}

function endless(page: number): ImageError {
  return new ImageError(
    'bad-response',
    `page ${page + 1} leads to a page that was read before, so the list would never end`,
    { hint: 'Try again in a minute. If the error persists, narrow the query.' },
  );
}
