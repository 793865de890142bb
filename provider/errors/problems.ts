/** The one error of an input with problems: how many there are, and each with its path. */

import { ImageError, type ErrorCode, type Issue } from './image-error';

/** @param subject - what has the problems: `the query` */
export function problemsError(
  code: Extract<ErrorCode, `invalid-${string}` | 'unsupported-filter'>,
  subject: string,
  issues: readonly Issue[],
): ImageError {
  const count = issues.length === 1 ? 'a problem' : `${issues.length} problems`;
  return new ImageError(code, `${subject} has ${count}`, { issues });
}
