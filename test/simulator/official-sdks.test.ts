import OpenApiClient, { Config, OpenApiRequest, Params } from '@alicloud/openapi-client';
import { RuntimeOptions } from '@alicloud/tea-util';
import { CommonClient } from 'tencentcloud-sdk-nodejs-common';
import { cvm } from 'tencentcloud-sdk-nodejs-cvm';
import { startSimulator, VOCABULARY, type CloudId, type Simulator } from '@cloudimages/simulator';

let simulator: Simulator;

beforeAll(async () => {
  simulator = await startSimulator();
});

afterAll(() => simulator.close());

beforeEach(() => simulator.world.reset());

function host(cloud: CloudId): string {
  return new URL(simulator.endpoints[cloud]).host;
}

function catalogIds(cloud: CloudId, region: string): string[] {
  return simulator.world
    .images(cloud, region)
    .filter(({ owner }) => owner !== 'marketplace' && owner !== 'community')
    .map(({ id }) => id);
}

describe('tencentcloud-sdk-nodejs-cvm, signing TC3', () => {
  function client(secretKey: string, token?: string) {
    return new cvm.v20170312.Client({
      credential: {
        secretId: token ? 'simulator-temporary-key-tencentcloud' : 'simulator-key-tencentcloud',
        secretKey,
        ...(token ? { token } : {}),
      },
      region: 'ap-singapore',
      profile: {
        language: 'en-US',
        httpProfile: { endpoint: host('tencentcloud'), protocol: 'http://' },
      },
    });
  }

  it.each([
    ['a plain key', 'simulator-secret-tencentcloud', undefined],
    ['a temporary key', 'simulator-secret-temporary-tencentcloud', 'simulator-token-tencentcloud'],
  ])('lists every image page by page with %s', async (_, secretKey, token) => {
    const sdk = client(secretKey, token);
    const ids: string[] = [];
    let total = Infinity;
    while (ids.length < total) {
      const page = await sdk.DescribeImages({ Offset: ids.length, Limit: 20 });
      total = page.TotalCount ?? 0;
      ids.push(...(page.ImageSet ?? []).map((image) => image.ImageId ?? ''));
    }
    expect(ids).toEqual(catalogIds('tencentcloud', 'ap-singapore'));
  });

  it('asks for images by their ids', async () => {
    const wanted = catalogIds('tencentcloud', 'ap-singapore').slice(0, 3);
    const page = await client('simulator-secret-tencentcloud').DescribeImages({ ImageIds: wanted });
    expect((page.ImageSet ?? []).map((image) => image.ImageId).toSorted()).toEqual(
      wanted.toSorted(),
    );
  });

  it('is refused with a wrong key', async () => {
    await expect(client('not the key').DescribeImages({})).rejects.toMatchObject({
      code: 'AuthFailure.SignatureFailure',
    });
  });
});

describe('the regions and snapshots of tencentcloud', () => {
  const configuration = () => ({
    credential: {
      secretId: 'simulator-key-tencentcloud',
      secretKey: 'simulator-secret-tencentcloud',
    },
    region: 'ap-singapore',
    profile: { httpProfile: { endpoint: host('tencentcloud'), protocol: 'http://' as const } },
  });

  it('are listed by tencentcloud-sdk-nodejs-cvm', async () => {
    const { RegionSet, TotalCount } = await new cvm.v20170312.Client(
      configuration(),
    ).DescribeRegions();
    expect(RegionSet?.map(({ Region }) => Region)).toEqual(VOCABULARY.tencentcloud.regions);
    expect(TotalCount).toBe(VOCABULARY.tencentcloud.regions.length);
  });

  it('are listed by the common client, which signs for the service in the host', async () => {
    const client = new CommonClient(host('tencentcloud'), '2017-03-12', configuration());
    const answer: unknown = await client.request('DescribeSnapshots', {
      SnapshotIds: ['snap-golden02'],
    });
    expect(answer).toMatchObject({ SnapshotSet: [{ SnapshotId: 'snap-golden02' }] });
  });
});

describe('tencentcloud-sdk-nodejs-cvm, signing its parameters and sent to the path of API v2', () => {
  function client(signMethod: 'HmacSHA1' | 'HmacSHA256', secretKey: string) {
    const sdk = new cvm.v20170312.Client({
      credential: { secretId: 'simulator-key-tencentcloud', secretKey },
      region: 'ap-guangzhou',
      profile: {
        signMethod,
        httpProfile: { endpoint: host('qcloud'), protocol: 'http://', reqMethod: 'GET' },
      },
    });
    return Object.assign(sdk, { path: '/v2/index.php' });
  }

  it.each(['HmacSHA1', 'HmacSHA256'] as const)('lists every image, signing %s', async (method) => {
    const page = await client(method, 'simulator-secret-tencentcloud').DescribeImages({
      Limit: 100,
    });
    expect((page.ImageSet ?? []).map((image) => image.ImageId)).toEqual(
      catalogIds('qcloud', 'ap-guangzhou'),
    );
  });

  it('is refused with a wrong key', async () => {
    await client('HmacSHA256', 'not the key')
      .DescribeImages({})
      .catch(() => undefined);
    expect(simulator.world.requests()).toMatchObject([{ cloud: 'qcloud', code: '4100' }]);
  });
});

describe('@alicloud/openapi-client', () => {
  function client(algorithm: 'ACS3-HMAC-SHA256' | 'v2', secret: string, token?: string) {
    return new OpenApiClient(
      new Config({
        accessKeyId: token ? 'simulator-temporary-key-alicloud' : 'simulator-key-alicloud',
        accessKeySecret: secret,
        endpoint: host('alicloud'),
        protocol: 'http',
        signatureAlgorithm: algorithm,
        ...(token ? { securityToken: token, type: 'sts' } : {}),
      }),
    );
  }
  async function call(
    sdk: OpenApiClient,
    query: Record<string, string>,
    action = 'DescribeImages',
  ): Promise<Record<string, unknown>> {
    const params = new Params({
      action,
      version: '2014-05-26',
      protocol: 'HTTP',
      pathname: '/',
      method: 'POST',
      authType: 'AK',
      style: 'RPC',
      reqBodyType: 'formData',
      bodyType: 'json',
    });
    const request = new OpenApiRequest({ query: { RegionId: 'cn-hangzhou', ...query } });
    const { body } = await sdk.callApi(params, request, new RuntimeOptions({}));
    return body as Record<string, unknown>;
  }
  interface ImagePage {
    readonly TotalCount: number;
    readonly Images: { readonly Image: readonly { readonly ImageId: string }[] };
  }

  it.each([
    ['ACS3-HMAC-SHA256', 'simulator-secret-alicloud', undefined],
    ['v2', 'simulator-secret-alicloud', undefined],
    ['ACS3-HMAC-SHA256', 'simulator-secret-temporary-alicloud', 'simulator-token-alicloud'],
    ['v2', 'simulator-secret-temporary-alicloud', 'simulator-token-alicloud'],
  ] as const)(
    'lists every image page by page, signing %s (%s)',
    async (algorithm, secret, token) => {
      const sdk = client(algorithm, secret, token);
      const ids: string[] = [];
      let total = Infinity;
      for (let page = 1; ids.length < total; page += 1) {
        const query = { PageNumber: String(page), PageSize: '30', Status: 'ALL' };
        const answer = (await call(sdk, query)) as unknown as ImagePage;
        total = answer.TotalCount;
        ids.push(...answer.Images.Image.map((image) => image.ImageId));
      }
      expect(ids).toEqual(catalogIds('alicloud', 'cn-hangzhou'));
    },
  );

  it.each(['ACS3-HMAC-SHA256', 'v2'] as const)(
    'is refused with a wrong key, signing %s',
    async (algorithm) => {
      await expect(call(client(algorithm, 'not the key'), {})).rejects.toMatchObject({
        code: 'SignatureDoesNotMatch',
      });
    },
  );

  it('asks for images by their ids', async () => {
    const wanted = catalogIds('alicloud', 'cn-hangzhou').slice(0, 3);
    const sdk = client('v2', 'simulator-secret-alicloud');
    const query = { ImageId: wanted.join(','), Status: 'ALL' };
    const answer = (await call(sdk, query)) as unknown as ImagePage;
    expect(answer.Images.Image.map((image) => image.ImageId).toSorted()).toEqual(wanted.toSorted());
  });

  it('asks for images by their creation times', async () => {
    const sdk = client('v2', 'simulator-secret-alicloud');
    const between = {
      'Filter.1.Key': 'CreationStartTime',
      'Filter.1.Value': '2024-02-01T00:00Z',
      'Filter.2.Key': 'CreationEndTime',
      'Filter.2.Value': '2024-09-01T00:00Z',
    };
    const page = (await call(sdk, { PageSize: '100', ...between })) as unknown as {
      readonly Images: { readonly Image: readonly { readonly CreationTime: string }[] };
    };
    const times = page.Images.Image.map(({ CreationTime }) => CreationTime);
    expect(times.length).toBeGreaterThan(0);
    expect(times.every((time) => time >= '2024-02' && time < '2024-09-01T00:01')).toBe(true);
  });

  it.each(['ACS3-HMAC-SHA256', 'v2'] as const)(
    'lists regions and tags, signing %s',
    async (algorithm) => {
      const sdk = client(algorithm, 'simulator-secret-alicloud');
      const regions = await call(sdk, {}, 'DescribeRegions');
      expect(regions).toMatchObject({
        Regions: {
          Region: VOCABULARY.alicloud.regions.map((RegionId) => ({
            RegionId,
            RegionEndpoint: `ecs.${RegionId}.aliyuncs.com`,
          })),
        },
      });
      const ResourceId = 'm-bp1golden0ubuntu0001';
      expect(await call(sdk, { ResourceType: 'image', ResourceId }, 'DescribeTags')).toMatchObject({
        TotalCount: 2,
      });
    },
  );
});
