/** What a Terraform schema is made of, free of the protocol. */
import type { CtyType } from '../cty/type';

/** One argument (`optional`) or one result (`computed`). */
export interface Attribute {
  /** snake_case. */
  readonly name: string;
  /** A plain type, or attributes inside it: one object (`single`) or a list of them. */
  readonly type: CtyType | NestedAttributes;
  readonly mode: 'optional' | 'computed';
  readonly sensitive: boolean;
  /** Markdown. */
  readonly description: string;
}

/** The attributes inside an attribute. */
export interface NestedAttributes {
  readonly nesting: 'single' | 'list';
  readonly attributes: readonly Attribute[];
}

/** The schema of the provider's configuration, a data source or a resource. */
export interface BlockSchema {
  readonly version: number;
  /** Markdown. */
  readonly description: string;
  readonly attributes: readonly Attribute[];
}

export function isNested(type: Attribute['type']): type is NestedAttributes {
  return typeof type === 'object' && 'nesting' in type;
}

/** The type of an object with these attributes. */
export function objectType(attributes: readonly Attribute[]): CtyType {
  return {
    object: Object.fromEntries(attributes.map(({ name, type }) => [name, attributeType(type)])),
  };
}

function attributeType(type: Attribute['type']): CtyType {
  if (!isNested(type)) return type;
  const object = objectType(type.attributes);
  return type.nesting === 'single' ? object : { list: object };
}
