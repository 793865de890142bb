import { createWorld } from '@cloudimages/simulator';
import { engineOver } from '../look-up/engine-over';
import { readAnswer, readImages } from './read-fixture';

const PLACE = { cloud: 'hcloud', region: 'global', target: 'hcloud/global' };

const NAMES = ['distro', 'osType', 'osVersion', 'variant'];

describe('hcloud reads', () => {
  it('a capture with two images of one name, for two architectures', () => {
    const ubuntu = {
      ...PLACE,
      name: 'ubuntu-20.04',
      description: 'Ubuntu 20.04',
      distro: 'ubuntu',
      osVersion: '20.04',
      osType: 'linux',
      variant: 'base',
      owner: 'public',
      status: 'available',
      minDiskGiB: 5,
      inferred: NAMES,
    };
    expect(readImages('hcloud', 'global', 'capture-two-architectures-2023')).toStrictEqual({
      images: [
        {
          ...ubuntu,
          id: '15512617',
          architecture: 'x86_64',
          createdAt: '2020-04-23T17:55:14Z',
        },
        {
          ...ubuntu,
          id: '103908070',
          architecture: 'arm64',
          createdAt: '2023-03-20T10:09:51Z',
        },
      ],
      problems: [],
      total: undefined,
      requestId: undefined,
    });
  });

  it('a capture of 2025, with times in another form', () => {
    expect(readImages('hcloud', 'global', 'capture-debian-13-2025').images).toStrictEqual([
      {
        ...PLACE,
        id: '310554929',
        name: 'debian-13',
        description: 'Debian 13',
        distro: 'debian',
        osVersion: '13',
        osType: 'linux',
        variant: 'base',
        architecture: 'x86_64',
        owner: 'public',
        status: 'available',
        createdAt: '2025-08-18T06:15:25Z',
        minDiskGiB: 5,
        inferred: NAMES,
      },
    ]);
  });

  it('the samples of hcloud-python: a time without seconds, deprecated since 2018', () => {
    const { images, problems } = readImages('hcloud', 'global', 'hcloud-python-two-images');
    const shared = {
      ...PLACE,
      distro: 'ubuntu',
      osType: 'linux',
      variant: 'base',
      architecture: 'x86_64',
      status: 'available',
      createdAt: '2016-01-30T23:50:00Z',
      deprecated: true,
      deprecatedAt: '2018-02-28T00:00:00Z',
      sizeGiB: 2.3,
      minDiskGiB: 10,
    };
    expect(problems).toEqual([]);
    expect(images).toStrictEqual([
      {
        ...shared,
        id: '4711',
        name: 'ubuntu-20.04',
        description: 'Ubuntu 20.04 Standard 64 bit',
        osVersion: '20.04',
        owner: 'self',
        inferred: NAMES,
      },
      {
        ...shared,
        id: '4712',
        name: 'ubuntu-18.10',
        description: 'Ubuntu 18.10 Standard 64 bit',
        osVersion: '18.10',
        owner: 'public',
        inferred: NAMES,
      },
    ]);
  });

  it('a refusal', () => {
    expect(readAnswer('hcloud', 'refused-token')).toEqual({
      code: 'unauthorized',
      message: 'unable to authenticate',
      requestId: undefined,
    });
  });
});

const NOW = Date.parse('2025-10-01T00:00:00Z');
const engine = () => engineOver(createWorld({ now: () => NOW }));
const targets = ['hcloud/global'];

describe('the simulated Hetzner Cloud', () => {
  it.each([
    [{ distro: 'ubuntu', osVersion: '24.04', architecture: 'x86_64' }, '161547269'],
    [{ distro: 'ubuntu', osVersion: '24.04', architecture: 'arm64' }, '161547270'],
    [{ distro: 'ubuntu', osVersion: '24.04', instanceType: 'cax11' }, '161547270'],
    [{ distro: 'ubuntu', osVersion: '24.04', instanceType: 'ccx23' }, '161547269'],
    [{ distro: 'debian', osVersion: '12', architecture: 'arm64' }, '102168873'],
    [{ distro: 'rocky', osVersion: '9', architecture: 'x86_64' }, '22168888'],
  ] as const)('has for %j the image %s', async (query, id) => {
    const answer = await engine().getImages({ targets, mostRecent: true, ...query });
    expect(answer.ids).toEqual([id]);
    expect(answer.images[0]).toMatchObject({ owner: 'public', variant: 'base', loginUser: 'root' });
  });

  it('has no Windows, and says which distributions there are', async () => {
    await expect(
      engine().getImages({ targets, distro: 'windows-server', osVersion: '2022' }),
    ).rejects.toMatchObject({
      code: 'no-match',
      message: expect.stringContaining('ubuntu'),
    });
  });

  it('counts two architectures of one name as ambiguous', async () => {
    const query = { targets, distro: 'ubuntu', osVersion: '24.04', mostRecent: true };
    await expect(engine().getImages(query)).rejects.toMatchObject({ code: 'ambiguous-match' });
  });

  it('finds a snapshot by its description, which stands for its name, and by its labels', async () => {
    const { images } = await engine().getImages({
      targets,
      nameRegex: '^golden-ubuntu-24.04-',
      tags: { env: 'production' },
      owners: ['self'],
      architecture: 'x86_64',
    });
    expect(images.map(({ name }) => name).toSorted()).toEqual([
      'golden-ubuntu-24.04-2025-05-01',
      'golden-ubuntu-24.04-2025-06-01',
    ]);
  });

  it('takes no app for a plain image, nor a snapshot with the name of a system image', async () => {
    const { images } = await engine().getImages({
      targets,
      name: 'ubuntu-24.04',
      architecture: 'x86_64',
      owners: ['public'],
    });
    expect(images.map(({ id }) => id)).toEqual(['161547269']);
    const plain = await engine().getImages({ targets, distro: 'ubuntu', osVersion: '22.04' });
    expect(plain.images.map(({ variant }) => variant)).toEqual(['base', 'base']);
  });

  it('leaves out deprecated images unless the query includes them', async () => {
    const query = {
      targets,
      distro: 'ubuntu',
      osVersion: '20.04',
      architecture: 'x86_64',
    } as const;
    await expect(engine().getImages(query)).rejects.toMatchObject({ code: 'no-match' });
    const { images } = await engine().getImages({ ...query, includeDeprecated: true });
    expect(images).toMatchObject([
      { id: '15512617', deprecated: true, deprecatedAt: '2025-05-31T00:00:00Z' },
    ]);
  });

  it('reports an instance type whose architecture is not known, with the target', async () => {
    await expect(
      engine().getImages({ targets, distro: 'ubuntu', instanceType: 'tx99' }),
    ).rejects.toMatchObject({
      code: 'unsupported-filter',
      message: expect.stringContaining('"tx99" is not known at hcloud/global'),
    });
  });
});
