/** The configuration of a provider: what it was given, whether it is sound, what in it is secret. */
import { CONFIGURATION_FIELDS } from '../../schema/configuration-fields';
import type { FieldType } from '../../schema/field';
import { readConfiguration } from '../read-configuration';
import type { Properties } from '../properties';
import { SECRET, SIGNATURE, unwrap } from './from-protocol';

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

function asSecret(value: unknown): unknown {
  return { [SIGNATURE]: SECRET, value: unwrap(value) };
}

/** Whether a field of the configuration has credentials in it. */
export function holdsSecrets(name: string): boolean {
  const field = Object.entries(CONFIGURATION_FIELDS).find(([key]) => key === name)?.[1];
  return field !== undefined && typeHoldsSecrets(field.type);
}

function typeHoldsSecrets(type: FieldType): boolean {
  if (typeof type === 'string' || !('object' in type)) return false;
  return Object.values(type.object.fields).some((field) => field.secret === true);
}
