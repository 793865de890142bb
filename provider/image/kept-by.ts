/** Values that are computed once for what asks again. */

/** Computes a value once per text, for one choice: few versions stand behind many images. */
export function keptBy<Value>(valueOf: (text: string) => Value): (text: string) => Value {
  const values = new Map<string, Value>();
  return (text) => {
    let value = values.get(text);
    if (value === undefined) {
      value = valueOf(text);
      values.set(text, value);
    }
    return value;
  };
}

/**
 * Computes a value once while the same object asks. Several conditions look at one image in a row, and
 * parsing its time takes the longest of all.
 */
export function keepingLatest<Key extends object, Value>(
  valueOf: (key: Key) => Value,
): (key: Key) => Value {
  let latest: Key | undefined;
  let value: Value | undefined;
  return (key) => {
    if (latest !== key) {
      value = valueOf(key);
      latest = key;
    }
    // Set together with the key.
    return value as Value;
  };
}
