/** Failures as text for people and as JSON for programs. */
import { describeError } from '../errors/describe-error';
import { isImageError, type Issue } from '../errors/image-error';
import { printPath } from '../errors/print-path';
import { printable } from '../errors/printable';
import { printFlagPath, withFlags } from './flag-names';

/** What went wrong and what to do, with the names of flags in place of the names of fields. */
export function failureText(error: unknown): string {
  const { summary, detail, hint } = describeError(error);
  const text = `${summary}: ${issuesByFlag(error, detail)}`;
  return printable(hint === undefined ? text : `${text}\n\n${withFlags(hint)}`);
}

/** The same as data: `{ "error": { "code": ..., "message": ... } }`, with the facts of the failure. */
export function failureJson(error: unknown): unknown {
  const { code, summary, detail, hint } = describeError(error);
  const facts = isImageError(error) ? error.facts : {};
  const { cloud, region, operation, vendorCode, requestId, httpStatus, data } = facts;
  const issues = facts.issues?.map(({ path, message }) => ({ path: printPath(path), message }));
  const call = { cloud, region, operation, vendorCode, requestId, httpStatus };
  return { error: { code, message: `${summary}: ${detail}`, hint, issues, ...call, data } };
}

function issuesByFlag(error: unknown, detail: string): string {
  // A configuration comes from a file or from flags of its own: its fields keep their names.
  if (!isImageError(error) || error.code === 'invalid-configuration') return detail;
  const issues: readonly Issue[] = error.facts.issues ?? [];
  const inFlags = issues.reduce((text, { path, message }) => {
    const field = `${printPath(path)}: ${message}`;
    return text.replace(field, () => `${printFlagPath(path)}: ${message}`);
  }, detail);
  return withFlags(inFlags);
}
