/** What counts as a value where people set values. */

/** The string without surrounding blanks, which come from copying; blanks alone are not a value. */
export function given(value: string | undefined): string | undefined {
  const text = value?.trim();
  return text === '' ? undefined : text;
}

/** An environment variable that is set. */
export interface GivenVariable {
  readonly name: string;
  readonly value: string;
}

/** The first of these variables that is set. */
export function firstGiven(
  names: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): GivenVariable | undefined {
  for (const name of names) {
    const value = given(environment[name]);
    if (value !== undefined) return { name, value };
  }
  return undefined;
}
