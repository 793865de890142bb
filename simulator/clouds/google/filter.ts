/**
 * The `filter` of list methods, in its two forms: AIP-160 (`(family = "x") AND (labels.env:*)`) and
 * regular expressions (`family eq 'debian-.*'`).
 *
 * @see https://google.aip.dev/160
 */
import { isRecord, WireError, type Json } from '../../wire';

type Fields = Readonly<Record<string, Json | undefined>>;
type Condition = (fields: Fields) => boolean;

const TOKEN =
  /\s*(?:(\(|\))|("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(!=|<=|>=|=|<|>|:)|([^\s()"'=<>:!]+))/y;

/** Throws the vendor's error for what is not a filter. */
export function readFilter(filter: string): Condition {
  if (/(^|[\s(])[\w.]+ (eq|ne) /.test(filter)) return readExpressions(filter);
  const tokens = tokensOf(filter);
  let at = 0;
  const refuse = (): WireError => invalid(filter);

  /** Terms side by side are joined by AND. */
  const readAll = (): Condition => {
    const all = [readAny()];
    while (at < tokens.length && tokens[at] !== ')') {
      if (tokens[at] === 'AND') at += 1;
      all.push(readAny());
    }
    return (fields) => all.every((one) => one(fields));
  };
  /** OR binds more tightly than AND. */
  const readAny = (): Condition => {
    const any = [readOne()];
    while (tokens[at] === 'OR') {
      at += 1;
      any.push(readOne());
    }
    return (fields) => any.some((one) => one(fields));
  };
  const readOne = (): Condition => {
    if (tokens[at] === 'NOT') {
      at += 1;
      const inner = readOne();
      return (fields) => !inner(fields);
    }
    if (tokens[at] === '(') {
      at += 1;
      const inner = readAll();
      if (tokens[at] !== ')') throw refuse();
      at += 1;
      return inner;
    }
    const [field = '', operator = '', value = ''] = tokens.slice(at, at + 3);
    if (
      !/^[\w.-]+$/.test(field) ||
      !/^(!=|<=|>=|=|<|>|:)$/.test(operator) ||
      /^(|[()]|!=|[<>]=?|[=:]|AND|OR|NOT)$/.test(value)
    ) {
      throw refuse();
    }
    at += 3;
    return comparison(field, operator, unquoted(value));
  };

  const condition = readAll();
  if (at < tokens.length) throw refuse();
  return condition;
}

function tokensOf(filter: string): readonly string[] {
  const tokens: string[] = [];
  const pattern = new RegExp(TOKEN);
  while (filter.slice(pattern.lastIndex).trim() !== '') {
    const found = pattern.exec(filter);
    if (found === null) throw invalid(filter);
    tokens.push(found.slice(1).find((part) => part !== undefined) ?? '');
  }
  return tokens;
}

/** One field only, and the whole value must fit. */
function readExpressions(filter: string): Condition {
  const parts = filter.trim().startsWith('(')
    ? filter.split(/\)\s*\(/).map((part) => part.replace(/^\s*\(|\)\s*$/g, ''))
    : [filter];
  const terms = parts.map((part) => {
    const [, field = '', operator = '', literal = ''] =
      /^\s*([\w.]+) (eq|ne) (.+?)\s*$/.exec(part) ?? [];
    if (field === '') throw invalid(filter);
    try {
      return { field, operator, pattern: new RegExp(`^(?:${unquoted(literal)})$`) };
    } catch {
      throw invalid(filter);
    }
  });
  if (new Set(terms.map(({ field }) => field)).size > 1) throw invalid(filter);
  return (fields) =>
    terms.every(
      ({ field, operator, pattern }) =>
        pattern.test(valueOf(fields, field) ?? '') === (operator === 'eq'),
    );
}

/** A field that is not there fits no comparison. */
function comparison(field: string, operator: string, wanted: string): Condition {
  return (fields) => {
    const value = valueOf(fields, field);
    if (value === undefined) return false;
    switch (operator) {
      case ':':
        return wanted === '*' || value.toLowerCase().includes(wanted.toLowerCase());
      case '=':
        return fits(value, wanted);
      case '!=':
        return !fits(value, wanted);
      default: {
        const order = orderOf(value, wanted);
        if (operator.startsWith('<')) return order < 0 || (order === 0 && operator === '<=');
        return order > 0 || (order === 0 && operator === '>=');
      }
    }
  };
}

/** `*` at an end stands for any text. */
function fits(value: string, wanted: string): boolean {
  const core = wanted.replace(/^\*|\*$/g, '');
  if (wanted.startsWith('*') && wanted.endsWith('*')) return value.includes(core);
  if (wanted.startsWith('*')) return value.endsWith(core);
  return wanted.endsWith('*') ? value.startsWith(core) : value === wanted;
}

function orderOf(a: string, b: string): number {
  const numbers = [a, b].map(Number);
  const [left = Number.NaN, right = Number.NaN] = numbers;
  if (!numbers.some(Number.isNaN)) return left - right;
  return a < b ? -1 : Number(a > b);
}

function valueOf(fields: Fields, path: string): string | undefined {
  let value: unknown = fields;
  for (const step of path.split('.')) {
    value = isRecord(value) && Object.hasOwn(value, step) ? value[step] : undefined;
  }
  return ['string', 'number', 'boolean'].includes(typeof value) ? `${value as string}` : undefined;
}

function unquoted(text: string): string {
  return /^(["']).*\1$/s.test(text) ? text.slice(1, -1).replace(/\\(.)/g, '$1') : text;
}

function invalid(filter: string): WireError {
  return new WireError(
    'invalid',
    `Invalid value for field 'filter': '${filter}'. Invalid list filter expression.`,
    400,
  );
}
