/** An API's own parameters, for the `native` field of queries. */

/**
 * One parameter: how its value is checked, or what to use in its place. An `N` between dots in its
 * name stands for a number.
 */
export type NativeParameter =
  | {
      /** A list is written with commas. */
      readonly kind: 'text' | 'list' | 'boolean';
      /** The words allowed, where the page closes the set. */
      readonly values?: readonly string[];
      /** The most values of a list. */
      readonly most?: number;
      /** The largest number that stands for N. */
      readonly mostNumber?: number;
      /** Must be given with the same N, such as the key of a value. */
      readonly needs?: string;
      /** Only queries for one of these owners may have it. */
      readonly onlyForOwners?: readonly string[];
    }
  | { readonly instead: string }
  /** Why nobody has to give it. */
  | { readonly unneeded: string };
