/** Values that a preview does not know yet. */

/**
 * The marker on the wire for a value that is not known before an update, whatever its type. Part
 * of Pulumi's provider protocol, the same in every version.
 *
 * @see https://www.pulumi.com/docs/iac/concepts/inputs-outputs/
 */
export const UNKNOWN = '04da6b54-80e4-46f7-96ec-b56ff0331ba9';

/** Whether a value is unknown, or holds something unknown at any depth. */
export function holdsUnknown(value: unknown): boolean {
  if (value === UNKNOWN) return true;
  if (Array.isArray(value)) return value.some(holdsUnknown);
  if (typeof value === 'object' && value !== null) return Object.values(value).some(holdsUnknown);
  return false;
}
