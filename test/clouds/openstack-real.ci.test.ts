import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { CLOUDS } from '../../provider/clouds/index';
import { createEngine } from '../../provider/compose';
import { describeError } from '../../provider/errors/describe-error';
import type { ImageQuery } from '../../provider/image/query.generated';
import { describeWithEngine, describeWithPythonSet } from '../engines/find';
import { ENGINES, overriddenStack } from '../terraform/harness/engines';
import {
  PASSWORD,
  REGION,
  startOpenstack,
  tokenOf,
  type OpenstackServers,
} from './openstack-servers';

// Keystone and Glance are the real ones: what is listed, filtered and refused is up to them.

jest.setTimeout(300_000);

const TARGET = `openstack/${REGION}`;

describeWithPythonSet('openstack', 'a real Keystone and Glance', (python) => {
  let cloud: OpenstackServers;
  beforeAll(async () => {
    cloud = await startOpenstack(python);
  });
  afterAll(() => cloud.close());

  const login = (user = 'demo', project = 'web'): Record<string, string> => ({
    OS_AUTH_URL: cloud.authUrl,
    OS_USERNAME: user,
    OS_PASSWORD: PASSWORD,
    OS_PROJECT_NAME: project,
    OS_USER_DOMAIN_NAME: 'Default',
    OS_PROJECT_DOMAIN_NAME: 'Default',
  });

  async function images(query: ImageQuery, environment: Record<string, string> = login()) {
    const engine = createEngine({}, { environment });
    try {
      return (await engine.getImages({ targets: [TARGET], ...query })).images;
    } finally {
      await engine.close();
    }
  }
  const idsOf = async (query: ImageQuery, environment = login()) =>
    (await images(query, environment)).map(({ id }) => id).toSorted();
  const ids = (...names: readonly string[]) => names.map((name) => cloud.images[name]).toSorted();

  it('picks the public image, and no stranger’s of the same name', async () => {
    const query = { distro: 'ubuntu', osVersion: '24.04', architecture: 'x86_64' } as const;
    expect(await idsOf(query)).toEqual(ids('public'));
  });

  it('lists shared images that were accepted, and community images, only for their owners', async () => {
    const name = 'Ubuntu 24.04';
    expect(await idsOf({ name, owners: ['shared'] })).toEqual(ids('shared'));
    expect(await idsOf({ name, owners: ['community'] })).toEqual(ids('community'));
    expect(await idsOf({ name, owners: ['public'], includeDeprecated: true })).toEqual(
      ids('public', 'hidden'),
    );
  });

  it('lists own images by tags and properties, whatever their visibility', async () => {
    expect(await idsOf({ owners: ['self'] })).toEqual(ids('own', 'own shared'));
    expect(await idsOf({ owners: ['self'], tags: { golden: '', env: 'production' } })).toEqual(
      ids('own'),
    );
    expect(await idsOf({ owners: ['self'], status: 'pending' })).toEqual(ids('queued'));
  });

  it('finds images by id that lists do not show', async () => {
    const imageIds = ids('hidden', 'community', 'pending', 'own', 'public') as string[];
    expect(await idsOf({ imageIds })).toEqual(imageIds);
    expect(await idsOf({ imageIds: ids('private') as string[], optional: true })).toEqual([]);
  });

  it('reads every page by its marker', async () => {
    const { openstack } = CLOUDS;
    const table = CLOUDS as Record<string, object>;
    table['openstack'] = { ...openstack, pageSize: 7 };
    try {
      expect(await images({ distro: 'debian', osVersion: '12' })).toHaveLength(30);
    } finally {
      table['openstack'] = openstack;
    }
  });

  it('signs in with an application credential, which needs the role reader only, and with a token', async () => {
    const { id, secret } = cloud.applicationCredential;
    const application = {
      OS_AUTH_TYPE: 'v3applicationcredential',
      OS_AUTH_URL: cloud.authUrl,
      OS_APPLICATION_CREDENTIAL_ID: id,
      OS_APPLICATION_CREDENTIAL_SECRET: secret,
    };
    expect(await idsOf({ owners: ['self'] }, application)).toEqual(ids('own', 'own shared'));
    const token = {
      OS_AUTH_TYPE: 'token',
      OS_AUTH_URL: cloud.authUrl,
      OS_TOKEN: await tokenOf(cloud.authUrl, 'demo', 'web'),
      OS_PROJECT_NAME: 'web',
    };
    expect(await idsOf({ owners: ['self'] }, token)).toEqual(ids('own', 'own shared'));
  });

  it.each([
    ['a wrong password', { OS_PASSWORD: 'MARKED-wrong' }, 'unauthenticated'],
    ['a project that does not exist', { OS_PROJECT_NAME: 'nowhere' }, 'unauthenticated'],
    ['a wrong domain', { OS_USER_DOMAIN_NAME: 'nowhere' }, 'unauthenticated'],
    ['a user without a useful role', { OS_USERNAME: 'nobody' }, 'forbidden'],
  ])('refuses %s', async (_, change, code) => {
    const failed = images({ owners: ['self'] }, { ...login(), ...change });
    await expect(failed).rejects.toMatchObject({ code });
    const shown = await failed.catch((error: unknown) => JSON.stringify(describeError(error)));
    expect(shown).not.toContain('MARKED');
    if (code === 'forbidden') expect(shown).toContain('reader');
  });

  it('refuses a deleted application credential as unauthenticated', async () => {
    const gone = {
      OS_AUTH_URL: cloud.authUrl,
      OS_APPLICATION_CREDENTIAL_ID: '0123456789abcdef0123456789abcdef',
      OS_APPLICATION_CREDENTIAL_SECRET: 'MARKED-gone',
    };
    await expect(images({ owners: ['self'] }, gone)).rejects.toMatchObject({
      code: 'unauthenticated',
    });
  });

  it('reports a region that the catalog does not have', async () => {
    await expect(
      images({ targets: ['openstack/RegionTwo'], distro: 'ubuntu' }),
    ).rejects.toMatchObject({ code: 'bad-request', reason: expect.stringContaining(REGION) });
  });

  it('answers doctor and the list of targets', async () => {
    const engine = createEngine({}, { environment: login() });
    expect(await engine.examine(TARGET)).toMatchObject({ ok: true, permission: 'granted' });
    expect(await engine.targets('openstack')).toEqual([{ target: TARGET }]);
    await engine.close();
  });

  it('answers the command line', async () => {
    const executable = path.resolve(__dirname, '../../provider/bin/cloudimages.js');
    const query = ['--distro', 'ubuntu', '--os-version', '24.04', '--architecture', 'x86_64'];
    const args = ['find', '--target', TARGET, ...query, '--most-recent', '--output', 'json'];
    const { stdout } = await promisify(execFile)(process.execPath, [executable, ...args], {
      env: { ...process.env, ...login() },
    });
    expect(JSON.parse(stdout)).toMatchObject({ ids: ids('public') });
  });

  it('holds what openstacksdk lists', async () => {
    const program = `import openstack, json
cloud = openstack.connect()
print(json.dumps(sorted(image.id for image in cloud.image.images(visibility="public"))))`;
    const { stdout } = await promisify(execFile)('python3', ['-c', program], {
      env: { ...python, ...login() },
    });
    expect(await idsOf({ owners: ['public'], variants: 'any' })).toEqual(JSON.parse(stdout));
  });

  describe.each(ENGINES)('%s', (name) => {
    describeWithEngine(name, 'a plan with an image of OpenStack', (engine) => {
      it('has the id that the instance takes', async () => {
        const stack = overriddenStack(
          engine,
          { environment: login() },
          `
data "cloudimages_image" "ubuntu" {
  targets      = ["${TARGET}"]
  distro       = "ubuntu"
  os_version   = "24.04"
  architecture = "x86_64"
  most_recent  = true
}
output "image" {
  value = data.cloudimages_image.ubuntu.id
}
`,
        );
        try {
          const plan = await stack.run('plan', '-no-color');
          expect(plan.code).toBe(0);
          expect(plan.text).toContain(`+ image = "${cloud.images['public']}"`);
        } finally {
          stack.remove();
        }
      });
    });
  });
});
