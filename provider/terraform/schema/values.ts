/** Plain data of the engine ↔ Terraform's values: camelCase ↔ snake_case, absent ↔ null. */
import { snakeCase, type Fields, type FieldType } from '../../schema/field';
import { isCtyObject, isWhollyKnown, UNKNOWN, type CtyObject, type CtyValue } from '../cty/value';
import { inTerraformWords } from './words';

/** What the engine takes: camelCase, without the absent. */
export type PlainObject = Readonly<Record<string, unknown>>;

/**
 * Terraform's arguments as the engine takes them.
 *
 * What is unknown yet is left out, and a list or map with something unknown in it is left out as a
 * whole; inside a list of objects only the unknown fields are. So what is left can be checked early,
 * with the indexes that it has in the configuration.
 *
 * @param fields - the fields to read; other attributes are ignored
 */
export function toPlain(value: CtyObject, fields: Fields): PlainObject {
  const plain: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(fields)) {
    const member = plainValue(value[snakeCase(name)] ?? null, field.type);
    if (member !== undefined) plain[name] = member;
  }
  return plain;
}

function plainValue(value: CtyValue, type: FieldType): unknown {
  if (value === null || value === UNKNOWN) return undefined;
  if (typeof type === 'object' && 'object' in type) {
    return isCtyObject(value) ? toPlain(value, type.object.fields) : undefined;
  }
  if (typeof type === 'object' && 'list' in type && Array.isArray(value)) {
    const isOfObjects = typeof type.list === 'object' && 'object' in type.list;
    if (!isOfObjects) return isWhollyKnown(value) ? value : undefined;
    return value.map((element: CtyValue) => plainValue(element, type.list) ?? {});
  }
  return isWhollyKnown(value) ? value : undefined;
}

/** Results whose strings name fields, which have other names here. */
const NAMING_FIELDS = new Set(['inferred', 'message', 'text', 'condition', 'decidedBy', 'hints']);

/** The engine's data as Terraform's attributes; what the data does not have is null. */
export function fromPlain(data: unknown, fields: Fields): CtyObject {
  const members = isRecord(data) ? data : {};
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => {
      const write = NAMING_FIELDS.has(name) ? inTerraformWords : (text: string) => text;
      return [snakeCase(name), terraformValue(members[name], field.type, write)];
    }),
  );
}

function terraformValue(data: unknown, type: FieldType, write: (text: string) => string): CtyValue {
  if (data === undefined || data === null) return null;
  if (typeof data === 'string') return write(data);
  if (typeof data === 'number' || typeof data === 'boolean') return data;
  if (typeof type === 'string') return null;
  if ('object' in type) return fromPlain(data, type.object.fields);
  if ('list' in type) {
    return Array.isArray(data)
      ? data.map((each: unknown) => terraformValue(each, type.list, write))
      : null;
  }
  return Object.fromEntries(
    Object.entries(data).map(([key, each]) => [key, terraformValue(each, type.map, write)]),
  );
}

function isRecord(data: unknown): data is PlainObject {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}
