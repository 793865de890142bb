/** Query fields ↔ command-line flags, from the field table. */
import { Option, type Command } from 'commander';
import { firstSentence, type Field, type FieldType } from '../schema/field';
import { QUERY_FIELDS } from '../schema/query-fields';
import { flagOf, withFlags } from './flag-names';

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
 * all problems are reported at once.
 *
 * @param options - what commander read, by its camelCase names of the flags
 */
export function queryFromFlags(
  options: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
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
  if (type === 'boolean') return { placeholder: '[boolean]', parse: parseBoolean };
  if (type === 'integer' || type === 'number') {
    return { placeholder: '<number>', parse: parseNumber };
  }
  if (type === 'string') return { placeholder: '<string>', parse: (text) => text };
  if ('list' in type) {
    return type.list === 'string'
      ? { placeholder: '<string...>', parse: (text, previous) => [...listOf(previous), text] }
      : {
          placeholder: '<json...>',
          parse: (text, previous) => [...listOf(previous), parseJson(text)],
        };
  }
  if ('map' in type) {
    return type.map === 'string'
      ? { placeholder: '<key=value...>', parse: addPair }
      : { placeholder: '<cloud.parameter=value...>', parse: addNative };
  }
  return { placeholder: '<json>', parse: parseJson };
}

function describe(field: Field): string {
  const words = field.values === undefined ? '' : ` One of ${field.values.join(', ')}.`;
  const otherwise = field.default === undefined ? '' : ` Default: ${field.default}.`;
  return withFlags(`${firstSentence(field.doc)}${words}${otherwise}`).replaceAll('`', '');
}

function parseBoolean(text: string): unknown {
  if (text === 'true') return true;
  return text === 'false' ? false : text;
}

/** What is not a number stays a string, which the check of the query reports. */
export function parseNumber(text: string): unknown {
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

/** `name=value`, split at the first `=`. Undefined without one. */
export function splitPair(text: string): readonly [string, string] | undefined {
  const at = text.indexOf('=');
  return at < 0 ? undefined : [text.slice(0, at), text.slice(at + 1)];
}

/** `env=production`. Without `=` it stays a string, which the check of the query reports. */
function addPair(text: string, previous: unknown): unknown {
  if (typeof previous === 'string') return previous;
  const pair = splitPair(text);
  return pair === undefined ? text : { ...mapOf(previous), [pair[0]]: pair[1] };
}

/** `alicloud.Usage=instance`. Parameters may have dots of their own. */
function addNative(text: string, previous: unknown): unknown {
  if (typeof previous === 'string') return previous;
  const [path, value] = splitPair(text) ?? [];
  if (path === undefined) return text;
  const [cloud = '', ...parameter] = path.split('.');
  const before = mapOf(previous);
  return { ...before, [cloud]: { ...mapOf(before[cloud]), [parameter.join('.')]: value } };
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
