// Properties of the order. Cases by hand stand in order.test.ts.

import { casesOf } from '../in-full';
import fc from 'fast-check';
import type { Image } from '../../provider/image/answer.generated';
import { imageOrder } from '../../provider/image/order';
import { ORDERS } from '../../provider/image/words';
import { anyImage } from './arbitraries';

const sameImage = (a: Image, b: Image): boolean =>
  a.cloud === b.cloud && a.region === b.region && a.id === b.id;

/** From no word to many, known and unknown ones. */
const NAMES = ['', 'Ubuntu', 'ubuntu foo bar', 'zzz', 'a very long name of nothing', 'Ubuntu 99'];

// A private image, so that its id never stands in for its name.
const withName = (base: Image, name: string): Image => ({ ...base, owner: 'self', name });

// Keys of the test's own, so that production cannot vouch for itself.
const versionOf = ({ osVersion }: Image): string => osVersion ?? '';
const msOf = ({ createdAt, buildDate }: Image): number =>
  createdAt !== undefined
    ? Date.parse(createdAt)
    : buildDate === undefined
      ? -1
      : Date.parse(`${buildDate}T00:00:00Z`);

describe.each(ORDERS)('the order "%s"', (order) => {
  const { compare } = imageOrder(order);

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
      { numRuns: casesOf(3000) },
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

  it('finds the first images without sorting the others', () => {
    const images = fc.uniqueArray(anyImage, { selector: (i) => `${i.target} ${i.id}` });
    fc.assert(
      fc.property(images, fc.integer({ min: 1, max: 40 }), (list, count) => {
        const { first: firstOf } = imageOrder(order);
        expect(firstOf(list, count)).toEqual(list.toSorted(compare).slice(0, count));
      }),
    );
  });

  it('never lets a plainer name or a name beat a version or an instant', () => {
    const anyName = fc.constantFrom(...NAMES);
    fc.assert(
      fc.property(anyImage, anyImage, anyName, anyName, (a, b, nameOfA, nameOfB) => {
        fc.pre(versionOf(a) !== versionOf(b) || msOf(a) !== msOf(b));
        const nameless = compare(withName(a, ''), withName(b, ''));
        const named = compare(withName(a, nameOfA), withName(b, nameOfB));
        expect(Math.sign(named)).toBe(Math.sign(nameless));
      }),
      { numRuns: casesOf(1000) },
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
