import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { RawImage } from '../../provider/clouds/definition/field-readers';
import { readImage } from '../../provider/clouds/definition/read-image';
import { CLOUDS } from '../../provider/clouds/index';
import type { Image } from '../../provider/image/answer.generated';
import { readXml } from '../../provider/transport/xml';

// Sample answers, letter for letter, as whole images.

const NOW = Date.parse('2025-06-08T00:00:00Z');
const US = { cloud: 'aws', region: 'us-east-1' } as const;

const file = (name: string) => readFileSync(path.join(__dirname, '../fixtures/aws', name), 'utf8');

const readAnswer = (name: string) => CLOUDS.aws.read(readXml(file(name)));

interface Read {
  readonly images: readonly Omit<Image, 'raw'>[];
  readonly problems: readonly string[];
}

function readAll(raws: readonly RawImage[], target: typeof US = US): Read {
  const problems: string[] = [];
  const images = raws.map((raw) => {
    const report = (problem: string) => problems.push(problem);
    const { raw: text, ...image } = readImage(CLOUDS.aws, target, raw, report, { nowMs: NOW });
    expect(JSON.parse(text)).toEqual(raw);
    return image;
  });
  return { images, problems };
}

function readXmlImages(name: string): Read {
  const page = readAnswer(name);
  if (page === undefined || !('items' in page)) throw new Error(`${name} is not a page`);
  return readAll(page.items);
}

/** SDKs rename these members; of all others, only the case of the first letter differs. */
const WIRE_NAMES: Readonly<Record<string, string>> = {
  State: 'imageState',
  OwnerId: 'imageOwnerId',
  Public: 'isPublic',
  Tags: 'tagSet',
  BlockDeviceMappings: 'blockDeviceMapping',
};

/** An image as the CLI prints it → as EC2 sends it: every value is a string. */
function toWire(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toWire);
  if (typeof value !== 'object' || value === null) return String(value);
  const members = Object.entries(value).map(([name, member]) => [
    WIRE_NAMES[name] ?? `${name.charAt(0).toLowerCase()}${name.slice(1)}`,
    toWire(member),
  ]);
  return Object.fromEntries(members);
}

function readCliImages(name: string): Read {
  const { Images: images } = JSON.parse(file(name)) as { Images: unknown[] };
  return readAll(images.map((image) => toWire(image) as RawImage));
}

const PLACE = { ...US, target: 'aws/us-east-1' };

describe('aws reads', () => {
  it('a capture of Canonical’s images: the account makes them public, the alias does not', () => {
    const { images, problems } = readCliImages('capture-ubuntu-2024.json');
    expect(problems).toEqual([]);
    const common = { ...PLACE, osType: 'linux', distro: 'ubuntu', architecture: 'x86_64' };
    expect(images).toEqual([
      {
        ...common,
        id: 'ami-5f709f34',
        name: 'ubuntu/images/hvm-ssd/ubuntu-trusty-14.04-amd64-server-20150603',
        osVersion: '14.04',
        bootMode: 'bios',
        variant: 'base',
        owner: 'public',
        ownerId: '099720109477',
        status: 'available',
        deprecated: true,
        deprecatedAt: '2022-08-28T23:59:59Z',
        createdAt: '2015-06-04T08:12:16Z',
        buildDate: '2015-06-03',
        sizeGiB: 8,
        minDiskGiB: 8,
        loginUser: 'ubuntu',
        disks: [{ usage: 'system', device: '/dev/sda1', sizeGiB: 8, snapshotId: 'snap-0822c746' }],
        inferred: ['bootMode', 'buildDate', 'distro', 'loginUser', 'osVersion', 'variant'],
      },
      {
        ...common,
        id: 'ami-0075013580f6322a1',
        name: 'ubuntu/images/hvm-ssd/ubuntu-jammy-22.04-amd64-server-20240701',
        description: 'Canonical, Ubuntu, 22.04 LTS, amd64 jammy image build on 2024-07-01',
        osVersion: '22.04',
        bootMode: 'uefi-preferred',
        variant: 'base',
        owner: 'public',
        ownerId: '099720109477',
        status: 'available',
        // A live image: the time is in the future.
        deprecated: false,
        deprecatedAt: '2026-07-01T16:36:59Z',
        createdAt: '2024-07-01T16:36:59Z',
        buildDate: '2024-07-01',
        sizeGiB: 8,
        minDiskGiB: 8,
        loginUser: 'ubuntu',
        disks: [
          {
            usage: 'system',
            device: '/dev/sda1',
            sizeGiB: 8,
            snapshotId: 'snap-0e5588bd53af1ff2c',
          },
        ],
        inferred: ['buildDate', 'distro', 'loginUser', 'osVersion', 'variant'],
      },
    ]);
  });

  it('captures of Amazon Linux 2', () => {
    const { images, problems } = readCliImages('capture-amazon-linux-2.json');
    expect(problems).toEqual([]);
    expect(images).toEqual([
      expect.objectContaining({
        id: 'ami-02f624c08a83ca16f',
        ...{ distro: 'amazon', osVersion: '2', owner: 'public', ownerId: '137112412989' },
        ...{ deprecated: false, deprecatedAt: '2025-07-01T00:00:00Z', loginUser: 'ec2-user' },
      }),
      expect.objectContaining({ id: 'ami-0c4e4b4eb2e11d1d4', distro: 'amazon', deprecated: true }),
    ]);
  });

  it('the example of the AWS CLI, whose masked account publishes for everyone', () => {
    const { images, problems } = readCliImages('awscli-example-rhel8.json');
    expect(problems).toEqual([]);
    expect(images).toEqual([
      expect.objectContaining({
        id: 'ami-1234567890EXAMPLE',
        ...{ distro: 'rhel', osVersion: '8.0.0', osType: 'linux', architecture: 'x86_64' },
        ...{ owner: 'community', ownerId: '123456789012' },
      }),
    ]);
    expect(images[0]).not.toHaveProperty('loginUser');
  });

  it('libcloud’s answer: private images of another account, with disks of the instance', () => {
    const { images, problems } = readXmlImages('libcloud-describe-images.xml');
    expect(problems).toEqual([]);
    expect(images.length).toBeGreaterThan(1);
    expect(images[0]).toEqual({
      ...PLACE,
      id: 'ami-57ba933a',
      name: 'Test Image',
      description: 'Testing Stuff',
      architecture: 'x86_64',
      bootMode: 'bios',
      owner: 'shared',
      ownerId: '123456788908',
      status: 'available',
      createdAt: '2021-01-10T18:24:00Z',
      sizeGiB: 10,
      minDiskGiB: 10,
      disks: [{ usage: 'system', device: '/dev/sda1', sizeGiB: 10, snapshotId: 'snap-88123ed9' }],
      inferred: ['bootMode'],
    });
  });

  it('moto’s answer', () => {
    const { images, problems } = readXmlImages('describe-images-moto.xml');
    expect(problems).toEqual([]);
    expect(
      images.map(({ id, distro, osVersion, owner }) => [id, distro, osVersion, owner]),
    ).toEqual([
      ['ami-1e749f67', 'ubuntu', '14.04', 'public'],
      ['ami-785db401', 'ubuntu', '16.04', 'public'],
    ]);
  });

  it.each([
    [
      'error-dryrun-moto.xml',
      'DryRunOperation',
      'Request would have succeeded, but DryRun flag is set.',
    ],
    [
      'error-invalid-amiid-notfound-moto.xml',
      'InvalidAMIID.NotFound',
      "The image id '[ami-12345678]' does not exist",
    ],
  ])('the error in %s', (name, code, message) => {
    expect(readAnswer(name)).toEqual({ code, message, requestId: 'request-id' });
  });
});

describe('the owner of an image of aws', () => {
  const ownerIn = (region: string, raw: RawImage, owner?: 'self') =>
    readImage(
      CLOUDS.aws,
      { cloud: 'aws', region },
      { imageId: 'ami-00000001', ...raw },
      () => undefined,
      { nowMs: NOW, owner },
    ).owner;

  it.each([
    ['us-east-1', '099720109477', 'public'],
    ['cn-north-1', '837727238323', 'public'],
    ['us-gov-west-1', '513442679011', 'public'],
    // Canonical's account of another partition is anyone's here.
    ['us-east-1', '837727238323', 'community'],
    // An account of Amazon in one opt-in region.
    ['af-south-1', '210953353124', 'public'],
    ['us-east-1', '210953353124', 'community'],
    ['us-east-1', '444455556666', 'community'],
  ])('in %s with the account %s is %s', (region, imageOwnerId, owner) => {
    expect(ownerIn(region, { isPublic: 'true', imageOwnerId })).toBe(owner);
  });

  it('does not go by the alias amazon', () => {
    const raw = { isPublic: 'true', imageOwnerId: '444455556666', imageOwnerAlias: 'amazon' };
    expect(ownerIn('us-east-1', raw)).toBe('community');
  });

  it('is the account itself where its own list has the image, though it is published', () => {
    expect(ownerIn('us-east-1', { isPublic: 'true', imageOwnerId: '123456789012' }, 'self')).toBe(
      'self',
    );
  });

  it('is another account where an official publisher shares a private image', () => {
    const raw = { isPublic: 'false', imageOwnerId: '099720109477' };
    expect(ownerIn('us-east-1', raw)).toBe('shared');
  });
});

describe('the architecture of an instance type of aws', () => {
  it.each([
    ...['t4g.micro', 'm7g.large', 'c7gn.xlarge', 'im4gn.large', 'is4gen.medium', 'x2gd.metal'],
    ...['hpc7g.4xlarge', 'g5g.xlarge', 'a1.medium', 'i8ge.large', 'c8gd.metal-48xl'],
    'p6e-gb200.36xlarge',
  ])('of %s is arm64', (type) => {
    expect(CLOUDS.aws.instanceArchitecture?.(type)).toBe('arm64');
  });

  it.each([
    ...['t2.micro', 'm5.large', 'g4dn.xlarge', 'g6e.xlarge', 'u-6tb1.metal', 'u7i-12tb.224xlarge'],
    ...['trn1.2xlarge', 'inf2.xlarge', 'm7i-flex.large', 'p6-b200.48xlarge', 'z1d.large'],
  ])('of %s is x86_64', (type) => {
    expect(CLOUDS.aws.instanceArchitecture?.(type)).toBe('x86_64');
  });

  it.each(['mac2.metal', 'mac1.metal', 'm5', 'ecs.g7.large', 'large', ''])(
    'of %s is not known',
    (type) => {
      expect(CLOUDS.aws.instanceArchitecture?.(type)).toBeUndefined();
    },
  );
});
