/** Cursor paging: each page carries an opaque token that leads to the next one. */
import { createHash } from 'node:crypto';
import { effectsOf, type FaultEffect } from './faults';
import { pageOf } from './listing';

/** One page, and the token of the next; no token on the last page. */
export interface CursorPage<T> {
  readonly rows: readonly T[];
  readonly next: string | undefined;
}

/** The token of the page that begins after so many rows. */
export function cursorAt(offset: number): string {
  return Buffer.from(`${offset}.${seal(offset)}`).toString('base64url');
}

/** How many rows come before a token's page; undefined for a token that no page carried. */
export function offsetOf(cursor: string | undefined): number | undefined {
  if (cursor === undefined) return 0;
  const [, digits = '', mark] =
    /^(\d+)\.(\w+)$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  return mark !== undefined && mark === seal(Number(digits)) ? Number(digits) : undefined;
}

/** One page of any rows, with the faults that disturb pages and tokens. */
export function cursorPage<T>(
  all: readonly T[],
  effects: readonly FaultEffect[],
  page: { readonly offset: number; readonly limit: number },
): CursorPage<T> {
  const { rows } = pageOf(all, effects, page);
  return { rows, next: nextOf(all.length, effects, page) };
}

function nextOf(
  count: number,
  effects: readonly FaultEffect[],
  { offset, limit }: { readonly offset: number; readonly limit: number },
): string | undefined {
  if (effectsOf(effects, 'cursorRepeats').length > 0) return cursorAt(offset);
  const next = offset + limit;
  if (next < count) return cursorAt(next);
  // Some services know only after an empty page that the list is over.
  const hasMore = effectsOf(effects, 'cursorToEmptyPage').length > 0 && offset < count;
  return hasMore ? cursorAt(count) : undefined;
}

/** Makes tokens that a client cannot make up. */
function seal(offset: number): string {
  return createHash('sha256').update(`simulator cursor ${offset}`).digest('hex').slice(0, 12);
}
