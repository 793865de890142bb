import type { Image } from '../../provider/image/answer.generated';
import { imageOrder } from '../../provider/image/order';
import { anImage } from './an-image';

const DAY_1 = '2024-01-01T00:00:00Z';
const DAY_2 = '2024-01-02T00:00:00Z';

/** Which comes first, and why, whichever is listed first. */
function decide(x: Image, y: Image): readonly [string | undefined, string] {
  const order = imageOrder('version');
  const [winner, loser] = order.sorted([x, y]);
  expect(order.sorted([y, x])).toEqual([winner, loser]);
  if (winner === undefined || loser === undefined) throw new Error('two images were given');
  return [winner.id, order.decidingRule(winner, loser)];
}

type Change = Parameters<typeof anImage>[0];

describe('the rules of the order "version", in their order', () => {
  const base: Change = {
    distro: 'ubuntu',
    osVersion: '22.04',
    createdAt: DAY_1,
    name: 'n',
  };

  it.each<[Change, Change, string]>([
    [{ deprecated: false }, { deprecated: true, distro: 'debian' }, 'live before deprecated'],
    [
      { distro: 'debian' },
      { osVersion: '24.04' },
      'distribution in alphabetical order (debian before ubuntu)',
    ],
    [{}, { distro: undefined }, 'distribution in alphabetical order (ubuntu before unknown)'],
    [{ osVersion: '24.04' }, { edition: 'datacenter' }, 'higher OS version (24.04 over 22.04)'],
    [{}, { osVersion: undefined }, 'higher OS version (22.04 over unknown)'],
    [
      { edition: 'datacenter', language: 'zh' },
      { edition: 'standard' },
      'edition (datacenter before standard)',
    ],
    [{}, { edition: 'essentials' }, 'edition (none named before essentials)'],
    [{ language: 'en', bootMode: 'uefi' }, { language: 'zh' }, 'language (en before zh)'],
    [{}, { language: 'zh' }, 'language (none named before zh)'],
    [{ bootMode: 'bios' }, { bootMode: 'uefi', createdAt: DAY_2 }, 'boot mode (bios before uefi)'],
    [{}, { bootMode: 'uefi' }, 'boot mode (none named before uefi)'],
    [{}, { createdAt: undefined }, 'newer (2024-01-01T00:00:00Z over no known time)'],
    [
      { name: 'ubuntu' },
      { name: 'ubuntu foo' },
      'plainer name ("ubuntu" has fewer unexplained words than "ubuntu foo")',
    ],
    [{ name: 'a 10' }, { name: 'a 9' }, 'higher name in natural order (a 10 over a 9)'],
    [{}, {}, 'id in ascending order, since nothing else differs'],
  ])('%j comes before %j', (winner, loser, rule) => {
    const [a, b] = [
      anImage({ ...base, ...winner, id: 'a' }),
      anImage({ ...base, ...loser, id: 'b' }),
    ];
    expect(decide(a, b)).toEqual(['a', rule]);
  });
});

it('gives as many of the first images as are wanted, few or many', () => {
  const images = Array.from({ length: 50 }, (_, n) => anImage({ id: `img-${100 + n}`, name: 'n' }));
  const ids = images.map(({ id }) => id);
  const shuffled = [...images.slice(20), ...images.slice(0, 20).toReversed()];
  for (const count of [0, 1, 2, 32, 33, 49, 50, 60]) {
    const first = imageOrder('recent').first(shuffled, count);
    expect(first.map(({ id }) => id)).toEqual(ids.slice(0, count));
  }
});
