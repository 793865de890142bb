/** Pulumi configuration values → the engine's configuration. */
import { CONFIGURATION_FIELDS } from '../schema/configuration-fields';

/** The namespace of our values in a stack's configuration, and the name of the Pulumi package. */
export const PACKAGE_NAME = 'cloudimages';

/**
 * The configuration out of a stack's values or a provider's inputs.
 *
 * Pulumi keeps lists, numbers and objects as JSON text. A string that is not JSON goes through as it
 * is, so that the engine names it beside every other problem.
 *
 * @param read - the value of a field of the configuration by its name, such as `targets`
 */
export function readConfiguration(
  read: (name: string) => unknown,
): Readonly<Record<string, unknown>> {
  const entries = Object.entries(CONFIGURATION_FIELDS).map(([name, field]): [string, unknown] => {
    const value = read(name);
    const isText = typeof value === 'string';
    return [name, isText && !isStringType(field.type) ? parseOrKeep(value) : value];
  });
  return Object.fromEntries(
    entries.filter(([, value]) => value !== undefined && value !== null && value !== ''),
  );
}

function isStringType(type: unknown): boolean {
  return type === 'string';
}

function parseOrKeep(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
