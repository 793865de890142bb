/** Field table → TypeScript types with doc comments. */
import {
  ARCHITECTURES,
  BOOT_MODES,
  CLOUD_IDS,
  IMAGE_STATUSES,
  LOCK_MODES,
  ORDERS,
  OS_TYPES,
  OWNERS,
  RECENCY_BASES,
  STATUS_CONDITIONS,
  VARIANT_CONDITIONS,
} from '../../provider/image/words';
import type { Field, FieldType, ObjectType } from '../../provider/schema/field';

/** The closed sets that have a type of their own in `image/words.ts`. */
const WORD_TYPES = new Map<readonly string[], string>([
  [OS_TYPES, 'OsType'],
  [ARCHITECTURES, 'Architecture'],
  [BOOT_MODES, 'BootMode'],
  [OWNERS, 'Owner'],
  [LOCK_MODES, 'LockMode'],
  [IMAGE_STATUSES, 'ImageStatus'],
  [STATUS_CONDITIONS, 'StatusCondition'],
  [ORDERS, 'Order'],
  [VARIANT_CONDITIONS, 'VariantCondition'],
  [RECENCY_BASES, 'RecencyBasis'],
  [CLOUD_IDS, 'CloudId'],
]);

/** How the types of a file are written. */
export interface TypeScriptOptions {
  /** `input`: any field may be left out or `undefined`. `output`: required fields are there. */
  readonly direction: 'input' | 'output';
}

/**
 * The interfaces of these objects and of every object inside them, innermost first.
 *
 * @returns the text, and the word types that it needs to import
 */
export function toTypeScript(
  objects: readonly ObjectType[],
  options: TypeScriptOptions,
): { readonly text: string; readonly words: readonly string[] } {
  const words = new Set<string>();
  const written = new Map<string, string>();

  const wordsOf = (values: readonly string[]): string => {
    const name = WORD_TYPES.get(values);
    if (name === undefined) {
      return values.map((value) => `'${value}'`).join(' | ');
    }
    words.add(name);
    return name;
  };

  const typeOf = (type: FieldType, values?: readonly string[]): string => {
    if (values !== undefined) return wordsOf(values);
    if (type === 'integer') return 'number';
    if (typeof type === 'string') return type;
    if ('list' in type) return `readonly ${parenthesised(typeOf(type.list))}[]`;
    if ('map' in type) return `Readonly<Record<string, ${typeOf(type.map)}>>`;
    write(type.object);
    return type.object.name;
  };

  const property = (name: string, field: Field): string => {
    const type = typeOf(field.type, field.values);
    const optional = field.required !== true;
    const mark = optional ? '?' : '';
    const orUndefined = optional && options.direction === 'input' ? ' | undefined' : '';
    return `${docComment(field, '  ')}\n  readonly ${name}${mark}: ${type}${orUndefined};`;
  };

  const write = (object: ObjectType): void => {
    const { name } = object;
    if (written.has(name)) return;
    written.set(name, '');
    const base = object.extends;
    if (base !== undefined) write(base);
    const properties = Object.entries(object.fields)
      .filter(([key, field]) => base?.fields[key] !== field)
      .map(([key, field]) => property(key, field));
    written.delete(name);
    written.set(
      name,
      `/** ${object.doc} */\nexport interface ${name}${base === undefined ? '' : ` extends ${base.name}`} {\n${properties.join('\n')}\n}\n`,
    );
  };

  objects.forEach(write);
  return { text: [...written.values()].join('\n'), words: [...words].sort() };
}

function parenthesised(type: string): string {
  return /[ |]/.test(type) ? `(${type})` : type;
}

function docComment(field: Field, indent: string): string {
  const lines = [field.doc];
  if (field.default !== undefined) lines.push('', `Default: ${field.default}.`);
  if (field.example !== undefined) lines.push('', '@example', field.example);
  if (lines.length === 1) return `${indent}/** ${field.doc} */`;
  return [
    `${indent}/**`,
    ...lines.map((line) => `${indent} *${line === '' ? '' : ` ${line}`}`),
    `${indent} */`,
  ].join('\n');
}
