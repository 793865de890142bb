/** Makes a value at its first use and keeps it, so that loading a module does no work. */
export function once<Value extends object>(make: () => Value): () => Value {
  let value: Value | undefined;
  return () => (value ??= make());
}
