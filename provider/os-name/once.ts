/** Makes a value (or the promise of one) at its first use and keeps it. Loading a module does no work. */
export function once<Value extends object>(make: () => Value): () => Value {
  let value: Value | undefined;
  return () => (value ??= make());
}
