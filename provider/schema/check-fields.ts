/** Checks plain data against rows of the field table: shapes only, all mistakes at once. */
import type { Issue } from '../errors/image-error';
import { didYouMean } from '../image/nearest';
import type { Field, Fields, FieldType } from './field';

/** Every mistake in an object of these fields. `null` and `undefined` are the same as absent. */
export function checkFields(
  fields: Fields,
  value: unknown,
  path: Issue['path'] = [],
): readonly Issue[] {
  if (!isObject(value)) return [{ path, message: 'This is not an object with named fields.' }];
  const known = Object.keys(fields);
  return Object.entries(value).flatMap(([name, member]) => {
    if (member === undefined || member === null) return [];
    const field: Field | undefined = Object.hasOwn(fields, name) ? fields[name] : undefined;
    const at = [...path, name];
    if (field !== undefined) return checkType(field.type, member, at);
    const meant = didYouMean(name, known);
    const message = `There is no field "${name}".${meant} The fields are ${known.join(', ')}.`;
    return [{ path: at, message }];
  });
}

function checkType(type: FieldType, value: unknown, path: Issue['path']): readonly Issue[] {
  const wrong = (what: string): readonly Issue[] => [{ path, message: `This is not ${what}.` }];
  if (type === 'string') return typeof value === 'string' ? [] : wrong('a text');
  if (type === 'boolean') return typeof value === 'boolean' ? [] : wrong('true or false');
  if (type === 'number') return typeof value === 'number' ? [] : wrong('a number');
  if (type === 'integer') return Number.isInteger(value) ? [] : wrong('a whole number');
  if ('object' in type) return checkFields(type.object.fields, value, path);
  if ('list' in type) {
    if (!Array.isArray(value)) return wrong('a list');
    return value.flatMap((member: unknown, index) =>
      checkType(type.list, member, [...path, index]),
    );
  }
  if (!isObject(value)) return wrong('a map');
  return Object.entries(value).flatMap(([key, member]) =>
    checkType(type.map, member, [...path, key]),
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
