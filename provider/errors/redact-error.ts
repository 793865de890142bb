/** Takes secrets out of an error, whatever put them there. */

import { ImageError, isImageError, type ErrorFacts } from './image-error';
import { excerpt } from './printable';

/** How much of a service's message is shown. Characters. */
const LONGEST_REASON = 500;

/** How much of a service's codes and ids is shown. Characters. */
const LONGEST_WORD = 100;

/**
 * The error with every string redacted: the same object if nothing had to go. Anything that is not
 * an {@link ImageError} becomes an `internal` one, with the stack of the original.
 */
export function redactError(error: unknown, redact: (text: string) => string): ImageError {
  if (!isImageError(error)) {
    const internal = new ImageError('internal', redact(`unexpected: ${String(error)}`));
    if (error instanceof Error && error.stack !== undefined) internal.stack = redact(error.stack);
    return internal;
  }
  const { cause, ...facts } = error.facts;
  const cleanFacts = redactValue(facts, redact) as ErrorFacts;
  const cleanCause = isImageError(cause) ? redactError(cause, redact) : cause;
  const reason = redact(error.reason);
  const isClean =
    reason === error.reason &&
    cleanCause === cause &&
    JSON.stringify(cleanFacts) === JSON.stringify(facts);
  if (isClean) return error;
  return new ImageError(error.code, reason, {
    ...cleanFacts,
    ...(cleanCause === undefined ? {} : { cause: cleanCause }),
  });
}

/**
 * The error of a call to a service, whose words may echo secrets, be millions of characters long and hold
 * control characters: the same without secrets, on one line, at a length that people can read.
 */
export function excerptError(error: ImageError, redact: (text: string) => string): ImageError {
  // Cut before redaction, which takes long for a long text, and again after it.
  const clean = (text: string, most: number) => excerpt(redact(text.slice(0, 10 * most)), most);
  const { vendorCode, requestId } = error.facts;
  return new ImageError(error.code, clean(error.reason, LONGEST_REASON), {
    ...error.facts,
    ...(vendorCode === undefined ? {} : { vendorCode: clean(vendorCode, LONGEST_WORD) }),
    ...(requestId === undefined ? {} : { requestId: clean(requestId, LONGEST_WORD) }),
  });
}

/** Plain data with every string redacted. */
function redactValue(value: unknown, redact: (text: string) => string): unknown {
  if (typeof value === 'string') return redact(value);
  if (Array.isArray(value)) return value.map((one) => redactValue(one, redact));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, redactValue(one, redact)]),
  );
}
