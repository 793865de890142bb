/** The fields that have a value: absent ones are left out, not set to undefined. */
export function omitAbsent<T extends object>(fields: {
  readonly [K in keyof T]: T[K] | undefined;
}): T {
  const present: Record<string, unknown> = {};
  for (const key in fields) if (fields[key] !== undefined) present[key] = fields[key];
  // Only absent fields were dropped, which T allows to be absent.
  return present as T;
}
