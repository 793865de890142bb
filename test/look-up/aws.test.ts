import { createWorld, type World } from '@cloudimages/simulator';
import { amiId } from '../../simulator/clouds/aws/ami-id';
import type { ImageQuery } from '../../provider/image/query.generated';
import { engineOver, TODAY } from './engine-over';

// Look-ups in a cloud where anyone can publish images.

const NOW = Date.parse(TODAY);
const US = 'aws/us-east-1';
const OWN = '123456789012';
const STRANGER = '444455556666';

const worldOf = (): World => createWorld({ now: () => NOW });

function ask(query: ImageQuery, world = worldOf()) {
  return engineOver(world).getImage({ targets: [US], mostRecent: true, ...query });
}

/** The accounts whose images were listed. */
function ownersListed(world: World): readonly unknown[] {
  return world
    .requests()
    .flatMap(({ parameters }) =>
      Object.entries(parameters).flatMap(([name, value]) =>
        name.startsWith('Owner.') ? [value] : [],
      ),
    );
}

describe('one query at AWS', () => {
  it.each<[string, ImageQuery, string]>([
    [
      'Ubuntu 24.04 x86_64',
      { distro: 'ubuntu', osVersion: '24.04', architecture: 'x86_64' },
      'ubuntu/images/hvm-ssd-gp3/ubuntu-noble-24.04-amd64-server-20250305',
    ],
    [
      'Windows Server 2022',
      { distro: 'windows-server', osVersion: '2022', architecture: 'x86_64' },
      'Windows_Server-2022-English-Full-Base-2025.03.12',
    ],
    [
      'Debian 12 arm64',
      { distro: 'debian', osVersion: '12', architecture: 'arm64' },
      'debian-12-arm64-20250316-2053',
    ],
    [
      'Rocky 9',
      { distro: 'rocky', osVersion: '9', architecture: 'x86_64' },
      'Rocky-9-EC2-Base-9.5-20241118.0.x86_64',
    ],
    [
      'Amazon Linux 2023 arm64',
      { distro: 'amazon', osVersion: '2023', architecture: 'arm64' },
      'al2023-ami-2023.6.20250303.0-kernel-6.1-arm64',
    ],
    [
      'RHEL 9',
      { distro: 'rhel', osVersion: '9', architecture: 'x86_64' },
      'RHEL-9.5.0_HVM-20250128-x86_64-0-Hourly2-GP3',
    ],
  ])('finds %s by its AMI id', async (_, query, name) => {
    const { id, image } = await ask(query);
    expect([id, image.name]).toEqual([amiId(name, 'us-east-1'), name]);
    expect(image.owner).toBe('public');
  });

  it.each([
    ['cn-north-1', '837727238323'],
    ['us-gov-west-1', '513442679011'],
  ])('finds the publisher’s account of the partition of %s', async (region, ownerId) => {
    const query = { distro: 'ubuntu', osVersion: '24.04', architecture: 'x86_64' } as const;
    const { image } = await ask({ ...query, targets: [`aws/${region}`] });
    expect(image).toMatchObject({ ownerId, owner: 'public' });
  });

  it('gives one build in several regions, each by its own id', async () => {
    const { images } = await engineOver(worldOf()).getImages({
      targets: [US, 'aws/eu-central-1'],
      ...{ distro: 'ubuntu', osVersion: '24.04', architecture: 'x86_64', sameBuild: true },
    });
    const name = 'ubuntu/images/hvm-ssd-gp3/ubuntu-noble-24.04-amd64-server-20250115';
    expect(images.map((image) => [image.id, image.name])).toEqual([
      [amiId(name, 'us-east-1'), name],
      [amiId(name, 'eu-central-1'), name],
    ]);
  });
});

describe('a stranger’s image with an official name', () => {
  const names = createWorld()
    .images('aws', 'us-east-1')
    .filter(({ owner, ownerId }) => owner === 'community' && ownerId === STRANGER)
    .map(({ name }) => name);

  it('is in the catalog, newer than all official ones', () => {
    expect(names.length).toBeGreaterThan(5);
  });

  it.each(names)('is not chosen: %s', async (name) => {
    const pattern = `^${name.replace(/20250601.*/, '').replace(/[.()]/g, '.')}`;
    const { image } = await ask({ nameRegex: pattern, architecture: 'x86_64' }).catch(
      (error: unknown) => {
        // A release that the publisher does not have.
        expect(error).toMatchObject({ code: 'no-match' });
        return { image: undefined };
      },
    );
    expect(image?.ownerId).not.toBe(STRANGER);
    expect(image?.owner ?? 'public').toBe('public');
  });

  it('is not chosen by its exact name', async () => {
    await expect(ask({ name: names[0] ?? '' })).rejects.toMatchObject({ code: 'no-match' });
  });

  it('is chosen only where its account is named', async () => {
    const { image } = await ask({ name: names[0] ?? '', owners: [STRANGER] });
    expect(image.ownerId).toBe(STRANGER);
  });
});

describe('the owners of a query at AWS', () => {
  it.each<[ImageQuery, readonly string[]]>([
    [{ distro: 'ubuntu', architecture: 'x86_64' }, ['099720109477']],
    [{ distro: 'debian', architecture: 'x86_64' }, ['136693071363', '379101102735']],
    [{ owners: ['canonical'], architecture: 'x86_64' }, ['099720109477']],
    [{ owners: ['self'] }, ['self']],
  ])('lists of %j only the accounts %j', async (query, owners) => {
    const world = worldOf();
    await ask(query, world).catch(() => undefined);
    expect(ownersListed(world)).toEqual(owners);
  });

  it('finds the images of a publisher by its name', async () => {
    const { image } = await ask({ owners: ['rocky'], architecture: 'arm64' });
    expect(image).toMatchObject({ owner: 'public', ownerId: '792107900819', distro: 'rocky' });
  });

  it('says that a distribution has no official publisher, and lists nobody’s images', async () => {
    const world = worldOf();
    await expect(ask({ distro: 'alpine' }, world)).rejects.toMatchObject({
      code: 'no-match',
      message: expect.stringContaining(
        'No official publisher of alpine is known at aws/us-east-1.',
      ),
    });
    expect(world.requests()).toEqual([]);
  });

  it.each(['community', 'marketplace'])('rejects a query for everything of %s', async (owner) => {
    const world = worldOf();
    await expect(ask({ owners: [owner] }, world)).rejects.toMatchObject({
      code: 'invalid-query',
      facts: {
        issues: [{ path: ['owners'], message: expect.stringContaining('Add native.aws.name') }],
      },
    });
    expect(world.requests()).toEqual([]);
  });

  it('names the alternative that would list everything', async () => {
    await expect(
      ask({ anyOf: [{ distro: 'ubuntu' }, { owners: ['community'] }] }),
    ).rejects.toMatchObject({
      facts: { issues: [expect.objectContaining({ path: ['anyOf', 1, 'owners'] })] },
    });
  });

  it('lists community images by their name', async () => {
    const { image } = await ask({
      owners: ['community'],
      native: { aws: { name: 'community-k3s-*' } },
    });
    expect(image).toMatchObject({ name: 'community-k3s-1.31', owner: 'community' });
  });

  it('tells own images from published and shared ones', async () => {
    const byName = async (name: string, owners: string[]) => (await ask({ name, owners })).image;
    for (const owners of [['self'], [OWN]]) {
      expect(await byName('published-by-us-2025-02-07', owners)).toMatchObject({ owner: 'self' });
    }
    const shared = await byName('partner-appliance-4.10', ['shared']);
    expect(shared).toMatchObject({ owner: 'shared', ownerId: '111122223333' });
  });

  it('finds own images by id and knows that they are own', async () => {
    const id = amiId('self  golden-arm-2025-03-01', 'us-east-1');
    expect(await engineOver(worldOf()).findImage(US, id)).toMatchObject({ owner: 'self' });
  });

  it('keeps queries for official publishers in the public scope of a lock', async () => {
    const engine = engineOver(worldOf());
    const scope = async (owners: string[]) =>
      (await engine.prepare({ targets: [US], owners })).scope;
    expect(await scope(['canonical', 'public'])).toBe('public');
    expect(await scope(['canonical', 'self'])).not.toBe('public');
  });
});

describe('an instance type at AWS', () => {
  it.each([
    ['m7g.large', 'arm64'],
    ['m7i.large', 'x86_64'],
  ])('%s means images for %s, reported as inferred', async (instanceType, architecture) => {
    const world = worldOf();
    const { image, explanation, warnings } = await ask(
      { distro: 'ubuntu', osVersion: '24.04', instanceType },
      world,
    );
    expect(image.architecture).toBe(architecture);
    expect(explanation.text).toContain(
      `architecture(${architecture}, inferred from instanceType ${instanceType})`,
    );
    expect(warnings.map(({ code }) => code)).not.toContain('architecture-not-named');
    expect(world.requests()[0]?.parameters).toMatchObject({ 'Filter.2.Value.1': architecture });
  });

  it('whose architecture is not known is an error that names the target', async () => {
    await expect(ask({ distro: 'macos', instanceType: 'mac2.metal' })).rejects.toMatchObject({
      code: 'unsupported-filter',
      message: expect.stringContaining('"mac2.metal" is not known at aws/us-east-1'),
    });
  });

  it('explains a query whose architecture does not fit', async () => {
    await expect(
      ask({ distro: 'ubuntu', architecture: 'arm64', instanceType: 'm7i.large' }),
    ).rejects.toMatchObject({
      message: expect.stringContaining('inferred from instanceType m7i.large) removed the last'),
    });
  });
});

describe('a chosen image at AWS', () => {
  it('that is sold is warned about, since its terms must be accepted', async () => {
    const { warnings } = await ask({
      owners: ['marketplace'],
      native: { aws: { name: 'LAMP*' } },
    });
    expect(warnings).toContainEqual({
      code: 'must-be-accepted',
      target: US,
      message: expect.stringContaining('product code aw0evgkw8e5c1q413zgy5pjce'),
    });
  });

  it('that Allowed AMIs exclude is warned about', async () => {
    const world = worldOf();
    const id = amiId('self  golden-arm-2025-03-01', 'us-east-1');
    world.updateImage('aws', id, { native: { imageAllowed: false } });
    const { warnings } = await ask({ owners: ['self'], architecture: 'arm64' }, world);
    expect(warnings.map(({ code }) => code)).toContain('not-allowed');
  });

  it('that will be deprecated soon is warned about', async () => {
    const world = worldOf();
    const id = amiId('debian-12-arm64-20250316-2053', 'us-east-1');
    world.updateImage('aws', id, { native: { deprecationTime: '2025-08-01T00:00:00.000Z' } });
    const { warnings } = await ask({ distro: 'debian', architecture: 'arm64' }, world);
    expect(warnings).toContainEqual({
      code: 'deprecated-soon',
      target: US,
      message: expect.stringContaining('will be deprecated in 54 days'),
    });
  });

  it('is found by the name of a public SSM parameter', async () => {
    const family = '/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-6.1-arm64';
    const { image } = await ask({ family });
    expect(image).toMatchObject({ family, name: 'al2023-ami-2023.6.20250303.0-kernel-6.1-arm64' });
  });

  it('is found by its tags', async () => {
    const { image } = await ask({ owners: ['self'], tags: { env: 'staging' } });
    expect(image.name).toBe('golden-ubuntu-24.04-2025-03-01');
  });

  it('that is deprecated is hidden, unless the query includes deprecated images', async () => {
    const query = { distro: 'centos', osVersion: '7', architecture: 'x86_64' } as const;
    await expect(ask(query)).rejects.toMatchObject({ code: 'no-match' });
    const { image } = await ask({ ...query, includeDeprecated: true });
    expect(image).toMatchObject({ deprecated: true, name: 'CentOS Linux 7 x86_64 - 2211' });
  });
});
