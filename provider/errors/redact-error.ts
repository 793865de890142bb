/** Takes secrets out of an error, whatever put them there. */

import { ImageError, isImageError, type ErrorFacts } from './image-error';

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

/** Plain data with every string redacted. */
function redactValue(value: unknown, redact: (text: string) => string): unknown {
  if (typeof value === 'string') return redact(value);
  if (Array.isArray(value)) return value.map((one) => redactValue(one, redact));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, redactValue(one, redact)]),
  );
}
