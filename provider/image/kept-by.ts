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
