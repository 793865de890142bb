import { createWorld } from '@cloudimages/simulator';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { CLOUDS } from '../../provider/clouds/index';
import { keyCredential } from '../../provider/credentials/credential';
import { readJson } from '../../provider/transport/json';
import {
  hastyClock,
  httpInProcess,
  httpThrough,
  sourceOf,
  workingCredential,
} from '../contract/harness';
import { engineOver, surroundingsOver } from '../look-up/engine-over';
import { readAnswer, readImages } from './read-fixture';

const PLACE = { cloud: 'openstack', region: 'RegionOne', target: 'openstack/RegionOne' };
const OPERATOR = '557092ba48e74472b9ca8caab8d86f3c';

const fixture = (name: string): unknown =>
  readJson(readFileSync(path.join(__dirname, '../fixtures/openstack', `${name}.json`), 'utf8'));

const signIn = CLOUDS.openstack.signIn;
const NOW = new Date('2026-11-24T18:20:24Z');

function readToken(name: string, details: Record<string, string> = {}) {
  const credential = keyCredential({ id: 'demo', secret: 'x', details });
  return signIn?.read(fixture(name), { 'x-subject-token': 'a-token' }, NOW, credential);
}

describe('openstack reads real answers', () => {
  it('a page of Glance, with the link of the next one', () => {
    const page = readAnswer('openstack', 'glance-images-page1-limit3');
    expect(page).toMatchObject({
      next: '/v2/images?limit=3&marker=33aabc75-3de0-4f59-b718-1be39fc82a6d',
    });
    expect(readImages('openstack', 'RegionOne', 'glance-images-page1-limit3')).toMatchObject({
      problems: [],
      images: [
        {
          ...PLACE,
          id: 'b1b68443-121a-43c4-bd80-d9e8d97ab2ba',
          name: 'demo-private',
          owner: 'shared',
          ownerId: 'cda99615050d4ebb81cfdb7ab4c2b6d9',
          status: 'available',
          createdAt: '2026-11-24T18:19:49Z',
          sizeGiB: 0,
        },
        { name: 'queued', owner: 'public', status: 'pending' },
        {
          name: 'Rocky, 9 "q"',
          distro: 'rocky',
          osType: 'linux',
          osVersion: '9',
          owner: 'public',
          ownerId: OPERATOR,
          tags: { os_distro: 'rocky' },
        },
      ],
    });
  });

  it('every image of a cloud, without a problem', () => {
    const { images, problems } = readImages(
      'openstack',
      'RegionOne',
      'glance-images-visibility-all-as-admin',
    );
    expect(problems).toEqual([]);
    expect(images.length).toBeGreaterThan(5);
    for (const { id } of images) expect(id).toMatch(/^[0-9a-f-]{36}$/);
    const hidden = readImages('openstack', 'RegionOne', 'glance-images-hidden');
    expect(hidden.images.map(({ deprecated }) => deprecated)).toEqual(
      hidden.images.map(() => true),
    );
  });

  it('snapshots of servers of a cloud of 2017', () => {
    const { images, problems } = readImages('openstack', 'RegionOne', 'libcloud-glance-snapshots');
    expect(problems).toEqual([]);
    for (const image of images) {
      expect(image).toMatchObject({ name: 'hypernode', owner: 'shared', distro: 'ubuntu' });
      expect(image.tags).toMatchObject({ image_type: 'snapshot' });
    }
  });

  it('the errors of Glance without tags, and those of Keystone', () => {
    expect(readAnswer('openstack', 'glance-error-400-accept-json')).toMatchObject({
      code: '400 Bad Request',
      message: 'limit param must be positive',
    });
    expect(readToken('keystone-error-401')).toMatchObject({
      code: 'Keystone: Unauthorized',
      message: 'The request you have made requires authentication.',
    });
  });

  it('a token of a project: its life, its project, the image service by region', () => {
    expect(readToken('keystone-token-project-scoped')).toEqual({
      token: 'a-token',
      lifetimeMs: 3_600_000,
      endpoints: { RegionOne: 'http://127.0.0.1:5701' },
      accountId: 'cda99615050d4ebb81cfdb7ab4c2b6d9',
    });
  });

  it('a token without a project, which has no catalog', () => {
    expect(readToken('keystone-token-unscoped')).toMatchObject({ code: 'Keystone: no project' });
  });

  it('an endpoint with a version, and one in place of the catalog’s', () => {
    const override = 'https://images.example.com/image/v2/';
    expect(
      readToken('keystone-token-project-scoped', { image_endpoint_override: override }),
    ).toMatchObject({
      endpoints: { RegionOne: 'https://images.example.com/image' },
    });
    expect(readToken('keystone-token-project-scoped', { interface: 'none' })).toMatchObject({
      endpoints: {},
    });
  });
});

describe('signing in at Keystone', () => {
  const bodyOf = (details: Record<string, string>, id = 'demo') => {
    const credential = keyCredential({ id, secret: 's', details });
    const moment = { now: NOW, nonce: '1' };
    const request = signIn?.request({ credential, endpoint: undefined, moment });
    return { url: request?.url, ...(JSON.parse(request?.body ?? '{}') as object) };
  };
  const auth_url = 'https://keystone.example.com:5000';

  it.each([
    [{ auth_url }, 'https://keystone.example.com:5000/v3/auth/tokens'],
    [{ auth_url: `${auth_url}/v3/` }, 'https://keystone.example.com:5000/v3/auth/tokens'],
    [
      { auth_url: `${auth_url}/identity` },
      'https://keystone.example.com:5000/identity/v3/auth/tokens',
    ],
  ])('sends %j to %s', (details, url) => {
    expect(bodyOf(details).url).toBe(url);
  });

  it.each([
    [
      { username: 'demo', user_domain_name: 'Corp', project_name: 'web', project_domain_id: 'd1' },
      {
        identity: {
          methods: ['password'],
          password: { user: { name: 'demo', domain: { name: 'Corp' }, password: 's' } },
        },
        scope: { project: { name: 'web', domain: { id: 'd1' } } },
      },
    ],
    [
      { user_id: 'u1', project_id: 'p1' },
      {
        identity: { methods: ['password'], password: { user: { id: 'u1', password: 's' } } },
        scope: { project: { id: 'p1' } },
      },
    ],
    [
      { auth_type: 'token', project_name: 'web' },
      {
        identity: { methods: ['token'], token: { id: 's' } },
        scope: { project: { name: 'web', domain: { id: 'default' } } },
      },
    ],
    [
      {
        auth_type: 'application_credential',
        application_credential_id: 'demo',
        project_name: 'web',
      },
      {
        identity: {
          methods: ['application_credential'],
          application_credential: { id: 'demo', secret: 's' },
        },
      },
    ],
    [
      { auth_type: 'application_credential', username: 'me', user_domain_id: 'd1' },
      {
        identity: {
          methods: ['application_credential'],
          application_credential: {
            name: 'demo',
            user: { name: 'me', domain: { id: 'd1' } },
            secret: 's',
          },
        },
      },
    ],
  ])('writes %j as Keystone wants it', (details, auth) => {
    expect(bodyOf({ auth_url, ...details })).toMatchObject({ auth });
    expect(JSON.stringify(bodyOf({ auth_url, ...details }))).toContain(JSON.stringify(auth));
  });

  it.each([
    ['http://keystone.example.com/v3', 'plain http'],
    ['https://keystone.example.com/v2.0', 'version 2'],
    ['keystone', 'not a URL'],
  ])('rejects the auth_url %s', (url, problem) => {
    expect(() => bodyOf({ auth_url: url })).toThrow(problem);
  });
});

const engine = () => engineOver(createWorld({ now: () => Date.parse('2025-10-01T00:00:00Z') }));
const targets = ['openstack/RegionOne'];
const idOf = (number: number) => `0f4d1c52-9a3e-4b6f-8c21-${String(number).padStart(12, '0')}`;

describe('the simulated OpenStack', () => {
  it.each([
    [{ distro: 'ubuntu', osVersion: '24.04', architecture: 'x86_64' }, 'Ubuntu 24.04', 'ubuntu'],
    [
      { distro: 'windows-server', osVersion: '2022', edition: 'datacenter' },
      'Windows Server 2022 Datacenter',
      undefined,
    ],
    [{ distro: 'debian', osVersion: '12', architecture: 'arm64' }, 'Debian 12 ARM', 'debian'],
    [{ distro: 'rocky', osVersion: '9', architecture: 'x86_64' }, 'Rocky Linux 9', 'rocky'],
  ] as const)('has for %j the image %s', async (query, name, loginUser) => {
    const { images } = await engine().getImages({ targets, mostRecent: true, ...query });
    expect(images).toMatchObject([{ name, owner: 'public', createdAt: '2025-07-12T04:12:31Z' }]);
    expect(images[0]?.loginUser).toBe(loginUser);
    expect(images[0]?.id).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('takes no stranger’s image, whether of the community or shared', async () => {
    const query = { targets, name: 'Ubuntu 24.04', architecture: 'x86_64' } as const;
    const plain = await engine().getImages({ ...query, mostRecent: true });
    expect(plain.ids).toEqual([idOf(1)]);
    const theirs = await engine().getImages({ ...query, owners: ['community', 'shared'] });
    expect(theirs.images.map(({ owner }) => owner).toSorted()).toEqual([
      'community',
      'community',
      'shared',
    ]);
    const account = await engine().getImages({
      ...query,
      owners: ['d85e344900774f5aad27e4e8e91205d6'],
    });
    expect(account.images.length).toBeGreaterThan(0);
  });

  it('knows own images by the project of the token, whatever their visibility', async () => {
    const { images } = await engine().getImages({
      targets,
      owners: ['self'],
      tags: { env: 'production', golden: '' },
    });
    expect(images.map(({ name, owner }) => [name, owner])).toEqual([
      ['golden-ubuntu-24.04-2025-06-01', 'self'],
      ['golden-ubuntu-24.04-2025-05-01', 'self'],
    ]);
  });

  it('lists hidden images as deprecated ones', async () => {
    const query = { targets, name: 'Ubuntu 24.04', owners: ['public'] };
    expect((await engine().getImages(query)).images).toHaveLength(1);
    const { images } = await engine().getImages({ ...query, includeDeprecated: true });
    expect(images.map(({ deprecated }) => deprecated ?? false)).toEqual([false, true, true]);
  });

  it('finds images by id that are hidden, of the community, or shared and not accepted', async () => {
    const imageIds = [idOf(2), ...[1, 4].map((n) => idOf(n).replace('8c21', '8c22'))];
    const { images } = await engine().getImages({ targets, imageIds });
    expect(images.map(({ id }) => id).toSorted()).toEqual(imageIds.toSorted());
  });

  it('lists each region at its own endpoint', async () => {
    const query = { name: 'Ubuntu 24.04', owners: ['public'] };
    await expect(
      engine().getImages({ ...query, targets: ['openstack/RegionTwo'] }),
    ).rejects.toMatchObject({ code: 'no-match' });
    expect(await engine().targets('openstack')).toEqual([
      { target: 'openstack/RegionOne' },
      { target: 'openstack/RegionTwo' },
    ]);
  });

  it('reports a region that the catalog does not have, with the nearest ones', async () => {
    const world = createWorld();
    const { environment, ...others } = surroundingsOver(world);
    const withoutOverride = { ...environment, CLOUDIMAGES_ENDPOINT_OPENSTACK: '' };
    const strict = engineOver(world, {}, { ...others, environment: withoutOverride });
    await expect(
      strict.getImages({ targets: ['openstack/RegionOn'], distro: 'ubuntu' }),
    ).rejects.toMatchObject({
      code: 'bad-request',
      message: expect.stringContaining('RegionOne'),
    });
  });

  it('reads the list again when the image at the end of a page has gone', async () => {
    const world = createWorld();
    let lists = 0;
    const http = httpThrough(httpInProcess(world, 'openstack'), {
      request: (request) => {
        const marker = new URL(request.url).searchParams.get('marker');
        if (marker !== null && lists === 0) {
          lists += 1;
          world.removeImage('openstack', marker);
        }
        return request;
      },
    });
    const source = sourceOf(
      { ...CLOUDS.openstack, pageSize: 20 },
      {
        http,
        endpoint: 'https://api.test',
        credential: workingCredential('openstack'),
        clock: hastyClock(),
      },
    );
    const { images } = await source.list({
      target: { cloud: 'openstack', region: 'RegionOne' },
      narrowing: { owners: ['public'], includeDeprecated: false },
      scope: {},
      signal: new AbortController().signal,
    });
    expect(lists).toBe(1);
    const expected = world
      .images('openstack', 'RegionOne')
      .filter(({ owner, deprecated }) => owner === 'public' && deprecated !== true);
    expect(images).toHaveLength(expected.length);
  });
});
