/** Remembers listings in the process, and lets callers at the same time share one listing. */
import type { ImageSource, Listing } from './source';
import { abortError } from '../errors/abort-error';
import { shareWork } from '../transport/share-work';

/**
 * How long a listing is remembered. Long enough that one plan sees one catalog, short enough that
 * a process that runs for days lists again.
 */
export const MEMO_LIFETIME_MS = 5 * 60_000;

interface Memory {
  readonly join: (signal: AbortSignal) => Promise<Listing>;
  readonly startedMs: number;
}

/**
 * Wraps a source so that the same question is asked once.
 *
 * Errors are not remembered, and neither is a cancelled listing. A caller who leaves does not end
 * the listing for the others; when all have left, it ends.
 *
 * @param nowMs - the clock. Milliseconds.
 */
export function memoizeSource(source: ImageSource, nowMs: () => number): ImageSource {
  const memories = new Map<string, Memory>();
  const isFresh = ({ startedMs }: Memory): boolean => nowMs() - startedMs < MEMO_LIFETIME_MS;

  return {
    key: (request) => source.key(request),
    list: async (request) => {
      const key = await source.key(request);
      if (request.signal.aborted) throw abortError(request.signal);
      const known = memories.get(key);
      if (known !== undefined && isFresh(known)) return known.join(request.signal);
      // A new listing removes the outdated ones, which are the first: memories are in the order of
      // their start. Thousands of targets must not look at each other's.
      memories.delete(key);
      for (const [old, memory] of memories) {
        if (isFresh(memory)) break;
        memories.delete(old);
      }
      const memory: Memory = {
        startedMs: nowMs(),
        join: shareWork(
          (signal) => source.list({ ...request, signal }),
          () => {
            if (memories.get(key) === memory) memories.delete(key);
          },
        ),
      };
      memories.set(key, memory);
      return memory.join(request.signal);
    },
  };
}
