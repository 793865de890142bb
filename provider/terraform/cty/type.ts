/** Terraform's value types, as far as the provider's schema needs them. */

/** A type: a plain one, a collection of one type, or an object with named attributes. */
export type CtyType =
  | 'string'
  | 'number'
  | 'bool'
  | { readonly list: CtyType }
  | { readonly map: CtyType }
  | { readonly object: Readonly<Record<string, CtyType>> };

/** The JSON form in which the protocol and schema files name a type: `["list","string"]`. */
export type CtyTypeJson =
  | string
  | readonly [string, CtyTypeJson]
  | readonly [string, Readonly<Record<string, CtyTypeJson>>];

/** A type in its JSON form. */
export function typeToJson(type: CtyType): CtyTypeJson {
  if (typeof type === 'string') return type;
  if ('list' in type) return ['list', typeToJson(type.list)];
  if ('map' in type) return ['map', typeToJson(type.map)];
  return [
    'object',
    Object.fromEntries(Object.entries(type.object).map(([name, of]) => [name, typeToJson(of)])),
  ];
}
