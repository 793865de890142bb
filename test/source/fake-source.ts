/** A source that answers when a test says so, and counts what it is asked. */
import { abortError } from '../../provider/errors/abort-error';
import { printTarget } from '../../provider/image/target';
import type { ImageSource, Listing, ListRequest } from '../../provider/source/source';

export interface FakeSource extends ImageSource {
  /** Every request so far. */
  readonly asked: readonly ListRequest[];
  /** Requests whose signal was aborted before they were answered. */
  readonly aborted: readonly ListRequest[];
}

/** What a request of these tests asks, unless told otherwise. */
export function requestFor(change: Partial<ListRequest> = {}): ListRequest {
  return {
    target: { cloud: 'alicloud', region: 'cn-hangzhou' },
    narrowing: {},
    scope: {},
    signal: new AbortController().signal,
    ...change,
  };
}

/** A listing that is told apart from others by its note. */
export function listingOf(request: ListRequest): Listing {
  return { images: [], notes: [`listed ${printTarget(request.target)}`] };
}

/**
 * A source over what a test answers.
 *
 * @param answer - the n-th answer, counted from 1; default: at once, with {@link listingOf}
 */
export function fakeSource(
  answer: (request: ListRequest, call: number) => Promise<Listing> = async (request) =>
    listingOf(request),
): FakeSource {
  const asked: ListRequest[] = [];
  const aborted: ListRequest[] = [];
  return {
    asked,
    aborted,
    key: async ({ target, narrowing, scope }) =>
      `${printTarget(target)} ${JSON.stringify([narrowing, scope])}`,
    list: async (request) => {
      const { signal } = request;
      asked.push(request);
      return new Promise<Listing>((resolve, reject) => {
        const leave = (): void => {
          aborted.push(request);
          reject(abortError(signal));
        };
        if (signal.aborted) leave();
        signal.addEventListener('abort', leave, { once: true });
        answer(request, asked.length)
          .finally(() => signal.removeEventListener('abort', leave))
          .then(resolve, reject);
      });
    },
  };
}

/** An answer that comes when it is let. */
export interface Gate {
  readonly passed: Promise<void>;
  open(): void;
}

export function gate(): Gate {
  let open: () => void = () => undefined;
  const passed = new Promise<void>((resolve) => (open = resolve));
  return { passed, open: () => open() };
}
