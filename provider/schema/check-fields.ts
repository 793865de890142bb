/** Checks plain data against rows of the field table: shapes only, all problems at once. */
import type { Issue } from '../errors/image-error';
import {
  anyListOf,
  boolean,
  mapOf,
  number,
  objectOf,
  oneOf,
  string,
  wholeNumber,
  type Check,
} from '../image/check-values';
import type { Field, Fields, FieldType } from './field';

/** Every problem in an object of these fields. `null` and `undefined` are the same as absent. */
export function checkFields(
  fields: Fields,
  value: unknown,
  path: Issue['path'] = [],
): readonly Issue[] {
  const issues: Issue[] = [];
  checkOf({ object: { name: '', doc: '', fields } })(
    value,
    path,
    (at, message) => issues.push({ path: at, message }),
    { hidesValues: true },
  );
  return issues;
}

function checkOf(type: FieldType): Check {
  if (type === 'string') return string;
  if (type === 'boolean') return boolean;
  if (type === 'number') return number;
  if (type === 'integer') return wholeNumber();
  if ('list' in type) return anyListOf(checkOf(type.list));
  if ('map' in type) return mapOf(checkOf(type.map));
  const checks = Object.entries<Field>(type.object.fields).map(
    ([name, field]) =>
      [name, field.values === undefined ? checkOf(field.type) : oneOf(field.values)] as const,
  );
  return objectOf(Object.fromEntries(checks));
}
