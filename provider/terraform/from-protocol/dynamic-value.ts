/** Values from the wire. */
import { ImageError } from '../../errors/image-error';
import { decodeMsgpack } from '../cty/msgpack';
import type { CtyType } from '../cty/type';
import { conform, isCtyObject, type CtyObject, type CtyValue } from '../cty/value';
import type { DynamicValue } from '../protocol/provider.generated';

/**
 * The largest value of one block that is read. Decoding takes ten times as much memory. A block with
 * a hundred thousand image ids has 4 MB.
 */
const MAX_BYTES = 16 * 1024 * 1024;

/**
 * The value that a message carries. None at all is null: OpenTofu leaves it out for an argument
 * that is null.
 *
 * @throws ImageError `invalid-query` where it is too large, or does not fit the type
 */
export function fromDynamicValue(value: DynamicValue | undefined, type: CtyType): CtyValue {
  const { msgpack, json } = value ?? {};
  if (msgpack === undefined || msgpack.length === 0) return fromJson(json, type);
  return checked(msgpack, () => decodeMsgpack(msgpack, type));
}

/** As `fromDynamicValue`, for what is always an object or null: a block, a state. */
export function fromDynamicObject(
  value: DynamicValue | undefined,
  type: CtyType,
): CtyObject | null {
  return objectOrNull(fromDynamicValue(value, type));
}

/**
 * A state as it was stored, maybe by another version of the provider: removed attributes are
 * dropped, and new ones are null.
 */
export function fromStateObject(json: Buffer | undefined, type: CtyType): CtyObject | null {
  return objectOrNull(fromJson(json, type));
}

function fromJson(json: Buffer | undefined, type: CtyType): CtyValue {
  if (json === undefined || json.length === 0) return null;
  return checked(json, () => conform(JSON.parse(json.toString('utf8')), type));
}

function checked(bytes: Buffer, read: () => CtyValue): CtyValue {
  if (bytes.length > MAX_BYTES) {
    const mebibytes = (size: number): string => `${Math.ceil(size / 1024 / 1024)} MiB`;
    throw new ImageError(
      'invalid-query',
      `this block has ${mebibytes(bytes.length)} of data, more than the ${mebibytes(MAX_BYTES)} that the provider reads`,
      { hint: 'Shorten its lists and maps, or use several blocks.' },
    );
  }
  try {
    return read();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ImageError('invalid-query', `the data of this block cannot be read: ${reason}`, {
      cause,
      hint: 'Check that the state and the configuration were written for this provider.',
    });
  }
}

function objectOrNull(value: CtyValue): CtyObject | null {
  return isCtyObject(value) ? value : null;
}
