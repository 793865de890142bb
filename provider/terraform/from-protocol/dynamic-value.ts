/** Values from the wire. */
import { decodeMsgpack } from '../cty/msgpack';
import type { CtyType } from '../cty/type';
import { conform, isCtyObject, type CtyObject, type CtyValue } from '../cty/value';
import type { DynamicValue } from '../protocol/provider.generated';

/**
 * The value that a message carries. None at all is null: OpenTofu leaves it out for an argument
 * that is null.
 */
export function fromDynamicValue(value: DynamicValue | undefined, type: CtyType): CtyValue {
  if (value?.msgpack !== undefined && value.msgpack.length > 0) {
    return decodeMsgpack(value.msgpack, type);
  }
  return fromJson(value?.json, type);
}

/** As `fromDynamicValue`, for what is always an object or null: a block, a state. */
export function fromDynamicObject(
  value: DynamicValue | undefined,
  type: CtyType,
): CtyObject | null {
  return objectOrNull(fromDynamicValue(value, type));
}

/**
 * A state as it was stored, maybe by another version of the provider: attributes that there are no
 * more are dropped, and new ones are null.
 */
export function fromStateObject(json: Buffer | undefined, type: CtyType): CtyObject | null {
  return objectOrNull(fromJson(json, type));
}

function fromJson(json: Buffer | undefined, type: CtyType): CtyValue {
  if (json === undefined || json.length === 0) return null;
  const data: unknown = JSON.parse(json.toString('utf8'));
  return conform(data, type);
}

function objectOrNull(value: CtyValue): CtyObject | null {
  return isCtyObject(value) ? value : null;
}
