/** Field table → Terraform attributes. */
import { snakeCase, type Field, type Fields, type FieldType } from '../../schema/field';
import type { CtyType } from '../cty/type';
import type { Attribute } from './attribute';
import { inTerraformWords } from './words';

/**
 * The attributes of a table's fields, in the table's order.
 *
 * @param mode - `optional` for arguments, `computed` for results
 */
export function attributesOf(fields: Fields, mode: Attribute['mode']): readonly Attribute[] {
  return Object.entries(fields).map(([name, field]) => ({
    name: snakeCase(name),
    type: attributeType(field.type, mode),
    mode,
    sensitive: field.secret === true,
    // Asked for by one of the processes that Terraform starts; the others need names and types.
    get description() {
      return describe(field);
    },
  }));
}

function attributeType(type: FieldType, mode: Attribute['mode']): Attribute['type'] {
  if (typeof type === 'object' && 'object' in type) {
    return { nesting: 'single', attributes: attributesOf(type.object.fields, mode) };
  }
  if (typeof type === 'object' && 'list' in type && isObjectType(type.list)) {
    return { nesting: 'list', attributes: attributesOf(type.list.object.fields, mode) };
  }
  return plainType(type);
}

/** A type without objects in it: the table has none in a map or in a list of lists. */
function plainType(type: FieldType): CtyType {
  if (type === 'boolean') return 'bool';
  if (type === 'integer') return 'number';
  if (typeof type === 'string') return type;
  if ('list' in type) return { list: plainType(type.list) };
  if ('map' in type) return { map: plainType(type.map) };
  throw new Error(`${type.object.name} stands where Terraform can take no nested attributes`);
}

function isObjectType(type: FieldType): type is Extract<FieldType, { object: unknown }> {
  return typeof type === 'object' && 'object' in type;
}

function describe(field: Field): string {
  const { doc, values, default: absent, example } = field;
  const sentences = [inTerraformWords(doc)];
  if (values !== undefined) sentences.push(`One of ${values.map((v) => `\`${v}\``).join(', ')}.`);
  if (absent !== undefined) sentences.push(`Default: ${inTerraformWords(toHcl(absent))}.`);
  if (example !== undefined) sentences.push(`Example: \`${inTerraformWords(toHcl(example))}\`.`);
  return sentences.join(' ');
}

/** A value of the table, written in TypeScript there, as HCL writes it. */
function toHcl(typescript: string): string {
  return typescript
    .replace(/'((?:[^'\\]|\\.)*)'/g, '"$1"')
    .replace(/("[^"]*"|\b\w+):(?= )/g, '$1 =');
}
