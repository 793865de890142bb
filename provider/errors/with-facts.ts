/** Adds to an error what a caller further out knows. */

import { ImageError, type ErrorFacts } from './image-error';

/** The same error with more facts. A fact the error already has is kept: it was nearer to the failure. */
export function withFacts(error: ImageError, facts: ErrorFacts): ImageError {
  const richer = new ImageError(error.code, error.reason, { ...facts, ...error.facts });
  if (error.stack !== undefined) {
    const frames = error.stack.indexOf('\n    at ');
    if (frames >= 0) richer.stack = `${richer.name}: ${richer.message}${error.stack.slice(frames)}`;
  }
  return richer;
}
