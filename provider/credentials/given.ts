/** What counts as a value where people set values. */

/** The text without the blanks around it, which come from copying; nothing but blanks is no value. */
export function given(value: string | undefined): string | undefined {
  const text = value?.trim();
  return text === '' ? undefined : text;
}
