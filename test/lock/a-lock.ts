/** Locks for tests. */
import {
  CANONICAL_VERSION,
  canonicalKey,
  LOCK_VERSION,
  type Lock,
  type LockedTarget,
} from '@cloudimages/lock';
import fc from 'fast-check';
import { anyText } from '../any-text';

/** An entry with one image. */
export const anEntry = (change: Partial<LockedTarget> = {}): LockedTarget => ({
  images: [{ id: 'm-1', name: 'ubuntu', digest: `1:${'0'.repeat(32)}`, cloud: 'alicloud' }],
  lockedAt: '2026-01-31T12:00:00Z',
  release: '0.1.0',
  ...change,
});

const id = fc.stringMatching(/^[a-z0-9-]{1,12}$/);

const entry: fc.Arbitrary<LockedTarget> = fc
  .record({
    images: fc.array(
      fc.record({
        id,
        name: anyText(),
        digest: fc.constant(`1:${'a'.repeat(32)}`),
        architecture: fc.constantFrom('x86_64', 'arm64'),
        sizeGiB: fc.integer({ min: 1, max: 500 }),
        inferred: fc.subarray(['distro', 'osVersion']),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    lockedAt: fc.constantFrom('2026-01-31T12:00:00Z', '2026-02-01T00:00:00.000Z'),
    release: fc.constant('0.1.0'),
  })
  .map((fields) => fields);

const query = fc.record({ distro: fc.constantFrom('ubuntu', 'debian'), osVersion: fc.string() });

/** Any lock that a file can hold. */
export const arbitraryLock: fc.Arbitrary<Lock> = fc
  .array(
    fc.tuple(
      fc.option(fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/)),
      query,
      fc.dictionary(
        fc.constantFrom('public', 'prod', 'dev'),
        fc.dictionary(fc.constantFrom('alicloud/cn-hangzhou', 'qcloud/ap-guangzhou'), entry),
      ),
    ),
    { maxLength: 4 },
  )
  .map((queries) => ({
    lockVersion: LOCK_VERSION,
    queries: Object.fromEntries(
      queries.map(([name, asked, scopes]) => [
        name ?? canonicalKey(asked),
        { canonicalVersion: CANONICAL_VERSION, query: asked, scopes },
      ]),
    ),
  }));
