/** The members of a JSON body, refused in CVM's words where they are not what the API takes. */
import { isArray, isRecord, WireError } from '../../wire';
import type { TencentFilter } from './query';

/** One member of Filters. */
export function readFilter(value: unknown): TencentFilter {
  if (!isRecord(value)) throw wrongType('Filters');
  refuseUnknown(value, ['Name', 'Values'], 'Filters.');
  return {
    name: text(value['Name'], 'Filters.Name'),
    values: strings(value['Values'], 'Filters.Values'),
  };
}

/** Refuses a member that the API does not have. */
export function refuseUnknown(
  body: Readonly<Record<string, unknown>>,
  known: readonly string[],
  prefix = '',
): void {
  const unknown = Object.keys(body).find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw new WireError(
      'UnknownParameter',
      `The parameter \`${prefix}${unknown}\` is not recognized.`,
    );
  }
}

/** The error for a request without a parameter that it needs. */
export function missing(name: string): WireError {
  return new WireError(
    'MissingParameter',
    `The request is missing a required parameter \`${name}\`.`,
  );
}

function wrongType(name: string): WireError {
  return new WireError(
    'InvalidParameter',
    `The type of value for parameter \`${name}\` is not valid.`,
  );
}

/** A member that must be an array. */
export function list(value: unknown, name: string): readonly unknown[] {
  if (value === undefined || value === null) throw missing(name);
  if (!isArray(value)) throw wrongType(name);
  return value;
}

/** A member that must be an array of strings. */
export function strings(value: unknown, name: string): readonly string[] {
  return list(value, name).map((item) => text(item, name));
}

/** A member that must be a string. */
export function text(value: unknown, name: string): string {
  if (value === undefined || value === null) throw missing(name);
  if (typeof value !== 'string') throw wrongType(name);
  return value;
}

/** A member that must be a whole number, not a string of digits. */
export function integer(value: unknown, name: string): number {
  if (typeof value !== 'number' || !Number.isInteger(value)) throw wrongType(name);
  return value;
}
