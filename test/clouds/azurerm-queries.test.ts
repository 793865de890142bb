import { createWorld, type World } from '@cloudimages/simulator';
import type { ImageQuery } from '../../provider/image/query.generated';
import type { HttpClient } from '../../provider/transport/http-client';
import { httpThrough } from '../contract/harness';
import { engineOver, surroundingsOver, TODAY } from '../look-up/engine-over';

const TARGET = 'azurerm/westeurope';
const NOW = Date.parse(TODAY);

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

describe('azurerm', () => {
  it('follows no link to another host', async () => {
    const world = createWorld({ faults: [{ kind: 'pageSize', rows: 2 }] });
    const { http } = surroundingsOver(world);
    const engine = engineOver(
      world,
      {},
      {
        http: httpThrough(http as HttpClient, {
          response: (response) => ({
            ...response,
            text: response.text.replace(
              /"nextLink":"https:..azurerm.test/,
              '"nextLink":"https://evil.test',
            ),
          }),
        }),
      },
    );
    await expect(engine.getImages({ targets: [TARGET], owners: ['self'] })).rejects.toMatchObject({
      code: 'bad-response',
      reason: expect.stringContaining('leads to another host, evil.test'),
    });
  });

  it('signs in again when a token is refused, and not a second time', async () => {
    const actions = async (times: number) => {
      const world = createWorld({
        faults: [{ kind: 'unauthenticated', action: 'Images.List', times }],
      });
      const answer = await engineOver(world)
        .getImages({ targets: [TARGET], owners: ['self'], optional: true })
        .catch((error: unknown) => error);
      const tokens = world.requests().filter(({ action }) => action.startsWith('POST'));
      return [tokens.length, (answer as { code?: string }).code];
    };
    expect(await actions(1)).toEqual([2, undefined]);
    expect(await actions(9)).toEqual([2, 'unauthenticated']);
  });

  it('has at least 60 public images of official publishers in the simulated catalog', () => {
    const all = createWorld().catalog('azurerm');
    expect(all.filter(({ owner }) => owner === 'public').length).toBeGreaterThanOrEqual(60);
  });

  it('lists its locations with their names', async () => {
    expect(await engineOver(createWorld()).targets('azurerm')).toContainEqual(
      expect.objectContaining({ target: TARGET, name: 'West Europe' }),
    );
  });

  it('names what is missing beside the client id', async () => {
    const { ARM_TENANT_ID: _, ...environment } = surroundingsOver(createWorld()).environment ?? {};
    const engine = engineOver(createWorld(), {}, { environment });
    await expect(engine.getImages({ targets: [TARGET], distro: 'debian' })).rejects.toMatchObject({
      code: 'invalid-configuration',
      facts: { hint: expect.stringContaining('ARM_TENANT_ID') },
    });
    const { ARM_SUBSCRIPTION_ID: __, ...others } =
      surroundingsOver(createWorld()).environment ?? {};
    const second = engineOver(createWorld(), {}, { environment: others });
    await expect(second.getImages({ targets: [TARGET], distro: 'debian' })).rejects.toMatchObject({
      code: 'invalid-configuration',
      facts: { hint: expect.stringContaining('ARM_SUBSCRIPTION_ID') },
    });
  });
});
