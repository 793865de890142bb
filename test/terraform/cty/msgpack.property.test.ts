import { encode } from '@msgpack/msgpack';
import fc from 'fast-check';
import { anyText } from '../../any-text';
import { decodeMsgpack, encodeMsgpack } from '../../../provider/terraform/cty/msgpack';
import type { CtyType } from '../../../provider/terraform/cty/type';
import { isWhollyKnown, UNKNOWN, type CtyValue } from '../../../provider/terraform/cty/value';

const key = anyText()
  .map((text) => text.normalize('NFC'))
  // The library refuses to read this key. The last test shows what happens to it.
  .filter((text) => text !== '__proto__');
const name = fc.stringMatching(/^[a-z][a-z_]{0,8}$/);

/** A type with values of it. */
interface Typed {
  readonly type: CtyType;
  readonly value: CtyValue;
}

const { typed } = fc.letrec<{ typed: Typed }>((tie) => ({
  typed: fc.oneof(
    { maxDepth: 3 },
    leaf('string', key),
    leaf('number', fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }))),
    leaf('bool', fc.boolean()),
    tie('typed').chain(({ type, value }) =>
      fc
        .nat(3)
        .map((length): Typed => ({ type: { list: type }, value: Array(length).fill(value) })),
    ),
    fc
      .tuple(tie('typed'), fc.uniqueArray(key, { maxLength: 3 }))
      .map(([{ type, value }, keys]): Typed => ({
        type: { map: type },
        value: Object.fromEntries(keys.map((each) => [each, value])),
      })),
    fc
      .dictionary(name, tie('typed'), { maxKeys: 4, noNullPrototype: true })
      .map((attributes): Typed => ({
        type: { object: mapOf(attributes, ({ type }) => type) },
        value: mapOf(attributes, ({ value }) => value),
      })),
  ),
}));

function leaf(type: CtyType, values: fc.Arbitrary<CtyValue>): fc.Arbitrary<Typed> {
  const value = fc.oneof(
    { weight: 8, arbitrary: values },
    fc.constantFrom<CtyValue>(null, UNKNOWN),
  );
  return value.map((of) => ({ type, value: of }));
}

function mapOf<From, To>(
  record: Record<string, From>,
  map: (value: From) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([each, value]) => [each, map(value)]));
}

describe('a value in MessagePack', () => {
  test('comes back as it was', () => {
    fc.assert(
      fc.property(typed, ({ type, value }) => {
        expect(decodeMsgpack(encodeMsgpack(value, type), type)).toEqual(normalized(value));
      }),
    );
  });

  test('is wholly known when nothing in it is unknown', () => {
    fc.assert(
      fc.property(typed, ({ value }) => {
        expect(isWhollyKnown(value)).toBe(!hasUnknown(value));
      }),
    );
  });

  test('is unknown with any extension, refined ones too', () => {
    expect(decodeMsgpack(Buffer.from('d40000', 'hex'), 'string')).toBe(UNKNOWN);
    // A refinement: not null, and a prefix.
    expect(decodeMsgpack(Buffer.from('c7080c8201c202a3616263', 'hex'), 'string')).toBe(UNKNOWN);
    expect(encodeMsgpack(UNKNOWN, 'number').toString('hex')).toBe('d40000');
  });

  test('may be a number in a string', () => {
    expect(decodeMsgpack(encode('123.5'), 'number')).toBe(123.5);
  });

  test('leaves out the map key __proto__, which could not be read again', () => {
    const tags = JSON.parse('{"__proto__":"x","owner":"web"}') as Record<string, string>;
    const bytes = encodeMsgpack(tags, { map: 'string' });
    expect(decodeMsgpack(bytes, { map: 'string' })).toEqual({ owner: 'web' });
  });

  test('has all of its attributes, and its texts in normal form', () => {
    const type: CtyType = { object: { given: 'string', absent: { list: 'string' } } };
    const bytes = encodeMsgpack({ given: 'e\u0301', unnamed: 1 }, type);
    expect(decodeMsgpack(bytes, type)).toEqual({ given: '\u00e9', absent: null });
  });

  test.each<[string, unknown, CtyType, string]>([
    ['a number for a string', 1, 'string', 'the value must be a string'],
    ['a string for a number', 'x', 'number', 'the value must be a number'],
    ['a list for a map', [], { map: 'string' }, 'the value must be a map'],
    [
      'something deep inside',
      { a: [{ b: 'x' }] },
      { object: { a: { list: { object: { b: 'bool' } } } } },
      'a[0].b must be a bool',
    ],
  ])('that does not fit its type is rejected: %s', (_case, data, type, message) => {
    expect(() => decodeMsgpack(encode(data), type)).toThrow(new TypeError(message));
  });
});

/** JSON has no minus zero either. */
function normalized(value: CtyValue): CtyValue {
  if (Object.is(value, -0)) return 0;
  if (typeof value !== 'object' || value === null) return value;
  return Array.isArray(value)
    ? value.map((each: CtyValue) => normalized(each))
    : mapOf({ ...value } as Record<string, CtyValue>, normalized);
}

function hasUnknown(value: CtyValue): boolean {
  if (typeof value !== 'object' || value === null) return value === UNKNOWN;
  return Object.values(value).some((each: CtyValue) => hasUnknown(each));
}
