/** An error of a call, safe to show: what a service sent may echo secrets, and be long. */
import { ImageError, type ErrorFacts } from '../../errors/image-error';

/** How much of a service's message is shown. Characters. */
const LONGEST_REASON = 500;

/** How much of a service's codes and ids is shown. Characters. */
const LONGEST_WORD = 100;

/** The same error without secrets and control characters, at a length that people can read. */
export function redactError(error: ImageError, redact: (text: string) => string): ImageError {
  const clean = (text: string, most: number): string => {
    const shown = printable(redact(text.slice(0, 10 * most)));
    return shown.length > most ? `${shown.slice(0, most)}…` : shown;
  };
  const { vendorCode, requestId } = error.facts;
  const facts: ErrorFacts = {
    ...error.facts,
    ...(vendorCode === undefined ? {} : { vendorCode: clean(vendorCode, LONGEST_WORD) }),
    ...(requestId === undefined ? {} : { requestId: clean(requestId, LONGEST_WORD) }),
  };
  return new ImageError(error.code, clean(error.reason, LONGEST_REASON), facts);
}

/** Control characters, which a terminal would obey, as escapes. Line breaks become blanks. */
export function printable(text: string): string {
  return text
    .replace(/[\r\n\t]+/g, ' ')
    .replace(
      /\p{Cc}|\p{Cf}/gu,
      (char) => `\\u${(char.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
    );
}
