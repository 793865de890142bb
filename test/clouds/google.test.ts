import { createWorld } from '@cloudimages/simulator';
import { google } from '../../provider/clouds/google';
import { readImage } from '../../provider/clouds/definition/read-image';
import { machineArchitecture } from '../../provider/clouds/google/machine-types';
import { engineOver } from '../look-up/engine-over';
import { readAnswer, readImages } from './read-fixture';

const PLACE = { cloud: 'google', region: 'global', target: 'google/global' };
const LINK = 'https://www.googleapis.com/compute/v1/projects';

describe('google reads', () => {
  it('a capture of windows-cloud: a row without family, architecture and features', () => {
    expect(readImages('google', 'global', 'images-list-windows-cloud')).toStrictEqual({
      images: [
        {
          ...PLACE,
          id: `${LINK}/windows-cloud/global/images/windows-server-2008-r2-dc-v20141120`,
          name: 'windows-server-2008-r2-dc-v20141120',
          description: 'Microsoft Windows Server 2008 R2 Datacenter Edition built on 2014-11-20',
          osType: 'windows',
          distro: 'windows-server',
          osVersion: '2008 R2',
          edition: 'datacenter',
          variant: 'base',
          owner: 'public',
          ownerId: 'windows-cloud',
          status: 'available',
          createdAt: '2014-12-02T18:31:56.162Z',
          buildDate: '2014-11-20',
          sizeGiB: 100,
          minDiskGiB: 100,
          inferred: ['buildDate', 'distro', 'edition', 'osVersion', 'variant'],
        },
      ],
      problems: [],
      total: undefined,
      requestId: undefined,
    });
  });

  it('a capture of rhel-cloud: a deprecated build and a live one', () => {
    const { images } = readImages('google', 'global', 'images-list-rhel-cloud');
    expect(images.map(({ deprecated }) => deprecated)).toEqual([true, undefined]);
    expect(images[1]).toMatchObject({
      id: `${LINK}/rhel-cloud/global/images/rhel-7-v20141205`,
      distro: 'rhel',
      osVersion: '7.0',
      architecture: 'x86_64',
      owner: 'public',
      createdAt: '2014-12-09T01:07:02.804Z',
      inferred: ['architecture', 'buildDate', 'distro', 'osVersion', 'variant'],
    });
  });

  it('a capture of ubuntu-os-cloud: every version by its name of four digits', () => {
    const { images, problems } = readImages('google', 'global', 'images-list-ubuntu-os-cloud');
    expect(problems).toEqual([]);
    expect(new Set(images.map(({ osVersion }) => osVersion))).toEqual(
      new Set(['12.04', '14.04', '14.10']),
    );
    expect(images.every(({ distro, owner }) => distro === 'ubuntu' && owner === 'public')).toBe(
      true,
    );
  });

  it('a capture of debian-cloud: times of 1970 are no times, and backports have another kernel', () => {
    const { images, problems } = readImages('google', 'global', 'images-list-debian-cloud');
    expect(problems).toEqual([]);
    expect(images.map(({ deprecatedAt }) => deprecatedAt)).not.toContainEqual(
      expect.stringContaining('1970'),
    );
    for (const { name, variant } of images) {
      expect(variant).toBe(name.startsWith('backports') ? 'kernel' : 'base');
    }
  });

  it('a capture of cos-cloud: the Docker in its description does not make it another image', () => {
    const { images } = readImages('google', 'global', 'images-list-cos-cloud');
    expect(images.map(({ family, variant }) => [family, variant])).toEqual([
      ['cos-beta', 'testing'],
      ['cos-dev', 'testing'],
      ['cos-stable', 'base'],
      ['cos-stable', 'base'],
    ]);
  });

  it('a page of an own project: labels and the token of the next page', () => {
    const page = readAnswer('google', 'images-list-paged-custom');
    expect(page).toMatchObject({ next: 'token' });
    const { images } = readImages('google', 'global', 'images-list-paged-custom');
    expect(images[0]).toMatchObject({
      family: 'custom',
      tags: { foo: 'bar', one: '1', two: 'two' },
      sizeGiB: 10,
    });
  });

  it('a single image, whose self link names a beta version of the API', () => {
    const { images } = readImages('google', 'global', 'get-from-family-coreos-stable');
    expect(images).toMatchObject([
      { id: `${LINK}/coreos-cloud/global/images/coreos-stable-1520-6-0-v20171012` },
    ]);
    // A project that is not in the table is someone's, whatever its name says.
    expect(images[0]?.owner).toBe('shared');
  });

  it('a refusal', () => {
    expect(readAnswer('google', 'error-404-family-not-found')).toMatchObject({
      code: 'notFound',
      message: expect.stringContaining('family/coreos-stable'),
    });
  });

  it.each([
    ['ACTIVE', { status: 'available', deprecated: false }],
    ['DEPRECATED', { status: 'available', deprecated: true, deprecatedAt: '2025-01-01T08:00:00Z' }],
    ['OBSOLETE', { status: 'failed', deprecated: true }],
    ['DELETED', { status: 'failed', deprecated: true }],
  ])('the deprecation state %s', (state, fields) => {
    const raw = {
      selfLink: `${LINK}/debian-cloud/global/images/x`,
      status: 'READY',
      deprecated: { state, deprecated: '2025-01-01T00:00:00.000-08:00' },
    };
    const nowMs = Date.parse('2025-06-08T00:00:00Z');
    const target = { cloud: 'google', region: 'global' } as const;
    expect(readImage(google, target, raw, () => undefined, { nowMs })).toMatchObject(fields);
  });

  it('an answer that lacks a part of the list as a failure', () => {
    const warning = { code: 'UNREACHABLE', message: 'some zones did not answer' };
    expect(google.read({ kind: 'compute#imageList', warning })).toMatchObject({
      code: 'UNREACHABLE',
    });
    const empty = { code: 'NO_RESULTS_ON_PAGE', message: '' };
    expect(
      google.read({ kind: 'compute#imageList', warning: empty, nextPageToken: 't' }),
    ).toMatchObject({ items: [], next: 't' });
  });
});

describe('the architecture of a machine type', () => {
  it.each([
    ['c4a-standard-4', 'arm64'],
    ['t2a-standard-1', 'arm64'],
    ['a4x-highgpu-4g', 'arm64'],
    ['n4a-highcpu-8', 'arm64'],
    ['e2-micro', 'x86_64'],
    ['n2-custom-4-8192', 'x86_64'],
    ['custom-4-8192', 'x86_64'],
    ['t2d-standard-2', 'x86_64'],
    ['z9-standard-2', undefined],
    ['standard', undefined],
  ])('of %s is %s', (type, architecture) => {
    expect(machineArchitecture(type)).toBe(architecture);
  });
});

const NOW = Date.parse('2025-06-08T00:00:00Z');
const worldNow = () => createWorld({ now: () => NOW });
const engine = () => engineOver(worldNow());
const targets = ['google/global'];
const UBUNTU = { distro: 'ubuntu', osVersion: '24.04' } as const;

describe('the simulated Compute Engine', () => {
  it.each([
    [{ ...UBUNTU, architecture: 'x86_64' }, 'ubuntu-os-cloud', 'ubuntu-2404-noble-amd64-v20250313'],
    [{ ...UBUNTU, architecture: 'arm64' }, 'ubuntu-os-cloud', 'ubuntu-2404-noble-arm64-v20250313'],
    [
      { ...UBUNTU, instanceType: 'c4a-standard-4' },
      'ubuntu-os-cloud',
      'ubuntu-2404-noble-arm64-v20250313',
    ],
    [
      { distro: 'windows-server', osVersion: '2022' },
      'windows-cloud',
      'windows-server-2022-dc-v20250314',
    ],
    [
      { distro: 'debian', osVersion: '12', architecture: 'arm64' },
      'debian-cloud',
      'debian-12-bookworm-arm64-v20250311',
    ],
    [
      { distro: 'rocky', osVersion: '9', architecture: 'x86_64' },
      'rocky-linux-cloud',
      'rocky-linux-9-v20250311',
    ],
    [{ distro: 'cos' }, 'cos-cloud', 'cos-117-18613-164-68'],
  ] as const)('has for %j an image of %s, %s', async (query, project, name) => {
    const answer = await engine().getImages({ targets, mostRecent: true, ...query });
    expect(answer.ids).toEqual([`${LINK}/${project}/global/images/${name}`]);
    expect(answer.images[0]).toMatchObject({ owner: 'public', ownerId: project, variant: 'base' });
  });

  it('counts minimal images of Ubuntu as a variant, so that a plain query does not choose them', async () => {
    const all = await engine().getImages({
      targets: ['google/global'],
      ...{ distro: 'ubuntu', osVersion: '24.04', variants: 'any' },
    });
    const minimal = all.images.filter(({ name }) => name.startsWith('ubuntu-minimal-'));
    expect(minimal.length).toBeGreaterThan(0);
    expect(new Set(minimal.map(({ variant }) => variant))).toEqual(new Set(['minimal']));
  });

  it('never chooses an image of a stranger, though it is newer and has the name of a public one', async () => {
    for (const query of [{ family: 'debian-12' }, { nameRegex: '^(ubuntu-2404|debian-12)' }]) {
      const { images } = await engine().getImages({ targets, ...query, owners: ['public'] });
      expect(images.length).toBeGreaterThan(0);
      expect(new Set(images.map(({ owner }) => owner))).toEqual(new Set(['public']));
    }
    const { images } = await engine().getImages({ targets, owners: ['ubuntu-os-images'] });
    expect(images.map(({ owner }) => owner)).toContain('shared');
  });

  it('lists only the projects of the distribution', async () => {
    const world = worldNow();
    await engineOver(world).getImages({ targets, distro: 'debian', osVersion: '12' });
    expect(new Set(world.requests().map(({ parameters }) => parameters['project']))).toEqual(
      new Set(['debian-cloud']),
    );
  });

  it('takes the name of a publisher never for a project of that name', async () => {
    const world = worldNow();
    const images = world.catalog('google').filter(({ id }) => id.includes('/ubuntu-os-images/'));
    for (const image of images) {
      world.addImage({ ...image, id: image.id.replace('/ubuntu-os-images/', '/canonical/') });
    }
    const query = { targets, owners: ['canonical'], nameRegex: '^ubuntu-2404' };
    const answer = await engineOver(world).getImages(query);
    expect(new Set(answer.images.map(({ ownerId }) => ownerId))).toEqual(
      new Set(['ubuntu-os-cloud']),
    );
    expect(world.requests().map(({ parameters }) => parameters['project'])).not.toContain(
      'canonical',
    );
  });

  it('has the own project as self, by family and label', async () => {
    const query = {
      targets,
      owners: ['self'],
      family: 'golden-ubuntu',
      tags: { env: 'production' },
    };
    const { images } = await engine().getImages(query);
    expect(images.map(({ name, owner }) => `${owner} ${name}`).toSorted()).toEqual([
      'self golden-ubuntu-2404-2024-12-01',
      'self golden-ubuntu-2404-2025-02-01',
    ]);
  });

  it('says what to do where the own project is not known', async () => {
    const world = worldNow();
    const environment = {
      CLOUDIMAGES_ENDPOINT_GOOGLE: 'https://google.test',
      GOOGLE_OAUTH_ACCESS_TOKEN: 'simulator-token-google',
    };
    const lost = engineOver(world, {}, { environment });
    await expect(lost.getImages({ targets, name: 'golden' })).rejects.toMatchObject({
      code: 'invalid-configuration',
      message: expect.stringContaining('the own project is not known'),
    });
    const named = engineOver(world, { google: { project: 'simulator-project' } }, { environment });
    expect((await named.getImages({ targets, owners: ['self'] })).images.length).toBeGreaterThan(0);
  });

  it('rejects owners that do not say which projects', async () => {
    await expect(engine().getImages({ targets, owners: ['shared'] })).rejects.toMatchObject({
      code: 'invalid-query',
      message: expect.stringContaining('Name the project ids'),
    });
  });

  it('reports a project that does not exist, with the words of the API', async () => {
    await expect(
      engine().getImages({ targets, owners: ['no-such-project-1'] }),
    ).rejects.toMatchObject({
      message: expect.stringContaining("'projects/no-such-project-1' was not found"),
    });
  });

  it('finds an image by its self link, wherever it is', async () => {
    const id = `${LINK}/partner-project-417/global/images/partner-appliance-4-10`;
    const { images } = await engine().getImages({ targets, imageIds: [id] });
    expect(images).toMatchObject([{ id, owner: 'shared', ownerId: 'partner-project-417' }]);
  });

  it('sends a filter of the query’s own as it is', async () => {
    const native = { google: { filter: "name eq 'golden-arm.*'" } };
    const { images } = await engine().getImages({ targets, owners: ['self'], native });
    expect(images.map(({ name }) => name)).toEqual(['golden-arm-2025-03-01']);
  });
});
