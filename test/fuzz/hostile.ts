/** Values that nobody should send: wrong types, cycles, depth, keys of Object.prototype. */
import fc from 'fast-check';

/** Names that every object has, and that a careless look-up takes for its own. */
export const PROTOTYPE_KEYS = [
  ...['__proto__', 'constructor', 'prototype', 'toString', 'valueOf', 'hasOwnProperty'],
] as const;

/** Nesting deeper than a stack. */
const DEEP = 5000;

export function nested(depth: number, wrap: (inner: unknown) => unknown, core: unknown): unknown {
  let value = core;
  for (let level = 0; level < depth; level += 1) value = wrap(value);
  return value;
}

const cyclicObject = fc.constantFrom('targets', 'anyOf', 'tags', 'self').map((key) => {
  const value: Record<string, unknown> = {};
  value[key] = value;
  return value;
});

const cyclicList = fc.constant(null).map(() => {
  const list: unknown[] = [];
  list.push(list);
  return list;
});

const deep = fc
  .constantFrom<(inner: unknown) => unknown>(
    (inner) => [inner],
    (inner) => ({ anyOf: inner }),
    (inner) => ({ a: inner }),
  )
  .map((wrap) => nested(DEEP, wrap, null));

const polluting = fc
  .constantFrom(...PROTOTYPE_KEYS)
  .map((key) => JSON.parse(`{"${key}":{"polluted":true,"status":"available"}}`) as unknown);

const longText = fc
  .constantFrom(' ', 'a', '(', '\\', '\0', '9', '[', '.*', '\u202e')
  .map((part) => part.repeat(3000));

const oddText = fc.constantFrom(
  ...['', ' ', '\0', '-0', 'NaN', '1e999', '../../etc/passwd', '${jndi:x}', '\u001b[31m', '🦜'],
  ...['alicloud/', '/cn-hangzhou', 'alicloud/cn-hangzhou/x', 'alicloud/../x', '7d7d', '>=', '(?P<'],
  ...PROTOTYPE_KEYS.map((key) => `alicloud/${key}`),
  ...PROTOTYPE_KEYS,
);

/** Anything at all, more often than not something of the above. */
export const hostile: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 6, arbitrary: oddText },
  {
    weight: 3,
    arbitrary: fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSet: true,
      withSparseArray: true,
      withTypedArray: true,
      withNullPrototype: true,
      maxDepth: 3,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom<unknown>(
      null,
      undefined,
      true,
      0,
      -1,
      1e300,
      Number.NaN,
      10n,
      Symbol('x'),
      () => 1,
    ),
  },
  { weight: 2, arbitrary: polluting },
  { weight: 1, arbitrary: fc.oneof(cyclicObject, cyclicList, deep, longText) },
);

/** A sound object with some of its fields changed, dropped or added, at any level. */
export function mutated(
  sound: Readonly<Record<string, unknown>>,
  value: fc.Arbitrary<unknown> = hostile,
): fc.Arbitrary<unknown> {
  const keys = [...Object.keys(sound), ...PROTOTYPE_KEYS, 'nosuchfield'];
  const change = fc.record({
    key: fc.constantFrom(...keys),
    value,
    how: fc.constantFrom('replace', 'replace', 'drop', 'inside'),
  });
  return fc.array(change, { minLength: 1, maxLength: 4 }).map((changes) => {
    const result: Record<string, unknown> = { ...sound };
    for (const { key, value: other, how } of changes) {
      const old = result[key];
      if (how === 'drop') delete result[key];
      else if (how === 'inside' && Array.isArray(old))
        put(result, key, [...(old as unknown[]), other]);
      else if (how === 'inside' && isPlain(old)) put(result, key, { ...old, extra: other });
      else put(result, key, other);
    }
    return result;
  });
}

/** As JSON.parse would: `__proto__` becomes a field like any other. */
function put(target: object, key: string, value: unknown): void {
  Object.defineProperty(target, key, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  });
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A text with a part cut out, doubled or replaced. */
export function mutatedText(sound: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const piece = fc.oneof(
    fc.string({ maxLength: 8 }),
    fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '"',
      ',',
      ':',
      '\\',
      '\n',
      '=',
      'null',
      '1e999',
      '\0',
      '\uFEFF',
    ),
    fc.constantFrom(...PROTOTYPE_KEYS.map((key) => `"${key}":{"polluted":true},`)),
    fc.constantFrom(' '.repeat(3000), '['.repeat(3000), '"'.repeat(99)),
  );
  return fc
    .tuple(
      sound,
      fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(20), piece), {
        minLength: 1,
        maxLength: 4,
      }),
    )
    .map(([text, cuts]) =>
      cuts.reduce((now, [where, length, insert]) => {
        const at = Math.floor(where * now.length);
        return now.slice(0, at) + insert + now.slice(at + length);
      }, text),
    );
}
