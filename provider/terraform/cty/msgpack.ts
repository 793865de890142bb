/**
 * Terraform's values in MessagePack, as the protocol carries them.
 *
 * @see https://developer.hashicorp.com/terraform/plugin/terraform-plugin-protocol
 */
import { decode, encode, ExtData, type ExtensionCodecType } from '@msgpack/msgpack';
import type { CtyType } from './type';
import { conform, UNKNOWN, type CtyValue } from './value';

/** Any extension means "not known yet"; some carry refinements, which are not needed here. */
const UNKNOWN_CODEC: ExtensionCodecType<undefined> = {
  tryToEncode: (value) => (value === UNKNOWN ? new ExtData(0, new Uint8Array(1)) : null),
  decode: () => UNKNOWN,
};

/** @throws TypeError or RangeError where the bytes do not hold a value of this type */
export function decodeMsgpack(bytes: Uint8Array, type: CtyType): CtyValue {
  return conform(decode(bytes, { extensionCodec: UNKNOWN_CODEC }), type);
}

/** The value in MessagePack. Data that lacks attributes gets them as null. */
export function encodeMsgpack(value: unknown, type: CtyType): Buffer {
  return Buffer.from(encode(conform(value, type), { extensionCodec: UNKNOWN_CODEC }));
}
