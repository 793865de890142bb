/** The fields that are there: absent ones are left out, not set to undefined. */
export function present<T extends object>(fields: {
  readonly [K in keyof T]: T[K] | undefined;
}): T {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined);
  // Only absent fields were dropped, which T allows to be absent.
  return Object.fromEntries(entries) as T;
}
