/** Query fields ↔ command-line flags, from the field table. */
import { Option, type Command } from 'commander';
import { firstSentence, kebabCase, type Field, type FieldType } from '../schema/field';
import { QUERY_FIELDS } from '../schema/query-fields';

/** Fields whose flag is repeated and reads better in the singular. */
const SINGULAR: Readonly<Record<string, string>> = {
  targets: 'target',
  imageIds: 'image-id',
  excludeIds: 'exclude-id',
  owners: 'owner',
  tags: 'tag',
};

/** The flag of a field, such as `--name-regex`. */
export function flagOf(field: string): string {
  return `--${SINGULAR[field] ?? kebabCase(field)}`;
}

/** Adds a flag for every query field to a command. */
export function addQueryFlags(command: Command): Command {
  for (const [name, field] of Object.entries<Field>(QUERY_FIELDS)) {
    const { placeholder, parse } = syntaxOf(field.type);
    const option = new Option(`${flagOf(name)} ${placeholder}`.trim(), describe(field));
    option.argParser((text: string, previous: unknown) => parse(text, previous));
    command.addOption(option);
  }
  return command;
}

/**
 * The query that flags mean. Values stay unchecked: the engine checks the query as a whole, so that
 * all mistakes are told at once.
 *
 * @param options - what commander read, by its camelCase names of the flags
 */
export function queryFromFlags(options: Readonly<Record<string, unknown>>): unknown {
  const entries = Object.keys(QUERY_FIELDS).flatMap((name) => {
    const value = options[camelCase(flagOf(name).slice(2))];
    return value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(entries);
}

interface Syntax {
  readonly placeholder: string;
  readonly parse: (text: string, previous: unknown) => unknown;
}

function syntaxOf(type: FieldType): Syntax {
  if (type === 'boolean') return { placeholder: '[boolean]', parse: parseTruth };
  if (type === 'integer' || type === 'number') {
    return { placeholder: '<number>', parse: parseNumber };
  }
  if (type === 'string') return { placeholder: '<text>', parse: (text) => text };
  if ('list' in type) {
    return type.list === 'string'
      ? { placeholder: '<text>', parse: (text, previous) => [...listOf(previous), text] }
      : {
          placeholder: '<json>',
          parse: (text, previous) => [...listOf(previous), parseJson(text)],
        };
  }
  if ('map' in type) {
    return type.map === 'string'
      ? { placeholder: '<key=value>', parse: addPair }
      : { placeholder: '<cloud.parameter=value>', parse: addNative };
  }
  return { placeholder: '<json>', parse: parseJson };
}

function describe(field: Field): string {
  const words = field.values === undefined ? '' : ` One of ${field.values.join(', ')}.`;
  const otherwise = field.default === undefined ? '' : ` Default: ${field.default}.`;
  return `${firstSentence(field.doc)}${words}${otherwise}`.replaceAll('`', '');
}

function parseTruth(text: string): unknown {
  if (text === 'true') return true;
  return text === 'false' ? false : text;
}

/** What is no number stays a text, which the check of the query tells of. */
function parseNumber(text: string): unknown {
  const number = Number(text);
  return text.trim() === '' || Number.isNaN(number) ? text : number;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

/** `env=production`. A text without `=` stays a text, which the check of the query tells of. */
function addPair(text: string, previous: unknown): unknown {
  const [key = '', ...value] = text.split('=');
  return value.length === 0 ? text : { ...mapOf(previous), [key]: value.join('=') };
}

/** `alicloud.Usage=instance`. Parameters may have dots of their own. */
function addNative(text: string, previous: unknown): unknown {
  const [path = '', ...value] = text.split('=');
  if (value.length === 0) return text;
  const [cloud = '', ...parameter] = path.split('.');
  const before = mapOf(previous);
  return {
    ...before,
    [cloud]: { ...mapOf(before[cloud]), [parameter.join('.')]: value.join('=') },
  };
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function mapOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function camelCase(kebab: string): string {
  return kebab.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}
