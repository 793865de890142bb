/** Types of what people write, made from the types of what the engine has checked. */
import type * as checked from '../image/query.generated';

/**
 * The same type, but where a closed set of words stands, any string is accepted too. Editors still
 * complete the words, and the engine reports a wrong one with what was probably meant. Without this,
 * `const query = { architecture: 'x86_64' }` and values from a configuration would not compile.
 */
export type OpenWords<T> = T extends string
  ? T | (string & {})
  : T extends readonly (infer Member)[]
    ? readonly OpenWords<Member>[]
    : T extends object
      ? { readonly [Key in keyof T]: OpenWords<T[Key]> }
      : T;

/** The query as people write it: which machine image is meant. All fields are optional. */
export interface ImageQuery extends OpenWords<checked.ImageQuery> {}

/** Conditions tried in place of the query's own of the same name. */
export interface ImageAlternative extends OpenWords<checked.ImageAlternative> {}
