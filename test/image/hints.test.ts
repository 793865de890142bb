import type { Image } from '../../provider/image/answer.generated';
import { criteriaOf } from '../../provider/image/criteria';
import type { ImageAlternative } from '../../provider/image/query.generated';
import { select } from '../../provider/image/select';
import { anImage } from './an-image';

const TARGET = { cloud: 'alicloud', region: 'cn-hangzhou' } as const;
const NOW = Date.parse('2024-04-01T00:00:00Z');

/** What is said of a query that nothing matches. */
function hints(query: ImageAlternative, images: readonly Image[]): readonly string[] {
  const [criteria] = criteriaOf(query);
  if (criteria === undefined) throw new Error('a query has criteria');
  const { targets } = select(criteria, [{ target: TARGET, images }], { nowMs: NOW });
  expect(targets[0]?.images).toEqual([]);
  return targets[0]?.explanation.hints ?? [];
}

const UBUNTU = anImage();
const NAMED = (name: string, id: string): Image => anImage({ name, id });

describe('hints', () => {
  it('say so where nothing is listed at all', () => {
    expect(hints({}, [])).toEqual(['The API lists no images here at all.']);
  });

  it('show the values that the last condition saw, the most frequent first', () => {
    const images = [
      anImage({ id: 'a', architecture: 'i386' }),
      anImage({ id: 'b' }),
      anImage({ id: 'c' }),
    ];
    expect(hints({ architecture: 'arm64' }, images)).toEqual([
      'architecture(arm64) removed the last 3; seen here: x86_64 (2), i386 (1).',
    ]);
  });

  it('show five values, and how many more there are', () => {
    const images = Array.from({ length: 8 }, (_, n) => anImage({ id: `${n}`, osVersion: `${n}` }));
    expect(hints({ osVersion: '22.04', variants: 'any' }, images)).toEqual([
      'osVersion(22.04) removed the last 8; seen here: 0 (1), 1 (1), 2 (1), 3 (1), 4 (1) and 3 more.',
    ]);
  });

  it('count apart what is not known', () => {
    const images = [anImage({ id: 'a', architecture: undefined }), anImage({ id: 'b' })];
    expect(hints({ architecture: 'arm64' }, images)).toEqual([
      'architecture(arm64) removed the last 2 (for 1 of them the value is not known here); seen here: x86_64 (1).',
    ]);
    expect(hints({ cloudInit: true }, [UBUNTU])).toEqual([
      'cloudInit(true) removed the last 1 (for 1 of them the value is not known here).',
    ]);
  });

  it('show the nearest names where a name was asked for', () => {
    const images = [NAMED('Ubuntu 20.04', 'a'), NAMED('Ubuntu 22.04', 'b'), NAMED('', 'c')];
    const nearest = 'removed the last 3; nearest names: "Ubuntu 22.04", "Ubuntu 20.04".';
    expect(hints({ name: 'Ubunut 22.04' }, images)).toEqual([`name(Ubunut 22.04) ${nearest}`]);
    expect(hints({ nameRegex: '(?i)^ubunut 22\\.04' }, images)).toEqual([
      `nameRegex((?i)^ubunut 22\\.04) ${nearest}`,
    ]);
  });

  it('tell which other condition alone is in the way', () => {
    const images = [
      anImage({ id: 'a', deprecated: true }),
      anImage({ id: 'b', owner: 'marketplace', ownerId: '4711' }),
      anImage({ id: 'c', owner: 'community' }),
      anImage({ id: 'd', distro: 'debian' }),
    ];
    expect(hints({ distro: 'ubuntu' }, images)).toEqual([
      'distro(ubuntu) removed the last 1; seen here: debian (1).',
      '2 images match everything but owners(public); seen here: community (1), marketplace (account 4711) (1).',
      '1 image matches everything but includeDeprecated(false); seen here: deprecated (1).',
    ]);
  });

  it('say nothing of images that fail two conditions', () => {
    const images = [anImage({ owner: 'shared', deprecated: true })];
    expect(hints({}, images)).toEqual([
      'owners(public, self) removed the last 1; seen here: shared (1).',
    ]);
  });

  it('say how many there are where the n-th is not', () => {
    expect(hints({ nth: 2 }, [UBUNTU])).toEqual(['1 image matches, so nth = 2 is out of range.']);
    expect(hints({ nth: 3 }, [UBUNTU, anImage({ id: 'b' })])).toEqual([
      '2 images match, so nth = 3 is out of range.',
    ]);
  });
});
