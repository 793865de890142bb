import { encode } from '@msgpack/msgpack';
import type { CtyType } from '../../../provider/terraform/cty/type';
import {
  fromDynamicObject,
  fromDynamicValue,
  fromStateObject,
} from '../../../provider/terraform/from-protocol/dynamic-value';

const TYPE: CtyType = { object: { ids: { list: 'string' } } };
const LIMIT = 16 * 1024 * 1024;

describe('a value from the wire', () => {
  test('is read from MessagePack, from JSON, or is null', () => {
    const value = { ids: ['a'] };
    expect(fromDynamicObject({ msgpack: Buffer.from(encode(value)) }, TYPE)).toEqual(value);
    expect(fromDynamicObject({ json: Buffer.from('{"ids":["a"]}') }, TYPE)).toEqual(value);
    expect(fromDynamicObject({ msgpack: Buffer.of() }, TYPE)).toBeNull();
    expect(fromDynamicObject(undefined, TYPE)).toBeNull();
    expect(fromDynamicValue({ msgpack: Buffer.from(encode('a')) }, 'string')).toBe('a');
    expect(fromStateObject(Buffer.from('null'), TYPE)).toBeNull();
    expect(fromStateObject(Buffer.from('{"ids":null,"old":1}'), TYPE)).toEqual({ ids: null });
  });

  test('that is too large is an error with both sizes', () => {
    // An array of nulls: one byte each, and eight of memory.
    const msgpack = Buffer.alloc(LIMIT + 1, 0xc0);
    expect(() => fromDynamicObject({ msgpack }, TYPE)).toThrow(
      /\[invalid-query\] this block has 17 MiB of data, more than the 16 MiB/,
    );
    expect(() => fromStateObject(Buffer.alloc(LIMIT + 1, ' '), TYPE)).toThrow(/17 MiB/);
  });

  test.each<[string, Buffer]>([
    ['is cut off', Buffer.from(encode({ ids: ['abc'] })).subarray(0, -2)],
    ['claims more elements than there are', Buffer.from('ddffffffff', 'hex')],
    ['is of another type', Buffer.from(encode({ ids: 'abc' }))],
    ['has a byte that means nothing', Buffer.of(0xc1)],
  ])('that %s is an error of the block', (_case, msgpack) => {
    expect(() => fromDynamicObject({ msgpack }, TYPE)).toThrow(
      /\[invalid-query\] the data of this block cannot be read: /,
    );
  });

  test('that is no JSON is an error of the block', () => {
    expect(() => fromStateObject(Buffer.from('{"ids"'), TYPE)).toThrow(/\[invalid-query\]/);
  });
});
