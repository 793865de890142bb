import type { Image } from '../../provider/image/answer.generated';
import { nameText } from '../../provider/image/name-text';
import { imageOrder } from '../../provider/image/order';
import type { Order } from '../../provider/image/words';

// Cases of the order, rule by rule. Its properties stand in order.property.test.ts.

const DAY_1 = '2024-01-01T00:00:00Z';
const DAY_2 = '2024-01-02T00:00:00Z';

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

const first = (order: Order, ...images: readonly Image[]): string | undefined =>
  imageOrder(order).first(images, 1)[0]?.id;

/** Which comes first, and why, whichever is listed first. */
function decide(order: Order, a: Partial<Image>, b: Partial<Image>): readonly [string, string] {
  const [x, y] = [image({ id: 'a', ...a }), image({ id: 'b', ...b })];
  const [winner, loser] = imageOrder(order).first([x, y], 2);
  const [other] = imageOrder(order).first([y, x], 1);
  if (winner === undefined || loser === undefined) throw new Error('two images were given');
  expect(other).toBe(winner);
  return [winner.id, imageOrder(order).decidingRule(winner, loser)];
}

describe('the order "version"', () => {
  it('compares the time before the name, whatever the names say', () => {
    const older = { osVersion: '22.04', createdAt: DAY_1, name: 'build 10' };
    const newer = { osVersion: '22.04', createdAt: DAY_2, name: 'build 9 foo bar' };
    expect(decide('version', older, newer)).toEqual([
      'b',
      'newer (2024-01-02T00:00:00Z over 2024-01-01T00:00:00Z)',
    ]);
  });
});

describe('the text by which names are compared', () => {
  it('is the id of a public image without a name, and else the name', () => {
    const named = { id: 'ubuntu_22_04_x64.vhd', name: 'golden', owner: 'public' } as const;
    expect(nameText(image(named))).toBe('golden');
    expect(nameText(image({ ...named, name: '' }))).toBe('ubuntu_22_04_x64.vhd');
    expect(nameText(image({ ...named, name: '', owner: 'self' }))).toBe('');
  });
});

describe('the order "recent"', () => {
  it.each<[string, Partial<Image>, Partial<Image>, string]>([
    [
      'instants, not strings',
      { createdAt: '2024-03-22T10:00:00+08:00' },
      { createdAt: '2024-03-22T09:00:00Z' },
      'newer (2024-03-22T09:00:00Z over 2024-03-22T10:00:00+08:00)',
    ],
    [
      'the build date where there is no creation time',
      { createdAt: DAY_1 },
      { buildDate: '2024-07-12' },
      'newer (2024-07-12 over 2024-01-01T00:00:00Z)',
    ],
    [
      'any time before none',
      { osVersion: '24.04', name: 'z' },
      { osVersion: '9.10', createdAt: '2001-01-01T00:00:00Z' },
      'newer (2001-01-01T00:00:00Z over no known time)',
    ],
    [
      'a newer build before a higher version',
      { osVersion: '24.04', createdAt: DAY_1 },
      { osVersion: '22.04', createdAt: DAY_2 },
      'newer (2024-01-02T00:00:00Z over 2024-01-01T00:00:00Z)',
    ],
    [
      'a live image before a newer deprecated one',
      { deprecated: true, createdAt: DAY_2 },
      { createdAt: DAY_1 },
      'live before deprecated',
    ],
    [
      'the version where times are equal',
      { createdAt: DAY_1, osVersion: '9.10' },
      { createdAt: DAY_1, osVersion: '13.04' },
      'higher OS version (13.04 over 9.10)',
    ],
    [
      'the version where no image has a time',
      { osVersion: '8.9' },
      { osVersion: '8.10' },
      'higher OS version (8.10 over 8.9)',
    ],
    [
      'a known version before none',
      { name: 'z 99' },
      { osVersion: '9.10' },
      'higher OS version (9.10 over unknown)',
    ],
    [
      'the distribution before the version',
      { distro: 'ubuntu', osVersion: '24.04' },
      { distro: 'rocky', osVersion: '9' },
      'distribution in alphabetical order (rocky before ubuntu)',
    ],
    [
      'the version before the name',
      { osVersion: '22.04', name: 'zzz' },
      { osVersion: '24.04', name: 'Ubuntu' },
      'higher OS version (24.04 over 22.04)',
    ],
    [
      'the time before the name',
      { createdAt: DAY_1, name: 'Ubuntu' },
      { createdAt: DAY_2, name: 'zzz foo bar' },
      'newer (2024-01-02T00:00:00Z over 2024-01-01T00:00:00Z)',
    ],
    [
      'the plainer name',
      { name: 'Ubuntu Server 22.04 LTS qux' },
      { name: 'Ubuntu Server 22.04 LTS' },
      'plainer name ("Ubuntu Server 22.04 LTS" has fewer unexplained words than "Ubuntu Server 22.04 LTS qux")',
    ],
    [
      'the name in natural order',
      { name: 'build 9' },
      { name: 'build 10' },
      'higher name in natural order (build 10 over build 9)',
    ],
  ])('compares %s', (_, loser, winner, rule) => {
    expect(decide('recent', loser, winner)).toEqual(['b', rule]);
  });

  it('does not look at edition, language and boot mode, which could hide a newer build', () => {
    const zh = { language: 'zh', edition: 'web', bootMode: 'uefi', createdAt: DAY_2 } as const;
    expect(decide('recent', { createdAt: DAY_1 }, zh)[0]).toBe('b');
  });
});

describe('the order "version"', () => {
  it.each<[string, Partial<Image>, Partial<Image>, string]>([
    [
      'the version before the time',
      { osVersion: '22.04', createdAt: DAY_2 },
      { osVersion: '24.04', createdAt: DAY_1 },
      'higher OS version (24.04 over 22.04)',
    ],
    [
      'service packs by number',
      { osVersion: '11 SP2' },
      { osVersion: '11 SP3' },
      'higher OS version (11 SP3 over 11 SP2)',
    ],
    [
      '2012 R2 above 2012',
      { osVersion: '2012' },
      { osVersion: '2012 R2' },
      'higher OS version (2012 R2 over 2012)',
    ],
    [
      'the time inside a version',
      { osVersion: '22.04', createdAt: DAY_1 },
      { osVersion: '22.04', createdAt: DAY_2 },
      'newer (2024-01-02T00:00:00Z over 2024-01-01T00:00:00Z)',
    ],
    [
      'Datacenter before a newer Standard',
      { osType: 'windows', edition: 'standard', createdAt: DAY_2 },
      { osType: 'windows', edition: 'datacenter', createdAt: DAY_1 },
      'edition (datacenter before standard)',
    ],
    [
      'Standard before other editions',
      { osType: 'windows', edition: 'essentials' },
      { osType: 'windows', edition: 'standard' },
      'edition (standard before essentials)',
    ],
    [
      'other editions before unknown ones on Windows',
      { osType: 'windows', name: 'z' },
      { osType: 'windows', edition: 'web' },
      'edition (web before none named)',
    ],
    [
      'English before newer Chinese',
      { language: 'zh', createdAt: DAY_2 },
      { language: 'en', createdAt: DAY_1 },
      'language (en before zh)',
    ],
    [
      'no language before Chinese',
      { language: 'zh', createdAt: DAY_2 },
      { createdAt: DAY_1 },
      'language (none named before zh)',
    ],
    [
      'BIOS before newer UEFI only',
      { bootMode: 'uefi', createdAt: DAY_2 },
      { bootMode: 'bios', createdAt: DAY_1 },
      'boot mode (bios before uefi)',
    ],
    [
      'unknown boot modes before UEFI only',
      { bootMode: 'uefi', createdAt: DAY_2 },
      {},
      'boot mode (none named before uefi)',
    ],
    [
      'the edition before the language',
      { osType: 'windows', edition: 'standard', language: 'en' },
      { osType: 'windows', edition: 'datacenter', language: 'zh' },
      'edition (datacenter before standard)',
    ],
    [
      'the language before the boot mode',
      { language: 'zh' },
      { language: 'en', bootMode: 'uefi' },
      'language (en before zh)',
    ],
  ])('compares %s', (_, loser, winner, rule) => {
    expect(decide('version', loser, winner)).toEqual(['b', rule]);
  });

  it.each<[string, Partial<Image>, Partial<Image>]>([
    ['BIOS and UEFI-preferred', { bootMode: 'bios' }, { bootMode: 'uefi-preferred' }],
    ['English and no language', { language: 'en' }, {}],
    ['two other languages', { language: 'zh' }, { language: 'ja' }],
    ['two other editions', { edition: 'web' }, { edition: 'essentials' }],
    ['9.3 and 9.3.0', { osVersion: '9.3' }, { osVersion: '9.3.0' }],
  ])('has no preference between %s, so the time decides', (_, a, b) => {
    expect(decide('version', { ...a, createdAt: DAY_1 }, { ...b, createdAt: DAY_2 })[0]).toBe('b');
    expect(decide('version', { ...b, createdAt: DAY_1 }, { ...a, createdAt: DAY_2 })[0]).toBe('b');
  });
});

describe('both orders', () => {
  it.each(['recent', 'version'] as const)(
    '%s: the lower id decides when nothing else differs, and that is arbitrary',
    (order) => {
      const [a, b] = [image({ id: 'a' }), image({ id: 'b' })];
      expect(first(order, b, a)).toBe('a');
      expect(imageOrder(order).isArbitrary(a, b)).toBe(true);
      expect(imageOrder(order).isArbitrary(image({ id: 'a', name: 'x' }), b)).toBe(false);
      expect(decide(order, { id: 'b' }, { id: 'a' })).toEqual([
        'a',
        'id in ascending order, since nothing else differs',
      ]);
    },
  );

  it('take the id of a cloud’s own image for its missing name, and no other image’s id', () => {
    const own = { owner: 'public' } as const;
    const ids = [{ id: 'ubuntu_22_04_foo_bar' }, { id: 'ubuntu_22_04' }] as const;
    expect(decide('version', { ...own, ...ids[0] }, { ...own, ...ids[1] })[0]).toBe('ubuntu_22_04');
    expect(decide('version', { ...own, ...ids[0] }, { ...own, ...ids[1] })[1]).toMatch(
      /^plainer name/,
    );
    expect(decide('version', ids[0], ids[1])[1]).toMatch(/^id in ascending order/);
  });

  it('say on which basis an image came first', () => {
    const basis = (order: Order, fields: Partial<Image>) =>
      imageOrder(order).basisOf(image(fields));
    expect(basis('version', { osVersion: '22.04', createdAt: DAY_1 })).toBe('version');
    expect(basis('version', { createdAt: DAY_1 })).toBe('createdAt');
    expect(basis('recent', { osVersion: '22.04', createdAt: DAY_1 })).toBe('createdAt');
    expect(basis('recent', { osVersion: '22.04', buildDate: '2024-01-01' })).toBe('buildDate');
    expect(basis('recent', { osVersion: '22.04' })).toBe('version');
    expect(basis('recent', {})).toBe('name');
  });
});
