import fc from 'fast-check';
import type { Image } from '../../provider/image/answer.generated';
import { compareImages, decidingRule } from '../../provider/image/order';
import { ORDERS } from '../../provider/image/words';
import { anyImage } from './arbitraries';

const sameImage = (a: Image, b: Image): boolean =>
  a.cloud === b.cloud && a.region === b.region && a.id === b.id;

const image = (fields: Partial<Image>): Image => ({
  cloud: 'alicloud',
  region: 'a',
  target: 'alicloud/a',
  id: 'img',
  name: '',
  inferred: [],
  raw: '{}',
  ...fields,
});

const first = (order: (typeof ORDERS)[number], ...images: readonly Image[]): string | undefined =>
  images.toSorted(compareImages(order))[0]?.id;

describe.each(ORDERS)('the order "%s"', (order) => {
  const compare = compareImages(order);

  it('is antisymmetric', () => {
    fc.assert(
      fc.property(anyImage, anyImage, (a, b) => {
        expect(Math.sign(compare(a, b)) + Math.sign(compare(b, a))).toBe(0);
      }),
    );
  });

  it('is transitive', () => {
    fc.assert(
      fc.property(anyImage, anyImage, anyImage, (a, b, c) => {
        fc.pre(compare(a, b) <= 0 && compare(b, c) <= 0);
        expect(compare(a, c)).toBeLessThanOrEqual(0);
      }),
      { numRuns: 3000 },
    );
  });

  it('never calls two images equal', () => {
    fc.assert(
      fc.property(anyImage, anyImage, (a, b) => {
        fc.pre(!sameImage(a, b));
        expect(compare(a, b)).not.toBe(0);
      }),
    );
  });

  it('does not depend on the order in which a server answers', () => {
    const images = fc.uniqueArray(anyImage, { selector: (i) => `${i.target} ${i.id}` });
    const shuffled = images.chain((list) =>
      fc.tuple(
        fc.constant(list),
        fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        expect(list.toSorted(compare)).toEqual(other.toSorted(compare));
      }),
    );
  });

  it('puts live images before deprecated ones', () => {
    fc.assert(
      fc.property(anyImage, anyImage, (a, b) => {
        expect(compare({ ...a, deprecated: false }, { ...b, deprecated: true })).toBeLessThan(0);
      }),
    );
  });
});

describe('recency', () => {
  it('compares instants, not texts', () => {
    const early = image({ id: 'early', createdAt: '2024-03-22T10:00:00+08:00' });
    const late = image({ id: 'late', createdAt: '2024-03-22T09:00:00Z' });
    expect(first('recent', early, late)).toBe('late');
  });

  it('takes the build date where there is no creation time', () => {
    const named = image({ id: 'named', buildDate: '2024-07-12' });
    const created = image({ id: 'created', createdAt: '2024-03-22T00:00:00Z' });
    expect(first('recent', named, created)).toBe('named');
  });

  it('puts images without any time last', () => {
    const timeless = image({ id: 'timeless', osVersion: '24.04' });
    const dated = image({ id: 'dated', osVersion: '9.10', createdAt: '2001-01-01T00:00:00Z' });
    expect(first('recent', timeless, dated)).toBe('dated');
  });

  it.each([
    ['9.10', '13.04'],
    ['8.9', '8.10'],
    ['2012', '2012 R2'],
    ['11 SP3', '11 SP4'],
  ])('decides equal times by version: %s before %s is wrong', (lower, higher) => {
    const createdAt = '2024-01-01T00:00:00Z';
    const a = image({ id: 'a', createdAt, osVersion: lower });
    const b = image({ id: 'b', createdAt, osVersion: higher });
    expect(first('recent', a, b)).toBe('b');
    expect(decidingRule('recent', b, a)).toBe(`higher OS version (${higher} over ${lower})`);
  });

  it('decides by version alone where no image has a time', () => {
    const a = image({ id: 'a', osVersion: '9.10' });
    const b = image({ id: 'b', osVersion: '13.04' });
    expect(first('recent', a, b)).toBe('b');
  });

  it('decides by name in natural order when nothing else differs, then by id', () => {
    expect(
      first('recent', image({ id: 'a', name: 'build 9' }), image({ id: 'b', name: 'build 10' })),
    ).toBe('b');
    expect(first('recent', image({ id: 'b' }), image({ id: 'a' }))).toBe('a');
  });

  it('lets the version come first when asked', () => {
    const old = image({ id: 'old', osVersion: '24.04', createdAt: '2024-05-01T00:00:00Z' });
    const newer = image({ id: 'newer', osVersion: '22.04', createdAt: '2025-05-01T00:00:00Z' });
    expect(first('recent', old, newer)).toBe('newer');
    expect(first('version', old, newer)).toBe('old');
  });
});
