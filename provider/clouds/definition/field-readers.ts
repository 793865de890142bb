/**
 * Readers of an API's fields: each knows its path, takes what the service really sends, and reports
 * what it does not understand instead of guessing.
 */

/** An API's own object, as parsed. */
export type RawImage = Readonly<Record<string, unknown>>;

/** Takes a report on a value that could not be read: the field, the value, what was expected. */
export type Report = (problem: string) => void;

/** Reads one field. Absent, empty and unreadable values are undefined; the latter are reported. */
export type FieldReader<T> = (raw: RawImage, report: Report) => T | undefined;

/** A string. Numbers become strings, since some services send ids as numbers; empty is absent. */
export function text(field: string): FieldReader<string> {
  const valueOf = at(field);
  return (raw, report) => {
    const value = valueOf(raw);
    if (typeof value === 'string') return value.trim() === '' ? undefined : value;
    if (value === undefined) return undefined;
    if (typeof value === 'number') return String(value);
    report(`${field}: expected a string, got ${kindOf(value)}`);
    return undefined;
  };
}

/** The first of some strings that is there. */
export function firstText(...fields: readonly string[]): FieldReader<string> {
  const readers = fields.map(text);
  return (raw, report) => {
    for (const read of readers) {
      const value = read(raw, report);
      if (value !== undefined) return value;
    }
    return undefined;
  };
}

/** A word of a closed set, by its table to ours. An unknown word is reported, never guessed. */
export function word<T extends string>(
  field: string,
  table: Readonly<Record<string, T | null>>,
): FieldReader<T> {
  const read = text(field);
  const byWord = new Map(Object.entries(table));
  const byLowerCase = new Map([...byWord].map(([key, value]) => [key.toLowerCase(), value]));
  return (raw, report) => {
    const value = read(raw, report);
    if (value === undefined) return undefined;
    let ours = byWord.get(value);
    if (ours === undefined) ours = byLowerCase.get(value.toLowerCase());
    if (ours === undefined) report(`${field}: unknown word "${value.slice(0, 40)}"`);
    return ours ?? undefined;
  };
}

/** A number of GiB, sent as a number or as a string. */
export function gibibytes(field: string): FieldReader<number> {
  const valueOf = at(field);
  return (raw, report) => {
    const value = valueOf(raw);
    if (value === undefined || value === '') return undefined;
    const number = typeof value === 'string' ? Number(value) : value;
    if (typeof number === 'number' && Number.isFinite(number) && number >= 0) return number;
    report(`${field}: expected a size in GiB, got ${kindOf(value)}`);
    return undefined;
  };
}

/** True or false, sent as such or as a string. */
export function boolean(field: string): FieldReader<boolean> {
  const valueOf = at(field);
  return (raw, report) => {
    const value = valueOf(raw);
    if (typeof value === 'boolean') return value;
    if (value === undefined || value === '') return undefined;
    const lower = typeof value === 'string' ? value.toLowerCase() : '';
    if (lower === 'true' || lower === 'false') return lower === 'true';
    report(`${field}: expected true or false, got ${kindOf(value)}`);
    return undefined;
  };
}

/** What services write where they know no time. */
const PLACEHOLDER_YEAR = /^(?:0000|0001|1970)-/;

/** A time as we write it, of a day that every month has: most are, and nothing has to be worked out. */
const AS_WE_WRITE_IT =
  /^(?!0000|0001|1970)\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/;

/**
 * An instant as RFC 3339 in UTC. Null, empty and 1970 are absent.
 *
 * @param zone - what a time without a zone means, such as `+08:00`
 */
export function instant(field: string, zone = 'Z'): FieldReader<string> {
  const valueOf = at(field);
  return (raw, report) => {
    const value = valueOf(raw);
    if (value === undefined || value === '') return undefined;
    if (typeof value === 'string' && AS_WE_WRITE_IT.test(value)) return value;
    const written = typeof value === 'string' ? value.trim().replace(' ', 'T') : '';
    if (PLACEHOLDER_YEAR.test(written)) return undefined;
    const zoned = /(?:Z|[+-]\d{2}:?\d{2})$/.test(written) ? written : `${written}${zone}`;
    const ms = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(written) ? Date.parse(zoned) : Number.NaN;
    if (!Number.isNaN(ms)) return new Date(ms).toISOString().replace('.000Z', 'Z');
    report(`${field}: expected an ISO 8601 time, got ${kindOf(value)}`);
    return undefined;
  };
}

/** Tags as a list of pairs below a path. An empty list means no tags. */
export function tags(
  path: string,
  key: string,
  value: string,
): FieldReader<Readonly<Record<string, string>>> {
  const readKey = text(key);
  const readValue = text(value);
  return (raw, report) => {
    const list = listAt(raw, path, report);
    if (list.length === 0) return undefined;
    const pairs = list.flatMap((pair) => {
      const name = readKey(pair, report);
      const sent = pair[value];
      // As it is: services distinguish a blank value from an empty one.
      const kept = typeof sent === 'string' ? sent : (readValue(pair, report) ?? '');
      return name === undefined ? [] : [[name, kept] as const];
    });
    return pairs.length === 0 ? undefined : Object.fromEntries(pairs);
  };
}

/** Tags as an object of strings. An empty object means no tags. */
export function tagMap(field: string): FieldReader<Readonly<Record<string, string>>> {
  return (raw, report) => {
    const value = valueAt(raw, field);
    if (value === undefined) return undefined;
    if (!isObject(value)) {
      report(`${field}: expected an object, got ${kindOf(value)}`);
      return undefined;
    }
    const pairs = Object.entries(value).flatMap(([key, sent]) => {
      const string = plainString(sent);
      if (string === undefined) report(`${field}: expected strings, got ${kindOf(sent)}`);
      return string === undefined ? [] : [[key, string] as const];
    });
    return pairs.length === 0 ? undefined : Object.fromEntries(pairs);
  };
}

/** Tags that are words without values: each is a key with an empty value. */
export function tagWords(field: string): FieldReader<Readonly<Record<string, string>>> {
  return (raw, report) => {
    const value = valueAt(raw, field);
    if (value === undefined) return undefined;
    if (!Array.isArray(value) || !value.every((one) => typeof one === 'string')) {
      report(`${field}: expected a list of strings, got ${kindOf(value)}`);
      return undefined;
    }
    return value.length === 0 ? undefined : Object.fromEntries(value.map((one) => [one, '']));
  };
}

/** Several fields as one object, without those that are absent. Made once per cloud, not per image. */
export function record<T extends object>(readers: {
  readonly [K in keyof T]: FieldReader<NonNullable<T[K]>>;
}): (raw: RawImage, report: Report) => T {
  const entries = Object.entries<FieldReader<unknown>>(readers);
  return (raw, report) => {
    const found: Record<string, unknown> = {};
    for (const [name, read] of entries) {
      const value = read(raw, report);
      if (value !== undefined) found[name] = value;
    }
    // Only absent fields are left out, which T allows to be absent.
    return found as T;
  };
}

/** The objects of a list below a path. Absent and null are an empty list. */
export function listAt(raw: RawImage, path: string, report: Report): readonly RawImage[] {
  const value = valueAt(raw, path);
  if (value === undefined || value === '') return [];
  if (!Array.isArray(value)) {
    report(`${path}: expected a list, got ${kindOf(value)}`);
    return [];
  }
  const objects = value.filter(isObject);
  if (objects.length < value.length) report(`${path}: expected a list of objects`);
  return objects;
}

/**
 * The rows of an answer, for a page: absent and null count as no rows.
 *
 * @returns undefined where the value is not a list of objects, so that no row is dropped silently
 */
export function rows(value: unknown): readonly RawImage[] | undefined {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) && value.every(isObject) ? value : undefined;
}

/** {@link valueAt} for a path that many objects are read by. Nearly every path is a name alone. */
function at(path: string): (raw: RawImage) => unknown {
  return path.includes('.') ? (raw) => valueAt(raw, path) : (raw) => raw[path] ?? undefined;
}

/** The value below a path such as `Tags.Tag`; null is absent. */
export function valueAt(raw: RawImage, path: string): unknown {
  let value: unknown = raw;
  for (const step of path.split('.')) {
    if (!isObject(value)) return undefined;
    value = value[step];
  }
  return value ?? undefined;
}

export function isObject(value: unknown): value is RawImage {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value of an envelope as a string: numbers too, nothing else. */
export function plainString(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : undefined;
}

/** What came, for a message: a short string as it is, else its kind. */
function kindOf(value: unknown): string {
  if (typeof value === 'string') return `"${value.slice(0, 40)}"`;
  return Array.isArray(value) ? 'a list' : typeof value;
}
