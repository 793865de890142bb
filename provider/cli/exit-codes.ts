/** How commands end, for scripts. */
import { isImageError, type ErrorCode } from '../errors/image-error';

/** 0 found, 1 failure, 2 wrong usage, 3 no match, 4 something locked is outdated, 5 a lock is not valid. */
export const EXIT = {
  found: 0,
  failure: 1,
  usage: 2,
  noMatch: 3,
  outdated: 4,
  unverified: 5,
} as const;

const BY_CODE: Readonly<Partial<Record<ErrorCode, number>>> = {
  'invalid-query': EXIT.usage,
  'invalid-configuration': EXIT.usage,
  'unsupported-filter': EXIT.usage,
  'no-match': EXIT.noMatch,
};

/** The exit code of a failure. */
export function exitCodeOf(error: unknown): number {
  return isImageError(error) ? (BY_CODE[error.code] ?? EXIT.failure) : EXIT.failure;
}
