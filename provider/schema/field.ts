/** What a row of the field table is: one fact per field, from which every front is made. */

/**
 * The shape of a field's value.
 *
 * Lists and maps hold plain values or objects; objects name their own fields. There is no
 * "anything" type, since Terraform's dynamic values cannot be bound well in other languages.
 */
export type FieldType =
  | 'string'
  | 'integer'
  | 'number'
  | 'boolean'
  | { readonly list: FieldType }
  | { readonly map: FieldType }
  | { readonly object: ObjectType };

/** A named object: the name is the type's name in every language that has names for types. */
export interface ObjectType {
  /** PascalCase, such as `ImageDisk`. */
  readonly name: string;
  readonly doc: string;
  /** All of its fields, those of `extends` included. */
  readonly fields: Fields;
  /** An object with some of the same fields, whose type this one's extends in TypeScript. */
  readonly extends?: ObjectType;
}

/** The fields of an object by their camelCase names, in the order in which people read them. */
export type Fields = Readonly<Record<string, Field>>;

/** One field: of the query, the image, the answer or the configuration. */
export interface Field {
  readonly type: FieldType;
  /** Markdown: shape, unit, what happens when absent, errors. First sentence says what it is. */
  readonly doc: string;
  /** The words allowed, where the set is closed. */
  readonly values?: readonly string[];
  /** JavaScript's regular expression of a string, or of the names in a map, for JSON Schema. */
  readonly pattern?: string;
  /** What holds when the field is absent, for people. */
  readonly default?: string;
  /** A real value, as one would write it in TypeScript. */
  readonly example?: string;
  /** Outputs only: never absent. Inputs only: must be given. */
  readonly required?: boolean;
  /** Must never be shown, logged or stored in the clear. */
  readonly secret?: boolean;
}

/** A whole number and a unit, such as `7d`. */
export const DURATION_PATTERN = '^[0-9]{1,6}[mhdw]$';

/** `nameRegex` as Terraform writes it: `name_regex`. `sizeGiB` is `size_gib`. */
export function snakeCase(camel: string): string {
  return camel
    .replace(/GiB/g, 'Gib')
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase();
}

/** `nameRegex` as a command-line flag writes it: `name-regex`. */
export function kebabCase(camel: string): string {
  return snakeCase(camel).replaceAll('_', '-');
}

/** The first sentence of a doc text, for places with room for one line. */
export function firstSentence(doc: string): string {
  return /^[\s\S]*?[.:](?=\s|$)/.exec(doc)?.[0].replace(/:$/, '.') ?? doc;
}
