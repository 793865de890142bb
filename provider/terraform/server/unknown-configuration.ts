/** The error while the provider's own configuration is not known yet. */
import type { Diagnostic } from './diagnostic';

/**
 * An error, since a look-up with half of a configuration could find another account's images.
 *
 * @param names - the provider arguments that are unknown, in snake_case
 */
export function unknownConfiguration(names: readonly string[]): readonly Diagnostic[] {
  return [
    {
      severity: 'error',
      summary: 'Provider configuration is not known yet',
      detail: `Images cannot be looked up in this plan: the provider's ${names.join(', ')} will only be known when other resources are applied. Give the provider values that are known when planning (variables, environment, profiles), or apply those resources first: terraform apply -target=ADDRESS.`,
    },
  ];
}
