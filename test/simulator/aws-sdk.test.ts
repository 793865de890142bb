import { createRequire } from 'node:module';
import path from 'node:path';
import { startSimulator, type Simulator } from '@cloudimages/simulator';
import { describeWithPackages } from '../engines/find';

// AWS's own client as a client of the simulated EC2: its signatures, its names, its reader of XML.

interface SdkImage {
  readonly ImageId?: string;
  readonly Name?: string;
  readonly OwnerId?: string;
  readonly Public?: boolean;
  readonly State?: string;
  readonly Tags?: readonly { readonly Key?: string; readonly Value?: string }[];
  readonly BlockDeviceMappings?: readonly {
    readonly DeviceName?: string;
    readonly VirtualName?: string;
    readonly Ebs?: { readonly VolumeSize?: number };
  }[];
  readonly DeprecationTime?: string;
}

/** The part of `@aws-sdk/client-ec2` that is used here. */
interface Sdk {
  readonly EC2: new (configuration: object) => {
    describeImages(input: object): Promise<{
      readonly Images?: readonly SdkImage[];
      readonly NextToken?: string;
    }>;
    describeRegions(input: object): Promise<{
      readonly Regions?: readonly { readonly RegionName?: string; readonly Endpoint?: string }[];
    }>;
    destroy(): void;
  };
  readonly paginateDescribeImages: (
    configuration: object,
    input: object,
  ) => AsyncIterable<{ readonly Images?: readonly SdkImage[] }>;
}

describeWithPackages('aws-sdk', '@aws-sdk/client-ec2', (folder) => {
  let simulator: Simulator;
  let sdk: Sdk;
  const clients: { destroy(): void }[] = [];

  beforeAll(async () => {
    simulator = await startSimulator();
    sdk = createRequire(path.join(folder, 'package.json'))('@aws-sdk/client-ec2') as Sdk;
  });
  afterEach(() => clients.splice(0).forEach((client) => client.destroy()));
  afterAll(() => simulator.close());

  function client(credentials: object = {}, region = 'us-east-1') {
    const made = new sdk.EC2({
      region,
      endpoint: simulator.endpoints.aws,
      maxAttempts: 1,
      credentials: {
        accessKeyId: 'simulator-key-aws',
        secretAccessKey: 'simulator-secret-aws',
        ...credentials,
      },
    });
    clients.push(made);
    return made;
  }

  const idsIn = (keep: (image: { owner: string; platform: string }) => boolean) =>
    simulator.world
      .images('aws', 'us-east-1')
      .filter(keep)
      .map(({ id }) => id);

  it('lists all images of an account page after page', async () => {
    const input = { Owners: ['099720109477'], IncludeDeprecated: true };
    const ids: (string | undefined)[] = [];
    let pages = 0;
    const paged = sdk.paginateDescribeImages({ client: client(), pageSize: 10 }, input);
    for await (const { Images = [] } of paged) {
      pages += 1;
      ids.push(...Images.map(({ ImageId }) => ImageId));
    }
    expect(ids).toEqual(
      idsIn(({ owner, platform }) => owner === 'public' && platform === 'Ubuntu'),
    );
    expect(pages).toBe(Math.ceil(ids.length / 10));
  });

  it('lists everything in one answer without a page size', async () => {
    const { Images = [], NextToken } = await client().describeImages({
      Owners: ['amazon'],
      IncludeDeprecated: true,
    });
    expect(Images.map(({ ImageId }) => ImageId)).toEqual(idsIn(({ owner }) => owner === 'public'));
    expect(NextToken).toBeUndefined();
  });

  it('hides deprecated images of others unless they are included', async () => {
    const list = async (input: object) =>
      (await client().describeImages({ Owners: ['125523088429'], ...input })).Images ?? [];
    const all = await list({ IncludeDeprecated: true });
    const live = await list({});
    expect(live.length).toBeLessThan(all.length);
    const now = Date.now();
    for (const { DeprecationTime = '' } of live)
      expect(Date.parse(DeprecationTime)).toBeGreaterThan(now);
  });

  it('reads an own image with its tags and disks, and applies filters with wildcards', async () => {
    const { Images = [] } = await client().describeImages({
      Owners: ['self'],
      Filters: [
        { Name: 'name', Values: ['golden-ubuntu-24.04-2025-0?-01'] },
        { Name: 'tag:env', Values: ['staging', 'test'] },
      ],
    });
    expect(Images).toEqual([
      expect.objectContaining({
        ...{ Name: 'golden-ubuntu-24.04-2025-03-01', OwnerId: '123456789012', Public: false },
        State: 'available',
        Tags: [
          { Key: 'env', Value: 'staging' },
          { Key: 'team', Value: 'platform' },
        ],
      }),
    ]);
    const [{ BlockDeviceMappings = [] } = {}] = Images;
    expect(
      BlockDeviceMappings.map(({ DeviceName, VirtualName, Ebs }) => [
        DeviceName,
        VirtualName ?? Ebs?.VolumeSize,
      ]),
    ).toEqual([
      ...[
        ['/dev/sda1', 20],
        ['/dev/sdb', 100],
        ['/dev/sdb', 'ephemeral0'],
        ['/dev/sdc', 'ephemeral1'],
      ],
    ]);
  });

  it('takes a backslash before a wildcard as the character itself', async () => {
    const { Images = [] } = await client().describeImages({
      Owners: ['self'],
      Filters: [{ Name: 'name', Values: ['my al2023 \\* copy\\?'] }],
    });
    expect(Images.map(({ Name }) => Name)).toEqual(['my al2023 * copy?']);
  });

  it('signs with temporary keys', async () => {
    const temporary = {
      accessKeyId: 'simulator-temporary-key-aws',
      secretAccessKey: 'simulator-secret-temporary-aws',
      sessionToken: 'simulator-token-aws',
    };
    const { Images } = await client(temporary).describeImages({ Owners: ['self'] });
    expect(Images?.length).toBeGreaterThan(3);
  });

  it.each<[string, object, object, string]>([
    ['a wrong secret', { secretAccessKey: 'wrong' }, { Owners: ['self'] }, 'AuthFailure'],
    ['an unknown key', { accessKeyId: 'AKIANOBODY' }, { Owners: ['self'] }, 'AuthFailure'],
    [
      'a key without permission',
      {
        accessKeyId: 'simulator-forbidden-key-aws',
        secretAccessKey: 'simulator-secret-forbidden-aws',
      },
      { Owners: ['self'] },
      'UnauthorizedOperation',
    ],
    ['an unknown id', {}, { ImageIds: ['ami-0123456789abcdef0'] }, 'InvalidAMIID.NotFound'],
    ['an id of another form', {}, { ImageIds: ['img-1'] }, 'InvalidAMIID.Malformed'],
    ['an owner of another form', {}, { Owners: ['canonical'] }, 'InvalidUserID.Malformed'],
    [
      'a filter that does not exist',
      {},
      { Filters: [{ Name: 'colour', Values: ['blue'] }] },
      'InvalidParameterValue',
    ],
    [
      'more than 200 values of a filter',
      {},
      {
        Filters: [
          { Name: 'name', Values: Array.from({ length: 201 }, (_, index) => String(index)) },
        ],
      },
      'FilterLimitExceeded',
    ],
    ['a page that is too large', {}, { MaxResults: 1001 }, 'InvalidParameterValue'],
    ['a page that is too small', {}, { MaxResults: 4 }, 'InvalidParameterValue'],
    [
      'a token that no page carried',
      {},
      { NextToken: 'made-up', MaxResults: 5 },
      'InvalidNextToken',
    ],
    [
      'ids and a page size',
      {},
      { ImageIds: ['ami-0123456789abcdef0'], MaxResults: 5 },
      'InvalidParameterCombination',
    ],
    ['a dry run', {}, { Owners: ['self'], DryRun: true }, 'DryRunOperation'],
  ])('reads the refusal of %s', async (_, credentials, input, name) => {
    await expect(client(credentials).describeImages(input)).rejects.toMatchObject({ name });
  });

  it('lists the regions of its partition with their hosts', async () => {
    const { Regions = [] } = await client({}, 'cn-north-1').describeRegions({});
    expect(Regions.map(({ RegionName, Endpoint }) => [RegionName, Endpoint])).toEqual([
      ['cn-north-1', 'ec2.cn-north-1.amazonaws.com.cn'],
      ['cn-northwest-1', 'ec2.cn-northwest-1.amazonaws.com.cn'],
    ]);
  });
});
