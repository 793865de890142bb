/** Values for the wire: always MessagePack. */
import { encodeMsgpack } from '../cty/msgpack';
import type { CtyType } from '../cty/type';
import type { CtyValue } from '../cty/value';
import type { DynamicValue } from '../protocol/provider.generated';

export function toDynamicValue(value: CtyValue, type: CtyType): DynamicValue {
  return { msgpack: encodeMsgpack(value, type) };
}
