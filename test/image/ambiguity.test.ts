import { ambiguityOfAll, findAmbiguity, groupBy } from '../../provider/image/ambiguity';
import type { Image } from '../../provider/image/answer.generated';
import { criteriaOf } from '../../provider/image/criteria';
import { imageOrder } from '../../provider/image/order';
import type { ImageAlternative } from '../../provider/image/query.generated';
import { anImage } from './an-image';

const image = (id: string, change: Parameters<typeof anImage>[0] = {}): Image =>
  anImage({ id, name: '', ...change });

function ambiguity(query: ImageAlternative, images: readonly Image[]) {
  const [criteria] = criteriaOf(query);
  if (criteria === undefined) throw new Error('a query has criteria');
  return findAmbiguity(criteria, images, imageOrder(criteria.order));
}

const SEVERAL = [
  image('a'),
  image('b', { architecture: 'arm64', region: 'cn-beijing' }),
  image('c', { architecture: 'arm64', createdAt: '2020-01-01T00:00:00Z' }),
  image('d', { architecture: 'i386' }),
  image('e', { architecture: undefined }),
];
const BY_ARCHITECTURE = {
  field: 'architecture',
  reason: [
    'the images that match are for 3 architectures, and the query names none:',
    '  arm64: 2 images, first alicloud/cn-beijing b',
    '  i386: 1 image, first alicloud/cn-hangzhou d',
    '  x86_64: 1 image, first alicloud/cn-hangzhou a',
  ].join('\n'),
  hint: 'Add `architecture` (arm64 or i386 or x86_64) to the query, or `instanceType`.',
};

describe('findAmbiguity', () => {
  it('counts the images of each architecture, the most frequent first, and names the first of each', () => {
    expect(ambiguity({}, SEVERAL)).toEqual(BY_ARCHITECTURE);
    expect(ambiguity({}, SEVERAL.toReversed())).toEqual(BY_ARCHITECTURE);
  });

  it('refuses to compare the versions of several distributions', () => {
    const images = [image('a'), image('b', { distro: 'debian', osVersion: '12' })];
    expect(ambiguity({ order: 'version' }, images)).toEqual({
      field: 'distro',
      reason: [
        'the images that match are of 2 distributions, whose versions cannot be compared:',
        '  debian: 1 image, first alicloud/cn-hangzhou b',
        '  ubuntu: 1 image, first alicloud/cn-hangzhou a',
      ].join('\n'),
      hint: 'Add `distro` to the query, or `order: "recent"` to take the newest of them all.',
    });
    expect(ambiguity({ order: 'recent' }, images)).toBeUndefined();
  });

  it.each<[string, ImageAlternative, readonly Image[]]>([
    ['the query names the images by id', { imageIds: ['a', 'b'] }, SEVERAL],
    ['nothing matches', {}, []],
    ['all images are alike', { order: 'version' }, [image('a'), image('b')]],
    ['the only other value is unknown', {}, [image('a'), image('e', { architecture: undefined })]],
    [
      'the only other distribution is unknown',
      { order: 'version' },
      [image('a'), image('e', { distro: undefined })],
    ],
  ])('finds none where %s', (_, query, images) => {
    expect(ambiguity(query, images)).toBeUndefined();
  });
});

describe('ambiguityOfAll', () => {
  it('finds what a query for one image of all these has to name', () => {
    expect(ambiguityOfAll(SEVERAL)).toEqual(BY_ARCHITECTURE);
    expect(ambiguityOfAll([image('a'), image('b', { distro: 'debian' })])).toBeUndefined();
  });

  it('names the newest of each architecture, whatever its version is', () => {
    const newer = image('z', { osVersion: '20.04', createdAt: '2025-01-01T00:00:00Z' });
    expect(ambiguityOfAll([...SEVERAL, newer])?.reason).toContain(
      'x86_64: 2 images, first alicloud/cn-hangzhou z',
    );
  });
});

test('groupBy keeps the images of a group in their order and leaves out those without a value', () => {
  const images = ['a', 'b', 'c', 'd'].map((id) => image(id));
  const groups = groupBy(images, ({ id }) => (id === 'd' ? undefined : id === 'c' ? 'one' : 'two'));
  expect([...groups].map(([value, own]) => [value, own.map(({ id }) => id)])).toEqual([
    ['two', ['a', 'b']],
    ['one', ['c']],
  ]);
});
