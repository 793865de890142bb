/** Errors and warnings of the engine → diagnostics. */
import { describeError } from '../../errors/describe-error';
import { isImageError, type Issue } from '../../errors/image-error';
import type { ImageWarning } from '../../image/answer.generated';
import { snakeCase, type Field, type Fields, type FieldType } from '../../schema/field';
import { inTerraformWords } from '../schema/words';
import type { Diagnostic, PathStep } from './diagnostic';

/**
 * One diagnostic per problem where there are several, else one for the whole failure.
 *
 * @param fields - the arguments that have the problems
 */
export function diagnoseError(error: unknown, fields: Fields): readonly Diagnostic[] {
  const { code, summary, detail, hint: ownHint } = describeError(error);
  if (code === 'cancelled') return [{ severity: 'error', summary, detail: CANCELLED }];
  const hint = code === 'no-match' && !('optional' in fields) ? WITHOUT_OPTIONAL : ownHint;
  const advice = hint === undefined ? '' : `\n\n${inTerraformWords(hint)}`;
  const { issues = [], vendorCode } = isImageError(error) ? error.facts : {};
  if (issues.length > 0) return diagnoseIssues(issues, fields, { summary, advice });
  // What a cloud said is left in its own words.
  const text = vendorCode === undefined ? inTerraformWords(detail) : detail;
  return [{ severity: 'error', summary, detail: `${text}${advice}` }];
}

const CANCELLED = 'The look-up was stopped before the cloud had answered. Nothing has changed.';

/** What to do about no match where exactly one image is asked for. */
const WITHOUT_OPTIONAL =
  'Loosen the condition that removed the last images. Where no image is fine, look with the data source cloudimages_images and `optional = true`.';

/** Every problem on its own attribute. */
export function diagnoseIssues(
  issues: readonly Issue[],
  fields: Fields,
  { summary, advice = '' }: { readonly summary: string; readonly advice?: string },
): readonly Diagnostic[] {
  return issues.map(({ path, message }) => ({
    severity: 'error',
    summary,
    detail: `${inTerraformWords(message)}${advice}`,
    path: toAttributePath(path, fields),
  }));
}

/** What the pin and the selection warn about. A code that is not here makes its own summary. */
const WARNING_SUMMARIES: Readonly<Record<string, string>> = {
  'pin-gone': 'Pinned image is gone',
  'pin-deprecated': 'Pinned image is deprecated',
  'pin-outdated': 'The query matches another image than the pinned one',
  'pin-unchecked': 'Pinned image could not be checked',
};

export function diagnoseWarnings(warnings: readonly ImageWarning[]): readonly Diagnostic[] {
  return warnings.map(({ code, target, message }) => ({
    severity: 'warning',
    summary: WARNING_SUMMARIES[code] ?? summaryOf(code),
    detail: inTerraformWords(target === undefined ? message : `${target}: ${message}`),
  }));
}

/** `mixed-recency` → `Mixed recency`. */
function summaryOf(code: string): string {
  const words = code.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A path of the engine's data as a path of the configuration: `anyOf, 1, osType`. */
function toAttributePath(path: Issue['path'], fields: Fields): readonly PathStep[] {
  const steps: PathStep[] = [];
  let type: FieldType | undefined = { object: { name: '', doc: '', fields } };
  for (const part of path) {
    if (type === undefined || typeof type === 'string') break;
    if ('object' in type) {
      const field: Field | undefined = type.object.fields[part];
      if (field === undefined) break;
      steps.push({ attribute: snakeCase(String(part)) });
      type = field.type;
    } else if ('list' in type) {
      if (typeof part !== 'number') break;
      steps.push({ index: part });
      type = type.list;
    } else {
      steps.push({ key: String(part) });
      type = type.map;
    }
  }
  return steps;
}
