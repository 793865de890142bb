/** The names of query fields as flags, in help texts and in errors. */
import type { Issue } from '../errors/image-error';
import { printPath } from '../errors/print-path';
import { kebabCase } from '../schema/field';
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

/** Replaces the field names in backticks, such as `mostRecent`, with flags. */
export function withFlags(text: string): string {
  return text.replace(/`([a-z][A-Za-z]*)`/g, (quoted, name: string) =>
    Object.hasOwn(QUERY_FIELDS, name) ? `\`${flagOf(name)}\`` : quoted,
  );
}

/** Where a problem is, as the user wrote it: `--target`, `--any-of[1].osType`, `--native alicloud.Usage`. */
export function printFlagPath([field, ...rest]: Issue['path']): string {
  if (typeof field !== 'string' || !Object.hasOwn(QUERY_FIELDS, field)) {
    return printPath(field === undefined ? [] : [field, ...rest]);
  }
  const flag = flagOf(field);
  if (field === 'anyOf') return `${flag}${rest.length === 0 ? '' : suffix(printPath(rest))}`;
  // A repeated flag has a value of its own each time, and the message quotes it.
  const names = rest.filter((step) => typeof step === 'string');
  return names.length === 0 ? flag : `${flag} ${names.join('.')}`;
}

function suffix(path: string): string {
  return path.startsWith('[') ? path : `.${path}`;
}
