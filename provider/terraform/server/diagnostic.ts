/** What the provider reports to people, independent of the protocol. */

/** One step into a configuration: an attribute, an element of a map, an element of a list. */
export type PathStep =
  { readonly attribute: string } | { readonly key: string } | { readonly index: number };

/** An error, which stops Terraform, or a warning. */
export interface Diagnostic {
  readonly severity: 'error' | 'warning';
  /** One line, the same for every diagnostic of its kind: Terraform gathers warnings by it. */
  readonly summary: string;
  /** What happened, where, why it matters, what to do. */
  readonly detail: string;
  /** What it is about. Absent: the block as a whole. */
  readonly path?: readonly PathStep[];
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === 'error');
}
