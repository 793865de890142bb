/** Which properties are secret, and marking what is derived from them. */
import type { Properties } from '../properties';
import { SECRET, SIGNATURE, unwrap } from './from-protocol';

/** What a pin learns by its query: with a secret in the query, these may repeat it. */
const DERIVED = [
  'imageId',
  'image',
  'resolutionKey',
  'lockedImageId',
  'latestImageId',
  'previousImageId',
  'warnings',
] as const;

/**
 * The names of the properties that must be secret in an answer: those that hold a secret at any
 * depth, and with a secret in the query everything that is derived from the query.
 *
 * @param raw - properties as the wire has them, with their wrappings
 */
export function secretNames(...raw: readonly Properties[]): ReadonlySet<string> {
  const given = raw.flatMap((properties) =>
    Object.keys(properties).filter((name) => holdsSecret(properties[name])),
  );
  const inQuery = given.some((name) => name !== 'triggers');
  return new Set(inQuery ? [...given, ...DERIVED] : given);
}

/** The properties with those of these names marked as secret, as the wire writes it. */
export function markSecret(properties: Properties, names: ReadonlySet<string>): Properties {
  return Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [
      name,
      names.has(name) && value !== undefined && value !== null ? asSecret(value) : value,
    ]),
  );
}

/** A value marked as secret as a whole, without marks inside it. */
export function asSecret(value: unknown): unknown {
  return { [SIGNATURE]: SECRET, value: unwrap(value) };
}

function holdsSecret(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return (
    (SIGNATURE in value && value[SIGNATURE] === SECRET) || Object.values(value).some(holdsSecret)
  );
}
