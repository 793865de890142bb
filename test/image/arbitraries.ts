/** Random images and queries for property tests: small sets of values, so that ties and matches are common. */
import fc from 'fast-check';
import type { Image } from '../../provider/image/answer.generated';
import type { ImageAlternative } from '../../provider/image/query.generated';
import type { TargetListing } from '../../provider/image/select';
import {
  ARCHITECTURES,
  BOOT_MODES,
  IMAGE_STATUSES,
  OS_TYPES,
  OWNERS,
} from '../../provider/image/words';

const instants = [
  '2023-12-31T23:59:59Z',
  '2024-01-01T00:00:00Z',
  '2024-03-22T10:00:00Z',
  '2024-03-22T10:00:00.500Z',
  '2025-06-01T00:00:00Z',
];
const versions = ['8.9', '8.10', '9.10', '13.04', '22.04', '2012', '2012 R2', '15 SP5'];
const names = ['ubuntu 9.10', 'ubuntu 13.04', 'Ubuntu Server 22.04', 'golden-web', ''];
const languages = ['en', 'zh', 'ja'];
const editions = ['datacenter', 'standard', 'web'];

const ids = Array.from({ length: 30 }, (_, n) => `img-${n}`);

const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

/** An image of one place; its id says nothing of its other fields. */
export const anyImage: fc.Arbitrary<Image> = fc
  .record({
    cloud: fc.constantFrom('alicloud' as const, 'tencentcloud' as const),
    region: fc.constantFrom('a', 'b'),
    id: fc.constantFrom(...ids),
    name: fc.constantFrom(...names),
    osType: optional(fc.constantFrom(...OS_TYPES)),
    distro: optional(fc.constantFrom('ubuntu', 'rocky')),
    osVersion: optional(fc.constantFrom(...versions)),
    architecture: optional(fc.constantFrom(...ARCHITECTURES)),
    bootMode: optional(fc.constantFrom(...BOOT_MODES)),
    language: optional(fc.constantFrom(...languages)),
    edition: optional(fc.constantFrom(...editions)),
    variant: optional(fc.constantFrom('base', 'gpu')),
    owner: optional(fc.constantFrom(...OWNERS)),
    status: optional(fc.constantFrom(...IMAGE_STATUSES)),
    deprecated: optional(fc.boolean()),
    createdAt: optional(fc.constantFrom(...instants)),
    buildDate: optional(fc.constantFrom('2024-03-22', '2024-07-12', '2025-06-01')),
    cloudInit: optional(fc.boolean()),
  })
  .map((fields) => {
    const present = Object.fromEntries(
      Object.entries(fields).filter(([, value]) => value !== undefined),
    ) as unknown as Image;
    return {
      ...present,
      target: `${fields.cloud}/${fields.region}`,
      inferred: [],
      raw: '{}',
    };
  });

/** Images of one target, each id once. */
export function imagesOf(cloud: Image['cloud'], region: string): fc.Arbitrary<readonly Image[]> {
  return fc
    .uniqueArray(anyImage, { selector: ({ id }) => id, maxLength: 20 })
    .map((images) =>
      images.map((image) => ({ ...image, cloud, region, target: `${cloud}/${region}` })),
    );
}

/** A listing of one target. */
export const anyListing: fc.Arbitrary<TargetListing> = imagesOf('alicloud', 'a').map((images) => ({
  target: { cloud: 'alicloud', region: 'a' },
  images,
}));

/** Conditions of a query, each absent as often as not. */
export const anyConditions: fc.Arbitrary<ImageAlternative> = fc.record(
  {
    name: fc.constantFrom(...names.filter((name) => name !== '')),
    nameRegex: fc.constantFrom('(?i)^ubuntu', '\\d', 'web$'),
    excludeNameRegex: fc.constantFrom('golden', '9'),
    osType: fc.constantFrom(...OS_TYPES),
    distro: fc.constantFrom('ubuntu', 'rocky'),
    osVersion: fc.constantFrom('8', '22.04', '>=9 <14', '2012'),
    architecture: fc.constantFrom(...ARCHITECTURES),
    bootMode: fc.constantFrom(...BOOT_MODES),
    language: fc.constantFrom(...languages),
    edition: fc.constantFrom(...editions),
    variants: fc.constantFrom('base' as const, 'any' as const),
    owners: fc.subarray([...OWNERS], { minLength: 1 }),
    status: fc.constantFrom(...IMAGE_STATUSES, 'any' as const),
    includeDeprecated: fc.boolean(),
    cloudInit: fc.boolean(),
    createdAfter: fc.constantFrom(...instants),
    imageIds: fc.subarray(ids, { minLength: 1, maxLength: 5 }),
    excludeIds: fc.subarray(ids, { minLength: 1, maxLength: 5 }),
    minAge: fc.constantFrom('1d', '52w'),
    order: fc.constantFrom('recent' as const, 'version' as const),
    mostRecent: fc.constant(true),
    nth: fc.integer({ min: 1, max: 3 }),
  },
  { requiredKeys: [] },
);
