/** Early checks of a query's arguments, of which some may not be known yet. */
import { snakeCase, type Fields } from '../../schema/field';
import type { Issue } from '../../errors/image-error';
import { isCtyObject, isWhollyKnown, type CtyObject, type CtyValue } from '../cty/value';
import { toPlain } from '../schema/values';
import { diagnoseIssues } from './diagnose';
import type { Diagnostic } from './diagnostic';
import type { EngineParts } from './parts';

/** Every problem in what is known, each on its own attribute. No cloud is asked. */
export async function checkArguments(
  config: CtyObject,
  fields: Fields,
  checkQuery: EngineParts['checkQuery'],
): Promise<readonly Diagnostic[]> {
  const empty = emptyAlternatives(config, fields);
  if (empty.length > 0) return empty;
  const issues = await checkQuery(toPlain(config, fields));
  const known = issues.filter(({ path }) => !isUnknownAlternative(path, config));
  return diagnoseIssues(known, fields, { summary: 'Invalid image query' });
}

/** Without its unknown conditions an alternative may look empty. It is checked again once they are known. */
function isUnknownAlternative(path: Issue['path'], { any_of: alternatives }: CtyObject): boolean {
  const [field, index, ...rest] = path;
  if (field !== 'anyOf' || typeof index !== 'number' || rest.length > 0) return false;
  if (!Array.isArray(alternatives)) return false;
  return alternatives.some((each: CtyValue, at) => at === index && !isWhollyKnown(each));
}

/**
 * Alternatives in `any_of` without a condition, which would mean any image.
 *
 * Terraform removes attributes that the schema does not have from such an object before the provider
 * sees it. So a misspelled name looks like this.
 */
export function emptyAlternatives(config: CtyObject, fields: Fields): readonly Diagnostic[] {
  const type = fields['anyOf']?.type;
  const element = typeof type === 'object' && 'list' in type ? type.list : undefined;
  if (typeof element !== 'object' || !('object' in element)) return [];
  const known = Object.keys(element.object.fields).map(snakeCase).join(', ');
  const alternatives = config['any_of'];
  if (!Array.isArray(alternatives)) return [];
  return alternatives.flatMap((alternative: CtyValue, index) => {
    const isEmpty = isCtyObject(alternative) && Object.values(alternative).every((v) => v === null);
    if (!isEmpty && alternative !== null) return [];
    return [
      {
        severity: 'error',
        summary: 'Invalid image query',
        detail: `any_of[${index}] has no condition, so it would mean any image. Terraform ignores attributes with an unknown name in such an object, so check the names. Known names: ${known}.`,
        path: [{ attribute: 'any_of' }, { index }],
      },
    ];
  });
}
