/** Remembers listings in the process, and lets everyone who asks at once share one flight. */
import type { ImageSource, Listing, ListRequest } from './source';
import { abortError } from '../errors/abort-error';
import { abortable } from '../transport/abortable';

/**
 * How long a listing is remembered. Long enough that one plan sees one catalog, short enough that
 * a process that lives for days asks again.
 */
export const MEMO_LIFETIME_MS = 5 * 60_000;

interface Flight {
  readonly listing: Promise<Listing>;
  readonly controller: AbortController;
  readonly startedMs: number;
  waiting: number;
  settled: boolean;
}

/**
 * Wraps a source so that the same question is asked once.
 *
 * Errors are not remembered, cancellation least of all: a caller who leaves does not end the flight
 * for the others, and only when all have left is it ended.
 *
 * @param nowMs - the clock. Milliseconds.
 */
export function memoizeSource(source: ImageSource, nowMs: () => number): ImageSource {
  const flights = new Map<string, Flight>();

  const isFresh = ({ startedMs }: Flight): boolean => nowMs() - startedMs < MEMO_LIFETIME_MS;

  const start = (key: string, request: ListRequest): Flight => {
    // Whoever asks anew clears what nobody would be given any more.
    for (const [old, flight] of flights) {
      if (flight.settled && !isFresh(flight)) flights.delete(old);
    }
    const controller = new AbortController();
    const listing = source.list({ ...request, signal: controller.signal });
    const flight: Flight = { listing, controller, startedMs: nowMs(), waiting: 0, settled: false };
    flights.set(key, flight);
    listing.then(
      () => {
        flight.settled = true;
      },
      () => {
        flight.settled = true;
        if (flights.get(key) === flight) flights.delete(key);
      },
    );
    return flight;
  };

  const join = async (key: string, flight: Flight, signal: AbortSignal): Promise<Listing> => {
    flight.waiting += 1;
    try {
      return await abortable(flight.listing, signal);
    } finally {
      flight.waiting -= 1;
      if (flight.waiting === 0 && !flight.settled) {
        if (flights.get(key) === flight) flights.delete(key);
        flight.controller.abort();
      }
    }
  };

  return {
    key: (request) => source.key(request),
    list: async (request) => {
      const key = await source.key(request);
      if (request.signal.aborted) throw abortError(request.signal);
      const known = flights.get(key);
      const flight = known !== undefined && isFresh(known) ? known : start(key, request);
      return join(key, flight, request.signal);
    },
  };
}
