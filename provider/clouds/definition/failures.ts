/** A vendor's error code → our closed set of codes. */
import { plainText } from './field-readers';
import { ImageError, type ErrorCode, type ErrorFacts } from '../../errors/image-error';

/** What an API answered in place of images. */
export interface VendorFailure {
  readonly code: string;
  readonly message: string;
  readonly requestId?: string | undefined;
}

/** A failure as an envelope tells it; what is no text there is left out. */
export function failure(
  code: unknown,
  message: unknown,
  requestId: string | undefined,
): VendorFailure {
  return { code: plainText(code) ?? 'unknown', message: plainText(message) ?? '', requestId };
}

/** `absent`: the thing asked for does not exist, so the listing is empty. */
export type FailureMeaning = ErrorCode | 'absent';

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
  return httpStatus >= 400 || httpStatus < 300 ? 'bad-request' : 'bad-response';
}

/** The error of a failure that is not an absence. */
export function failureError(
  meaning: ErrorCode,
  failure: VendorFailure,
  facts: ErrorFacts,
): ImageError {
  const said = failure.message.trim();
  return new ImageError(meaning, `${failure.code}${said === '' ? '' : `: ${said}`}`, {
    ...facts,
    vendorCode: failure.code,
    ...(failure.requestId === undefined ? {} : { requestId: failure.requestId }),
  });
}
