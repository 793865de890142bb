/** Field table → JSON Schema (draft 7, which every editor reads). */
import type { Field, Fields, FieldType } from '../../provider/schema/field';

/** A JSON Schema as plain data. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** The schema of an object with these fields. Unknown fields are problems. */
export function toJsonSchema(title: string, id: string, fields: Fields): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: id,
    title,
    ...objectSchema(fields),
  };
}

function objectSchema(fields: Fields): JsonSchema {
  return {
    type: 'object',
    properties: Object.fromEntries(
      Object.entries<Field>(fields).map(([name, field]) => [
        name,
        {
          description: describe(field),
          ...typeSchema(field.type),
          ...(field.values === undefined ? {} : { enum: field.values }),
          ...patternSchema(field),
        },
      ]),
    ),
    additionalProperties: false,
  };
}

function patternSchema({ type, pattern }: Field): JsonSchema {
  if (pattern === undefined) return {};
  return typeof type === 'string' ? { pattern } : { propertyNames: { pattern } };
}

function typeSchema(type: FieldType): JsonSchema {
  if (typeof type === 'string') return { type };
  if ('list' in type) return { type: 'array', items: typeSchema(type.list) };
  if ('map' in type) return { type: 'object', additionalProperties: typeSchema(type.map) };
  return objectSchema(type.object.fields);
}

function describe({ doc, default: absent }: Field): string {
  return absent === undefined ? doc : `${doc} Default: ${absent}.`;
}
