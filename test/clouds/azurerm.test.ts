import { createWorld, type World } from '@cloudimages/simulator';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { instanceArchitecture } from '../../provider/clouds/azurerm/vm-sizes';
import { flatten } from '../../provider/clouds/azurerm/image';
import { offersOf } from '../../provider/clouds/azurerm/publishers';
import { CLOUDS } from '../../provider/clouds/index';
import { readImage } from '../../provider/clouds/definition/read-image';
import type { ImageQuery } from '../../provider/image/query.generated';
import { engineOver, TODAY } from '../look-up/engine-over';
import { readImages } from './read-fixture';

const TARGET = 'azurerm/westeurope';
const NOW = Date.parse(TODAY);

function fixture(name: string): unknown {
  const file = path.join(__dirname, `../fixtures/azurerm/${name}.json`);
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** One object of Azure, in the shape of the REST API or as `az` prints it. */
function readOne(raw: unknown, region = 'westus') {
  const problems: string[] = [];
  const target = { cloud: 'azurerm', region } as const;
  const report = (problem: string) => problems.push(problem);
  const object = flatten(raw as Record<string, unknown>);
  const image = readImage(CLOUDS.azurerm, target, object, report, { nowMs: NOW });
  expect(problems).toEqual([]);
  const { raw: _, ...others } = image;
  return others;
}

describe('azurerm reads', () => {
  const place = { cloud: 'azurerm', region: 'westus', target: 'azurerm/westus' };

  it('a version of Red Hat in the shape of the REST API', () => {
    expect(readOne(fixture('rest-get-rhel-79'))).toStrictEqual({
      ...place,
      id: 'RedHat:RHEL:79-gen2:7.9.2022032206',
      name: 'RedHat:RHEL:79-gen2:7.9.2022032206',
      osType: 'linux',
      distro: 'rhel',
      osVersion: '7.9',
      architecture: 'x86_64',
      bootMode: 'uefi',
      variant: 'base',
      owner: 'public',
      ownerId: 'RedHat',
      status: 'available',
      deprecated: false,
      buildDate: '2022-03-22',
      family: 'RedHat:RHEL:79-gen2',
      sizeGiB: 64,
      minDiskGiB: 64,
      disks: [{ usage: 'system', sizeGiB: 64 }],
      inferred: ['buildDate', 'distro', 'osVersion', 'variant'],
    });
  });

  it('Ubuntu 20.04 as az prints it: no architecture, and a day with a number in the version', () => {
    expect(readOne(fixture('cli-show-ubuntu-focal'))).toStrictEqual({
      ...place,
      id: 'Canonical:0001-com-ubuntu-server-focal:20_04-lts-gen2:20.04.202401291',
      name: 'Canonical:0001-com-ubuntu-server-focal:20_04-lts-gen2:20.04.202401291',
      osType: 'linux',
      distro: 'ubuntu',
      osVersion: '20.04',
      architecture: 'x86_64',
      bootMode: 'uefi',
      variant: 'base',
      owner: 'public',
      ownerId: 'Canonical',
      status: 'available',
      deprecated: false,
      buildDate: '2024-01-29',
      family: 'Canonical:0001-com-ubuntu-server-focal:20_04-lts-gen2',
      sizeGiB: 30,
      minDiskGiB: 30,
      disks: [{ usage: 'system', sizeGiB: 30 }],
      inferred: ['architecture', 'buildDate', 'distro', 'osVersion', 'variant'],
    });
  });

  it('Windows Server 2022 as az prints it: the day is the last number of the version', () => {
    expect(readOne(fixture('cli-show-windows-2022'))).toMatchObject({
      id: 'MicrosoftWindowsServer:WindowsServer:2022-datacenter-azure-edition:20348.1906.230803',
      osType: 'windows',
      distro: 'windows-server',
      osVersion: '2022',
      edition: 'datacenter',
      owner: 'public',
      buildDate: '2023-08-03',
      sizeGiB: 127,
    });
  });

  it('the example of the specification: deprecated by its date, with a plan', () => {
    const { images, problems } = readImages('azurerm', 'aaaaa', 'spec-list-with-properties', NOW);
    expect(problems).toEqual([]);
    expect(images).toMatchObject([
      {
        id: 'aaaaaaaaaaa',
        osType: 'windows',
        architecture: 'x86_64',
        bootMode: 'bios',
        deprecated: true,
        deprecatedAt: '2023-01-13T00:00:00Z',
      },
    ]);
    const { value } = fixture('spec-list-with-properties') as { value: Record<string, unknown>[] };
    expect(CLOUDS.azurerm.beforeStart?.(flatten(value[0] ?? {}))).toEqual([
      { code: 'must-be-accepted', message: expect.stringContaining('--plan aaaaaaaaa`') },
    ]);
  });

  it('every alias of the Azure CLI as an offer of an official publisher', () => {
    const aliases = Object.values(fixture('azure-cli-image-aliases') as object).flatMap((group) =>
      Object.values(group as Record<string, { publisher: string; offer: string }>),
    );
    expect(aliases.length).toBeGreaterThan(15);
    const official = new Set(
      CLOUDS.azurerm.publishers?.flatMap(({ accounts }) => Object.values(accounts).flat()),
    );
    for (const { publisher, offer } of aliases) {
      expect([publisher, official.has(publisher)]).toEqual([publisher, true]);
      expect([offer, offersOf(publisher, undefined).keeps(offer)]).toEqual([offer, true]);
    }
  });
});

describe('the architecture of a VM size', () => {
  it.each([
    ['Standard_D4s_v5', 'x86_64'],
    ['Standard_D4ps_v5', 'arm64'],
    ['Standard_B2pts_v2', 'arm64'],
    ['Standard_E8-4as_v5', 'x86_64'],
    ['Standard_NC24ads_A100_v4', 'x86_64'],
    ['Standard_NC4as_T4_v3', 'x86_64'],
    ['Standard_ND128isr_NDR_GB200_v6', 'arm64'],
    ['Standard_DS1_v2', 'x86_64'],
    ['Standard_M416ms_v2', 'x86_64'],
    ['Standard_DC2s_v3', 'x86_64'],
    ['Basic_A1', 'x86_64'],
    ['m7g.large', undefined],
    ['Standard_', undefined],
  ])('%s is %s', (size, architecture) => {
    expect(instanceArchitecture(size)).toBe(architecture);
  });
});

async function ask(query: ImageQuery, world: World = createWorld({ now: () => NOW })) {
  const answer = await engineOver(world).getImages({ targets: [TARGET], optional: true, ...query });
  const requests = world.requests().map(({ action, parameters }) => ({ action, parameters }));
  return { ...answer, requests };
}

describe('a query of azurerm', () => {
  it.each<[string, ImageQuery, string]>([
    [
      'Ubuntu 24.04 x86_64',
      { distro: 'ubuntu', osVersion: '24.04', architecture: 'x86_64', bootMode: 'uefi' },
      'Canonical:ubuntu-24_04-lts:server:24.04.202503050',
    ],
    [
      'Windows Server 2022',
      { distro: 'windows-server', osVersion: '2022', bootMode: 'uefi' },
      'MicrosoftWindowsServer:WindowsServer:2022-datacenter-g2:20348.3328.250307',
    ],
    [
      'Debian 12 arm64',
      { distro: 'debian', osVersion: '12', architecture: 'arm64' },
      'Debian:debian-12:12-arm64:0.20250316.2053',
    ],
    [
      'Rocky 9',
      { distro: 'rocky', osVersion: '9', architecture: 'x86_64' },
      'resf:rockylinux-x86_64:9-base:9.5.20241118',
    ],
    [
      'Oracle Linux 9, whose 9.4.10 is newer than 9.4.2',
      { distro: 'oracle', osVersion: '9' },
      'Oracle:Oracle-Linux:ol94-lvm-gen2:9.4.10',
    ],
    [
      'the newest Red Hat 8, which is 8.10',
      { distro: 'rhel', osVersion: '8', bootMode: 'uefi' },
      'RedHat:RHEL:8-lvm-gen2:8.10.2024060517',
    ],
    [
      'Fedora, which is in a community gallery',
      { distro: 'fedora', architecture: 'arm64' },
      '/communityGalleries/Fedora-5e266ba4-2250-406d-adad-5d73860d958f/images/Fedora-Cloud-42-Arm64/versions/42.20250414.0',
    ],
  ])('finds %s', async (_, query, id) => {
    const { images } = await ask(query);
    expect(images[0]?.id).toBe(id);
  });

  it('requests only the offers of its distribution', async () => {
    const { requests } = await ask({ distro: 'debian' });
    const paths = requests.map(({ action, parameters }) => [
      action.split('.').pop(),
      parameters['publisher'],
      parameters['offer'],
    ]);
    expect(new Set(paths.map(([, publisher]) => publisher).filter(Boolean))).toEqual(
      new Set(['Debian']),
    );
    expect(new Set(paths.map(([, , offer]) => offer).filter(Boolean))).toEqual(
      new Set(['debian-11', 'debian-12']),
    );
    // Daily builds are in an offer of their own, which is not asked.
    expect(requests).toHaveLength(1 + 1 + 2 + 5);
  });

  it('requests one list for a family', async () => {
    const { images, requests } = await ask({ family: 'Canonical:ubuntu-24_04-lts:server' });
    expect(images[0]?.id).toBe('Canonical:ubuntu-24_04-lts:server:24.04.202503050');
    expect(requests.map(({ action }) => action)).toEqual([
      'POST /oauth2/v2.0/token',
      'VirtualMachineImages.List',
    ]);
  });

  it('chooses no image of a stranger, however new', async () => {
    const { images } = await ask({ distro: 'ubuntu', variants: 'any', includeDeprecated: true });
    expect(images.length).toBeGreaterThan(10);
    expect(new Set(images.map(({ ownerId }) => ownerId))).toEqual(new Set(['Canonical']));
  });

  it('warns about the plan and the terms of an image', async () => {
    const { warnings } = await ask({ distro: 'rocky', osVersion: '9', architecture: 'x86_64' });
    expect(warnings).toContainEqual(
      expect.objectContaining({
        code: 'must-be-accepted',
        message: expect.stringContaining(
          'az vm image terms accept --publisher resf --offer rockylinux-x86_64 --plan 9-base',
        ),
      }),
    );
  });

  it('finds own images: managed ones, and versions that replicate to the location', async () => {
    const { images } = await ask({ owners: ['self'], variants: 'any', order: 'recent' });
    const names = images.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining([
        'golden-ubuntu-24.04-20250601',
        'golden/ubuntu-24.04-web/1.10.0',
        'golden/ubuntu-24.04-web/1.9.0',
      ]),
    );
    // In another location, or excluded from latest.
    expect(names).not.toContain('golden/ubuntu-24.04-web/1.8.0');
    expect(names).not.toContain('golden/ubuntu-24.04-web/1.11.0');
    expect(names).not.toContain('golden-debian-12-20250601');
  });

  it('finds images of galleries by native parameters', async () => {
    const native = { azurerm: { galleryName: 'GOLDEN', galleryImageName: 'ubuntu-24.04-web' } };
    const { images } = await ask({ owners: ['self'], native });
    expect(images.map(({ name }) => name)).toEqual([
      'golden/ubuntu-24.04-web/1.10.0',
      'golden/ubuntu-24.04-web/1.9.0',
    ]);
  });

  it('finds shared images, and those of a community gallery that is named', async () => {
    const shared = await ask({ owners: ['shared'] });
    expect(shared.images.map(({ id }) => id)).toEqual([
      '/sharedGalleries/22222222-3333-4444-5555-666666666666-PARTNER/images/ubuntu-24.04-partner/versions/2.0.0',
    ]);
    const community = await ask({ owners: ['Images4All-0a1b2c3d-1111-2222-3333-444455556666'] });
    expect(community.images).toMatchObject([{ owner: 'community' }]);
  });

  it('finds images of a publisher that is named, with the plan of each', async () => {
    const native = { azurerm: { publisherName: 'cloudcorp2', offer: 'ubuntu-24_04-hardened' } };
    const { images } = await ask({ owners: ['marketplace'], native });
    expect(images.map(({ id }) => id)).toEqual(['cloudcorp2:ubuntu-24_04-hardened:gen2:1.0.3']);
  });

  it.each([
    ['marketplace', 'Add native.azurerm.publisherName'],
    ['community', 'Add native.azurerm.publicGalleryName'],
  ])('for all of the %s is refused, with what to add', async (owner, message) => {
    await expect(ask({ owners: [owner] })).rejects.toMatchObject({
      code: 'invalid-query',
      facts: { issues: [{ message: expect.stringContaining(message) }] },
    });
  });

  it('finds an id of each form, and says nothing of one that does not exist', async () => {
    const ids = [
      'Canonical:ubuntu-24_04-lts:server:24.04.202409120',
      '/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/images/providers/Microsoft.Compute/images/golden-ubuntu-24.04-20250601',
      '/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/images/providers/Microsoft.Compute/galleries/golden/images/ubuntu-24.04-web/versions/1.9.0',
      '/communityGalleries/Fedora-5e266ba4-2250-406d-adad-5d73860d958f/images/Fedora-Cloud-42-x64/versions/42.20250414.0',
      '/sharedGalleries/22222222-3333-4444-5555-666666666666-PARTNER/images/ubuntu-24.04-partner/versions/2.0.0',
    ];
    const none = [
      'Canonical:ubuntu-24_04-lts:server:1.2.3',
      '/communityGalleries/Fedora-5e266ba4-2250-406d-adad-5d73860d958f/images/none/versions/1.0.0',
    ];
    const { images } = await ask({ imageIds: [...ids, ...none] });
    expect(images.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
    expect(images.every(({ architecture, name }) => name !== '' && architecture !== 'arm64')).toBe(
      true,
    );
  });

  it('fails as a whole where one of its lists fails', async () => {
    const world = createWorld({
      now: () => NOW,
      faults: [{ kind: 'forbidden', action: 'VirtualMachineImages.List', skip: 3, times: 1 }],
    });
    await expect(ask({ distro: 'debian' }, world)).rejects.toMatchObject({
      code: 'forbidden',
      facts: { operation: 'VirtualMachineImages.ListWithProperties' },
    });
  });

  it('names the nearest locations where there is none of its name', async () => {
    const engine = engineOver(createWorld());
    await expect(
      engine.getImages({ targets: ['azurerm/westeurop'], distro: 'debian' }),
    ).rejects.toMatchObject({ reason: expect.stringContaining('The nearest are westeurope') });
  });
});
