/** Joins configurations from several places. */

/**
 * One configuration over another: a field of the first wins over the same field of the second.
 * Objects, such as those of the clouds, are joined field by field.
 */
export function overlayConfiguration(first: unknown, second: unknown): unknown {
  if (!isPlainObject(first)) return first ?? second;
  if (!isPlainObject(second)) return first;
  const names = new Set([...Object.keys(second), ...Object.keys(first)]);
  return Object.fromEntries(
    [...names].map((name) => [name, overlayConfiguration(first[name], second[name])]),
  );
}

function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
