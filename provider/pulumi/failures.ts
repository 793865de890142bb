/** Errors → what Pulumi shows: a list of failures with property paths, or one message. */
import { renderError } from '../errors/describe-error';
import { isImageError, type Issue } from '../errors/image-error';
import { printPath } from '../errors/print-path';
import type { CheckFailure } from './properties';

/** One failure per problem. */
export function failuresOfIssues(issues: readonly Issue[]): readonly CheckFailure[] {
  return issues.map(({ path, message }) => ({
    property: path.length === 0 ? '' : printPath(path),
    reason: message,
  }));
}

/**
 * An error as failures: every problem of a query at its place; any other failure of a look-up
 * without a place.
 *
 * @throws what is not an ImageError, since it is a fault of this program, and cancellation
 */
export function failuresOf(error: unknown): readonly CheckFailure[] {
  if (!isImageError(error) || error.code === 'cancelled') throw error;
  const issues = error.code === 'invalid-configuration' ? [] : (error.facts.issues ?? []);
  if (issues.length > 0) return failuresOfIssues(issues);
  return [{ property: '', reason: failureText(error) }];
}

/** The whole message of an error for people: what happened and where, every problem, what to do. */
export function failureText(error: unknown): string {
  if (isImageError(error)) return renderError(error);
  return error instanceof Error ? error.message : String(error);
}
