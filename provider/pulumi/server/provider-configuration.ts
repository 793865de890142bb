/** The configuration of a provider: its inputs, their problems, and which of them are secret. */
import { CONFIGURATION_FIELDS } from '../../schema/configuration-fields';
import type { Field } from '../../schema/field';
import { readConfiguration } from '../read-configuration';
import type { Properties } from '../properties';
import { asSecret } from './secrets';

/** The engine's configuration out of a provider's inputs. */
export function configurationOf(inputs: Properties): Properties {
  return readConfiguration((name) => inputs[name]);
}

/**
 * The inputs with everything marked secret that may hold credentials, so that they are never
 * stored or shown in the clear, whatever language a program is written in and however it gave them.
 *
 * @param raw - the inputs as the wire has them, with their wrappings
 */
export function markSecrets(raw: Properties): Properties {
  return Object.fromEntries(
    Object.entries(raw).map(([name, value]) => [
      name,
      holdsSecrets(name) && value !== null ? asSecret(value) : value,
    ]),
  );
}

function holdsSecrets(name: string): boolean {
  return Object.entries(CONFIGURATION_FIELDS).some(
    ([key, field]) => key === name && isSecret(field),
  );
}

/**
 * Whether a value is a secret, or has a secret right inside it: Pulumi's SDKs look at `secret` only
 * on top-level properties.
 */
export function isSecret(field: Field): boolean {
  if (field.secret === true) return true;
  if (typeof field.type === 'string' || !('object' in field.type)) return false;
  return Object.values(field.type.object.fields).some((member) => member.secret === true);
}
