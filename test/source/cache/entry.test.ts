import { gzipSync } from 'node:zlib';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { Image } from '../../../provider/image/answer.generated';
import { createEntryCodec, type CachedListing } from '../../../provider/source/cache/entry';

const TARGET = { cloud: 'alicloud', region: 'cn-hangzhou' } as const;
const KEY = '0.1.0 alicloud 2014-05-26 https://ecs.aliyuncs.com cn-hangzhou 0123456789abcdef []';
const SECRET = 'a key of more than sixteen characters';

function imageOf(id: string): Image {
  return {
    ...{ cloud: 'alicloud', region: 'cn-hangzhou', target: 'alicloud/cn-hangzhou' },
    ...{ id, name: `name of ${id}`, inferred: ['distro'], raw: `{"ImageId":"${id}"}` },
  };
}

const ENTRY: CachedListing = {
  listing: { images: [imageOf('m-1'), imageOf('m-2')], notes: ['a note'] },
  listedAtMs: Date.parse('2026-01-02T03:04:05Z'),
};

const CODECS = [
  ['without a key', createEntryCodec(undefined)],
  ['with a key', createEntryCodec(SECRET)],
] as const;

describe.each(CODECS)('an entry %s', (_case, codec) => {
  test('decodes to the listing that was encoded', async () => {
    expect(await codec.decode(KEY, TARGET, await codec.encode(KEY, ENTRY))).toEqual(ENTRY);
  });

  test('is a miss when any byte of it was changed', async () => {
    const bytes = await codec.encode(KEY, ENTRY);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(bytes.length - 1),
        fc.integer({ min: 1, max: 255 }),
        async (at, change) => {
          const changed = Buffer.from(bytes);
          changed[at] = (changed[at] ?? 0) ^ change;
          expect(await codec.decode(KEY, TARGET, changed)).toBeUndefined();
        },
      ),
    );
  });

  test('is a miss when it was cut or extended', async () => {
    const bytes = await codec.encode(KEY, ENTRY);
    for (let length = 0; length < bytes.length; length += 1) {
      expect(await codec.decode(KEY, TARGET, bytes.subarray(0, length))).toBeUndefined();
    }
    const longer = Buffer.concat([bytes, Buffer.of(0)]);
    expect(await codec.decode(KEY, TARGET, longer)).toBeUndefined();
  });

  test('is a miss when it was stored under another key', async () => {
    const bytes = await codec.encode(`${KEY} other`, ENTRY);
    expect(await codec.decode(KEY, TARGET, bytes)).toBeUndefined();
  });

  test('is a miss for another target', async () => {
    const bytes = await codec.encode(KEY, ENTRY);
    const other = { cloud: 'alicloud', region: 'cn-beijing' } as const;
    expect(await codec.decode(KEY, other, bytes)).toBeUndefined();
  });

  test.each(['', 'CIL1', 'not an entry', '{}'])('is a miss when it is %j', async (text) => {
    expect(await codec.decode(KEY, TARGET, Buffer.from(text))).toBeUndefined();
  });
});

describe('an entry', () => {
  const plain = createEntryCodec(undefined);

  test('shows nothing of the listing when it is encrypted, and is different each time', async () => {
    const codec = createEntryCodec(SECRET);
    const [bytes, again] = [await codec.encode(KEY, ENTRY), await codec.encode(KEY, ENTRY)];
    expect(bytes.equals(again)).toBe(false);
    expect(bytes.includes(Buffer.from([0x1f, 0x8b]))).toBe(false);
    expect(bytes.toString('latin1')).not.toMatch(/m-1|alicloud|ImageId/);
  });

  test('is a miss for another key, and for none', async () => {
    const bytes = await createEntryCodec(SECRET).encode(KEY, ENTRY);
    expect(await createEntryCodec(`${SECRET}!`).decode(KEY, TARGET, bytes)).toBeUndefined();
    expect(await plain.decode(KEY, TARGET, bytes)).toBeUndefined();
  });

  test('is a miss when a key is set and whoever wrote it had none', async () => {
    const bytes = await plain.encode(KEY, ENTRY);
    expect(await createEntryCodec(SECRET).decode(KEY, TARGET, bytes)).toBeUndefined();
  });

  test('has a name that depends on the key of the listing and on the secret', () => {
    const names = [
      plain.nameOf(KEY),
      plain.nameOf(`${KEY}x`),
      createEntryCodec(SECRET).nameOf(KEY),
      createEntryCodec(`${SECRET}!`).nameOf(KEY),
    ];
    expect(new Set(names).size).toBe(4);
    expect(names.every((name) => /^[0-9a-f]{64}$/.test(name))).toBe(true);
    expect(plain.nameOf(KEY)).toBe(names[0]);
  });

  test('is not decompressed beyond the limit', async () => {
    const bytes = await plain.encode(KEY, ENTRY);
    expect(await createEntryCodec(undefined, 100).decode(KEY, TARGET, bytes)).toBeUndefined();
    expect(await createEntryCodec(undefined, 10_000).decode(KEY, TARGET, bytes)).toEqual(ENTRY);
  });

  test.each([
    ['no key', { listedAtMs: 1, images: [], notes: [] }],
    ['no time', { key: KEY, images: [], notes: [] }],
    ['a time that is a string', { key: KEY, listedAtMs: '1', images: [], notes: [] }],
    ['no images', { key: KEY, listedAtMs: 1, notes: [] }],
    ['an image that is null', { key: KEY, listedAtMs: 1, images: [null], notes: [] }],
    ['an image without an id', { key: KEY, listedAtMs: 1, images: [{ name: '' }], notes: [] }],
    [
      'an image of another target',
      { key: KEY, listedAtMs: 1, notes: [], images: [{ ...imageOf('m-1'), target: 'aws/x' }] },
    ],
    ['notes that are numbers', { key: KEY, listedAtMs: 1, images: [], notes: [1] }],
    ['a list', []],
    ['null', null],
  ])('is a miss when its content is well formed and has %s', async (_case, content) => {
    const body = gzipSync(JSON.stringify(content));
    const digest = createHash('sha256').update(body).digest();
    const bytes = Buffer.concat([Buffer.from('CIL1'), Buffer.of(0), digest, body]);
    expect(await plain.decode(KEY, TARGET, bytes)).toBeUndefined();
  });
});
