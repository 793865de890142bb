/**
 * Reads a list that comes in numbered pages: all of it, or an error.
 *
 * Lists change while they are read, and totals are sometimes wrong. What counts as the whole list:
 *
 * - The total is a promise. A reading is whole when as many different items came as the total
 *   says, and every page said the same.
 * - Where that does not hold, everything is read once more: most lists have come to rest by then.
 * - A second reading that finds the same as the first, more than the total says, in full pages up
 *   to the end, is whole as well: there the total is wrong.
 * - Any other second reading is a `bad-response`, above all one with fewer items than promised.
 *   From outside, a total too high and items left out look alike.
 * - Without any total, the list ends at an empty page, and only the page before it may be short.
 *
 * One thing cannot be seen from outside: an item that leaves and one that comes between the same
 * two requests, so that neither the total nor any id gives it away.
 */

import { ImageError } from '../errors/image-error';
import { readPages, type PageLimits, type PageSource, type Reading } from './read-pages';

export type { Page, PageLimits } from './read-pages';

/**
 * How many items are read unless a caller says otherwise: far beyond the few thousand images of the
 * catalogs seen so far.
 */
export const DEFAULT_MAX_ITEMS = 100_000;

/** Limits for so many items, in pages that hold 50 or more on average. */
export function pageLimits(maxItems: number): PageLimits {
  return { maxItems, maxPages: Math.ceil(maxItems / 50) + 100 };
}

export const PAGE_LIMITS: PageLimits = pageLimits(DEFAULT_MAX_ITEMS);

export interface PaginateOptions<T> extends Omit<PageSource<T>, 'limits'> {
  readonly signal: AbortSignal;
  /** Default {@link PAGE_LIMITS}. */
  readonly limits?: PageLimits;
}

export interface PagedList<T> {
  /** Every item once, in the service's order. */
  readonly items: readonly T[];
  /** What was odd about the list and is not a reason to distrust it. One sentence each. */
  readonly notes: readonly string[];
  /** How many pages were requested, tries of the same page not counted. */
  readonly requests: number;
}

/**
 * The whole list.
 *
 * Fails as the first failing page does, or with `bad-response` where the pages contradict
 * themselves. Never gives a part of the list.
 */
export async function paginate<T>(options: PaginateOptions<T>): Promise<PagedList<T>> {
  const source = { ...options, limits: options.limits ?? PAGE_LIMITS };
  const first = summarize(await readPages(source, options.signal), source);
  if (first.doubt === undefined) {
    return { items: first.items, notes: first.notes, requests: first.reading.pages.length };
  }
  const second = summarize(await readPages(source, options.signal), source);
  const requests = first.reading.pages.length + second.reading.pages.length;
  if (second.doubt === undefined) {
    const note = `The list was read twice, because at first ${first.doubt}.`;
    return { items: second.items, notes: [note, ...second.notes], requests };
  }
  if (first.totalTooLow && second.totalTooLow && sameIds(first.byId, second.byId)) {
    const note = `The service reports ${second.reading.total} items, and its pages hold ${second.byId.size}. The list was read twice with the same result, so the pages are trusted over the total.`;
    return { items: second.items, notes: [note, ...second.notes], requests };
  }
  throw new ImageError(
    'bad-response',
    `the list was read twice and is incomplete: ${second.doubt}`,
    { hint: 'Try again in a minute. If the error persists, narrow the query.' },
  );
}

interface Summary<T> {
  readonly reading: Reading<T>;
  readonly items: readonly T[];
  readonly byId: ReadonlyMap<string, T>;
  readonly notes: readonly string[];
  /** Why this reading may not be the whole list. */
  readonly doubt: string | undefined;
  /** The doubt is a total below what full pages held up to an empty one. */
  readonly totalTooLow: boolean;
}

function summarize<T>(reading: Reading<T>, { idOf }: PageSource<T>): Summary<T> {
  const { pages, pageSize, total, moved, repeated } = reading;
  const byId = new Map<string, T>();
  let count = 0;
  for (const page of pages) {
    count += page.length;
    for (const item of page) {
      const id = idOf(item);
      if (!byId.has(id)) byId.set(id, item);
    }
  }
  const twice = count - byId.size;
  const last = pages.findLastIndex((page) => page.length > 0);
  const shortPage = pages.findIndex((page, i) => i < last && page.length < pageSize);

  return {
    reading,
    items: [...byId.values()],
    byId,
    notes: repetitionNote(twice),
    doubt: doubtOf(),
    totalTooLow:
      total !== undefined && byId.size > total && shortPage < 0 && !moved && repeated === undefined,
  };

  function doubtOf(): string | undefined {
    if (repeated !== undefined) {
      return `page ${repeated[1] + 1} held the same items as page ${repeated[0] + 1}`;
    }
    if (moved) return 'its total changed between the pages';
    if (total !== undefined && byId.size !== total) {
      return `its total was ${total}, and its pages held ${byId.size} different items`;
    }
    if (total !== undefined) return undefined;
    if (twice > 0) return `${twice} items came more than once`;
    return shortPage < 0 ? undefined : `page ${shortPage + 1} was not full, and others followed`;
  }
}

/** Says that items came more than once, where some did. */
export function repetitionNote(times: number): readonly string[] {
  if (times === 0) return [];
  return [`${times === 1 ? '1 item' : `${times} items`} came more than once, and count once.`];
}

function sameIds(a: ReadonlyMap<string, unknown>, b: ReadonlyMap<string, unknown>): boolean {
  return a.size === b.size && [...a.keys()].every((id) => b.has(id));
}
