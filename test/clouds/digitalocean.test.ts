import { createWorld, type CatalogImage } from '@cloudimages/simulator';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { CLOUDS } from '../../provider/clouds/index';
import { readImage } from '../../provider/clouds/definition/read-image';
import { readJson } from '../../provider/transport/json';
import { engineOver } from '../look-up/engine-over';
import { readAnswer, readImages } from './read-fixture';

const PLACE = { cloud: 'digitalocean', region: 'nyc3', target: 'digitalocean/nyc3' };

const NAMES = ['architecture', 'distro', 'osType', 'osVersion', 'variant'];

/** What all images of the specification's examples have in common. */
const SPEC = {
  ...PLACE,
  architecture: 'x86_64',
  osType: 'linux',
  variant: 'base',
  status: 'available',
  minDiskGiB: 20,
  sizeGiB: 2.34,
  createdAt: '2014-11-04T22:23:02Z',
};

const own = (id: string, name: string, distro: string) => ({
  ...SPEC,
  id,
  name,
  distro,
  owner: 'self',
  inferred: ['architecture', 'distro', 'osType', 'variant'],
});

describe('digitalocean reads', () => {
  it('the captured image of a Droplet', () => {
    const file = path.join(__dirname, '../fixtures/digitalocean/capture-droplet-image-2026.json');
    const raw = readJson(readFileSync(file, 'utf8')) as Record<string, unknown>;
    const problems: string[] = [];
    const target = { cloud: 'digitalocean', region: 'nyc3' } as const;
    const report = (problem: string) => problems.push(problem);
    const { raw: _, ...image } = readImage(CLOUDS.digitalocean, target, raw, report, { nowMs: 0 });
    expect(problems).toEqual([]);
    expect(image).toStrictEqual({
      ...PLACE,
      id: '247516813',
      name: '24.04 (LTS) x64',
      description: 'Ubuntu 24.04 (LTS) x64',
      osName: 'Ubuntu 24.04 (LTS) x64',
      distro: 'ubuntu',
      osVersion: '24.04',
      osType: 'linux',
      architecture: 'x86_64',
      variant: 'base',
      owner: 'public',
      status: 'available',
      createdAt: '2026-09-29T03:12:58Z',
      family: 'ubuntu-24-04-x64',
      sizeGiB: 3.76,
      minDiskGiB: 7,
      loginUser: 'root',
      inferred: ['architecture', 'distro', 'loginUser', 'osType', 'osVersion', 'variant'],
    });
  });

  it('the list of 2014: empty slugs, no status, 32 bits as x32', () => {
    const ubuntu = {
      ...PLACE,
      distro: 'ubuntu',
      osType: 'linux',
      variant: 'base',
      owner: 'public',
      osVersion: '14.04',
      createdAt: '2014-07-29T14:35:40Z',
      minDiskGiB: 20,
      inferred: NAMES,
    };
    expect(readImages('digitalocean', 'nyc1', 'libcloud-images-2014').images).toStrictEqual([
      {
        ...ubuntu,
        region: 'nyc1',
        target: 'digitalocean/nyc1',
        id: '119192817',
        name: '14.04 x64',
        osName: 'Ubuntu 14.04 x64',
        family: 'ubuntu-14-04-x64',
        architecture: 'x86_64',
      },
      {
        ...ubuntu,
        region: 'nyc1',
        target: 'digitalocean/nyc1',
        id: '449676376',
        name: '14.04 x32',
        osName: 'Ubuntu 14.04 x32',
        family: 'ubuntu-14-04-x32',
        architecture: 'i386',
      },
      {
        ...PLACE,
        region: 'nyc1',
        target: 'digitalocean/nyc1',
        id: '449676856',
        name: 'My Snapshot',
        distro: 'ubuntu',
        osType: 'linux',
        variant: 'base',
        architecture: 'x86_64',
        owner: 'self',
        createdAt: '2014-08-18T16:35:40Z',
        minDiskGiB: 40,
        inferred: ['architecture', 'distro', 'osType', 'variant'],
      },
    ]);
  });

  it('the examples of the specification', () => {
    expect(readImages('digitalocean', 'nyc3', 'spec-images-all')).toStrictEqual({
      images: [
        own('7555620', 'Nifty New Snapshot', 'ubuntu'),
        own('7555621', 'Another Snapshot', 'ubuntu'),
        {
          ...SPEC,
          id: '63663980',
          name: '20.04 (LTS) x64',
          osName: 'Ubuntu 20.04 (LTS) x64',
          distro: 'ubuntu',
          osVersion: '20.04',
          owner: 'public',
          family: 'ubuntu-20-04-x64',
          sizeGiB: 2.36,
          createdAt: '2020-05-15T05:47:50Z',
          inferred: NAMES,
        },
        own('7555621', 'A custom image', 'arch'),
        own('7555621', 'An APP image', 'fedora'),
        { ...own('7555621', 'A simple tagged image', 'centos'), tags: { 'simple-image': '' } },
      ],
      problems: [],
      total: '6',
      requestId: undefined,
    });
    for (const name of ['application', 'custom', 'distribution', 'tagged']) {
      const { images, problems } = readImages('digitalocean', 'nyc3', `spec-images-${name}`);
      expect([images.length, problems]).toEqual([1, []]);
    }
    expect(readImages('digitalocean', 'nyc3', 'spec-images-snapshots').images).toHaveLength(2);
  });

  it.each([
    ['spec-error-401', 'unauthorized', 'Unable to authenticate you.'],
    ['spec-error-429', 'too_many_requests', 'API rate limit exceeded.'],
    ['spec-error-500', 'server_error', 'Unexpected server-side error'],
  ])('the error of %s', (name, code, message) => {
    expect(readAnswer('digitalocean', name)).toEqual({ code, message, requestId: undefined });
  });
});

const NOW = Date.parse('2025-10-01T00:00:00Z');
const worldOf = (images?: readonly CatalogImage[]) =>
  createWorld({ now: () => NOW, ...(images && { images }) });
const engine = () => engineOver(worldOf());
const targets = ['digitalocean/nyc3'];

describe('the simulated DigitalOcean', () => {
  it.each([
    [{ distro: 'ubuntu', osVersion: '24.04', architecture: 'x86_64' }, '247516813'],
    [{ distro: 'ubuntu', osVersion: '24.04', instanceType: 's-1vcpu-1gb' }, '247516813'],
    [{ family: 'ubuntu-24-04-x64' }, '247516813'],
    [{ distro: 'debian', osVersion: '12' }, '247516890'],
    [{ distro: 'rocky', osVersion: '9', architecture: 'x86_64' }, '114380286'],
  ] as const)('has for %j the image %s', async (query, id) => {
    const answer = await engine().getImages({ targets, mostRecent: true, ...query });
    expect(answer.ids).toEqual([id]);
    expect(answer.images[0]).toMatchObject({ owner: 'public', variant: 'base', loginUser: 'root' });
  });

  it.each([
    [{ distro: 'debian', osVersion: '12', architecture: 'arm64' }, 'x86_64'],
    [{ distro: 'windows-server', osVersion: '2022' }, 'ubuntu'],
  ] as const)('has nothing for %j, and says what there is', async (query, there) => {
    await expect(engine().getImages({ targets, ...query })).rejects.toMatchObject({
      code: 'no-match',
      message: expect.stringContaining(there),
    });
  });

  it('lists only images of the region', async () => {
    const query = { distro: 'ubuntu', osVersion: '24.04', mostRecent: true } as const;
    await expect(
      engine().getImages({ ...query, targets: ['digitalocean/nyc2'] }),
    ).rejects.toMatchObject({ code: 'no-match' });
    const golden = { nameRegex: '^golden-debian', owners: ['self'] };
    const there = await engine().getImages({ ...golden, targets: ['digitalocean/ams3'] });
    expect(there.images).toHaveLength(1);
    await expect(engine().getImages({ ...golden, targets })).rejects.toMatchObject({
      code: 'no-match',
    });
  });

  it('takes no application and no snapshot for the image of a distribution', async () => {
    const { images } = await engine().getImages({ targets, distro: 'ubuntu', osVersion: '24.04' });
    expect(images.map(({ id }) => id)).toEqual(['247516813']);
    const apps = await engine().getImages({
      targets,
      nameRegex: 'Docker',
      owners: ['marketplace'],
    });
    expect(apps.images).toMatchObject([{ owner: 'marketplace', variant: 'application' }]);
  });

  it('finds own images by their tags', async () => {
    const { images } = await engine().getImages({
      targets,
      tags: { production: '' },
      owners: ['self'],
    });
    expect(images.map(({ name }) => name)).toEqual([
      'golden-ubuntu-24.04-2025-06-01',
      'golden-ubuntu-24.04-2025-05-01',
    ]);
    const native = { digitalocean: { tag_name: 'golden' } };
    expect((await engine().getImages({ targets, native, owners: ['self'] })).images).toHaveLength(
      2,
    );
  });

  it('reports a Droplet size that is not known, with the target', async () => {
    await expect(
      engine().getImages({ targets, distro: 'ubuntu', instanceType: 't3.micro' }),
    ).rejects.toMatchObject({
      code: 'unsupported-filter',
      message: expect.stringContaining('"t3.micro" is not known at digitalocean/nyc3'),
    });
  });

  it('lists the targets', async () => {
    expect(await engine().targets('digitalocean')).toContainEqual({
      target: 'digitalocean/nyc3',
      name: 'NYC 3',
    });
  });
});
