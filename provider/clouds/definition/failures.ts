/** A vendor's error code → our closed set of codes. */
import { plainString } from './field-readers';
import { ImageError, type ErrorCode, type ErrorFacts } from '../../errors/image-error';

/** What an API answered in place of images. */
export interface VendorFailure {
  readonly code: string;
  readonly message: string;
  readonly requestId?: string | undefined;
}

/** A failure as an envelope reports it; what is not a string there is left out. */
export function failure(
  code: unknown,
  message: unknown,
  requestId: string | undefined,
): VendorFailure {
  return { code: plainString(code) ?? 'unknown', message: plainString(message) ?? '', requestId };
}

/** A failure that means "an empty list" when the request named an image id or a tag key. */
export type Absence = 'no-such-image' | 'no-such-tag';

/**
 * What a code means: one of our codes, that a thing that the request names does not exist, or that
 * the list changed while it was read, so that it has to be read again.
 */
export type FailureMeaning = ErrorCode | Absence | 'no-such-region' | 'list-changed';

/**
 * Codes and what they mean. A `*` at the end stands for any rest. The first row that fits wins, so
 * the special stands before the general.
 */
export type FailureTable = Readonly<Record<string, FailureMeaning>>;

/** What a code means, by the table, else by the HTTP status. */
export function meaningOf(table: FailureTable, code: string, httpStatus: number): FailureMeaning {
  for (const [pattern, meaning] of Object.entries(table)) {
    const fits = pattern.endsWith('*') ? code.startsWith(pattern.slice(0, -1)) : code === pattern;
    if (fits) return meaning;
  }
  return byStatus(httpStatus);
}

/** What a status means where no code helps: gateways, proxies, new codes. */
export function byStatus(httpStatus: number): ErrorCode {
  if (httpStatus === 401) return 'unauthenticated';
  if (httpStatus === 403) return 'forbidden';
  if (httpStatus === 408) return 'unavailable';
  if (httpStatus === 429) return 'throttled';
  if (httpStatus >= 500) return 'unavailable';
  if (httpStatus === 206 || (httpStatus >= 300 && httpStatus < 400)) return 'bad-response';
  return 'bad-request';
}

/** Whether a status lets the body be what was asked for: no error, no redirect, no part of it. */
export function isWholeAnswer(httpStatus: number): boolean {
  return httpStatus >= 200 && httpStatus < 300 && httpStatus !== 206;
}

/** The error of a failure. */
export function failureError(
  meaning: FailureMeaning,
  failure: VendorFailure,
  facts: ErrorFacts,
): ImageError {
  const message = failure.message.trim();
  const said = `${failure.code}${message === '' ? '' : `: ${message}`}`;
  const context = {
    ...facts,
    vendorCode: failure.code,
    ...(failure.requestId === undefined ? {} : { requestId: failure.requestId }),
  };
  if (meaning === 'no-such-region') return new ImageError('bad-request', said, context);
  if (meaning === 'list-changed') return new ImageError('bad-response', said, context);
  if (meaning !== 'no-such-image' && meaning !== 'no-such-tag') {
    return new ImageError(meaning, said, context);
  }
  const thing = meaning === 'no-such-image' ? 'image id' : 'tag key';
  return new ImageError('bad-response', `${said} (the request did not name one ${thing})`, context);
}
