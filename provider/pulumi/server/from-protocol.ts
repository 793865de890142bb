/** Pulumi's wire values → plain JSON values. */
import type { Struct } from 'google-protobuf/google/protobuf/struct_pb';
import type { Properties } from '../properties';
import { UNKNOWN } from '../unknown';

/**
 * How the wire marks a value that is more than JSON: an object with this key, whose value says what
 * it is. Parts of the provider protocol.
 *
 * @see https://www.pulumi.com/docs/iac/extending-pulumi/provider-protocol/
 */
export const SIGNATURE = '4dabf18193072939515e22adb298388d';
export const SECRET = '1b47061264138c4ac30d75fd1eb44270';
const OUTPUT_VALUE = 'd0e6a833031e9bbcd3f4e8bde6ca49a4';

/**
 * The properties of a request. Secrets and output values are unwrapped at any depth; what is
 * unknown is `UNKNOWN`.
 */
export function fromStruct(struct: Struct | undefined): Properties {
  const properties = unwrap(struct?.toJavaScript() ?? {});
  return isObject(properties) ? properties : {};
}

/** A value without the wrappings of the wire. */
export function unwrap(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unwrap);
  if (!isObject(value)) return value;
  switch (value[SIGNATURE]) {
    case SECRET:
      return unwrap(value['value']);
    case OUTPUT_VALUE:
      return 'value' in value ? unwrap(value['value']) : UNKNOWN;
    default:
      return Object.fromEntries(
        Object.entries(value).map(([name, member]) => [name, unwrap(member)]),
      );
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
