/** Terraform's values as plain data, with a mark for what is not known yet. */
import type { CtyType } from './type';

/** Stands for a value that Terraform will only know when it applies. */
export const UNKNOWN: unique symbol = Symbol('unknown');

/** A value. Null and absent are the same to Terraform; maps and objects are both records. */
export type CtyValue =
  string | number | boolean | null | typeof UNKNOWN | readonly CtyValue[] | CtyObject;

/** An object's attributes, or a map's elements. */
export interface CtyObject {
  readonly [name: string]: CtyValue;
}

export function isCtyObject(value: CtyValue | undefined): value is CtyObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A string; empty where there is none. */
export function textOf(value: CtyValue | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** Whether there is nothing unknown in a value. */
export function isWhollyKnown(value: CtyValue): boolean {
  if (value === UNKNOWN) return false;
  if (typeof value !== 'object' || value === null) return true;
  return Object.values(value).every(isWhollyKnown);
}

/**
 * The MessagePack library refuses to read a map with this key. A state that held it, from a tag of an
 * image, could never be read again.
 */
const UNREADABLE_KEY = '__proto__';

/**
 * Plain data as a value of this type: every attribute of an object is there, null where the data
 * has none; what the type does not name is left out; strings are in Unicode normal form C, as
 * Terraform compares them. A map loses the key `__proto__`.
 *
 * @param data - what MessagePack, JSON or a handler gave
 * @throws TypeError naming the path, where the data does not fit
 */
export function conform(data: unknown, type: CtyType, path = ''): CtyValue {
  if (data === undefined || data === null) return null;
  if (data === UNKNOWN) return UNKNOWN;
  if (type === 'string') return typeof data === 'string' ? data.normalize('NFC') : fail();
  if (type === 'bool') return typeof data === 'boolean' ? data : fail();
  if (type === 'number') return toNumber(data) ?? fail();
  if ('list' in type) {
    if (!Array.isArray(data)) return fail();
    return data.map((element: unknown, index) => conform(element, type.list, `${path}[${index}]`));
  }
  if (!isRecord(data)) return fail();
  if ('map' in type) {
    return Object.fromEntries(
      Object.entries(data)
        .filter(([key]) => key !== UNREADABLE_KEY)
        .map(([key, element]) => [
          key.normalize('NFC'),
          conform(element, type.map, `${path}["${key}"]`),
        ]),
    );
  }
  return Object.fromEntries(
    Object.entries(type.object).map(([name, of]) => [
      name,
      conform(Object.hasOwn(data, name) ? data[name] : null, of, `${path}.${name}`),
    ]),
  );

  function fail(): never {
    const wanted = typeof type === 'string' ? type : Object.keys(type)[0];
    throw new TypeError(
      `${path === '' ? 'the value' : path.replace(/^\./, '')} must be a ${wanted}`,
    );
  }
}

/** Numbers come as numbers, or as decimal strings where MessagePack has no type for them. */
function toNumber(data: unknown): number | undefined {
  if (typeof data === 'number') return data;
  if (typeof data === 'bigint') return Number(data);
  const number = typeof data === 'string' && data !== '' ? Number(data) : NaN;
  return Number.isNaN(number) ? undefined : number;
}

function isRecord(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}
