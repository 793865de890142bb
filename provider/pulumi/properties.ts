/** Plain property values, as Pulumi hands them over, and problems in them. */

/** The inputs or outputs of a resource, or the arguments of a function: JSON values by name. */
export type Properties = Readonly<Record<string, unknown>>;

/** A problem in an argument, as Pulumi shows it: `targets[0]` and what is wrong there. */
export interface CheckFailure {
  /** A property path. Empty: the whole resource or call. */
  readonly property: string;
  readonly reason: string;
}

/** The properties that have a value. Pulumi's SDKs differ in whether they send `null`. */
export function withoutAbsent(properties: Properties): Properties {
  return Object.fromEntries(
    Object.entries(properties).filter(([, value]) => value !== undefined && value !== null),
  );
}

/** The properties without those of these names. */
export function omit(properties: Properties, names: readonly string[]): Properties {
  return Object.fromEntries(Object.entries(properties).filter(([name]) => !names.includes(name)));
}

/** The properties of these names that have a value. */
export function pick(properties: Properties, names: readonly string[]): Properties {
  return withoutAbsent(
    Object.fromEntries(Object.entries(properties).filter(([name]) => names.includes(name))),
  );
}
