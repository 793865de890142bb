import {
  accountEnvironment,
  createWorld,
  defaultAccounts,
  VOCABULARY,
  type CloudId,
  type Fault,
} from '@cloudimages/simulator';
import { CLOUDS } from '../../provider/clouds/index';
import { createEngine } from '../../provider/compose';
import type { HttpClient } from '../../provider/transport/http-client';
import { hastyClock, httpInProcess } from '../contract/harness';

/** An engine over a cloud's simulated API, with the hosts that it called. */
function engineOver(
  cloud: CloudId,
  options: {
    readonly faults?: readonly Fault[];
    readonly through?: (http: HttpClient) => HttpClient;
    readonly configuration?: object;
  } = {},
) {
  const world = createWorld({ faults: options.faults ?? [] });
  const hosts: string[] = [];
  const http = options.through?.(httpInProcess(world, cloud)) ?? httpInProcess(world, cloud);
  const engine = createEngine(options.configuration ?? {}, {
    environment: accountEnvironment(defaultAccounts()),
    clock: hastyClock(),
    http: {
      ...http,
      async send(request, sending) {
        hosts.push(new URL(request.url).host);
        return http.send(request, sending);
      },
    },
  });
  return { engine, hosts, world };
}

const LISTING = (['alicloud', 'tencentcloud', 'zenlayercloud'] as const).map((cloud) => [cloud]);

describe('targets', () => {
  it.each(LISTING)('are listed by the API of %s, with one request', async (cloud) => {
    const { engine, world } = engineOver(cloud);
    const targets = (await engine.targets(cloud)).map(({ target }) => target);
    const regions = VOCABULARY[cloud].regions.map((region) => `${cloud}/${region}`);
    expect(targets).toEqual(expect.arrayContaining(regions));
    expect(targets).toEqual(targets.toSorted());
    await engine.targets(cloud);
    expect(world.requests().map(({ action }) => action)).toEqual([
      VOCABULARY[cloud].regionsOperation,
    ]);
  });

  it('are an error where the API does not list them', async () => {
    await expect(engineOver('qcloud').engine.targets('qcloud')).rejects.toMatchObject({
      code: 'bad-request',
      facts: { cloud: 'qcloud' },
    });
  });

  it('are an error for a cloud that is not known, with the one that was meant', async () => {
    await expect(engineOver('alicloud').engine.targets('alcloud')).rejects.toMatchObject({
      code: 'invalid-query',
      reason: expect.stringContaining('Did you mean "alicloud"?'),
    });
  });

  it('name the permission that is missing', async () => {
    const faults = [{ kind: 'forbidden', action: 'DescribeRegions' } as const];
    await expect(
      engineOver('alicloud', { faults }).engine.targets('alicloud'),
    ).rejects.toMatchObject({
      code: 'forbidden',
      facts: { operation: 'DescribeRegions', hint: expect.stringContaining('ecs:DescribeRegions') },
    });
  });
});

describe('a target that does not exist', () => {
  it.each([
    ['tencentcloud', 'ap-singapor', 'ap-singapore'],
    ['zenlayercloud', 'asia-east-1b', 'asia-east-1a'],
  ] as const)('is an error at %s with the nearest ones: %s', async (cloud, region, nearest) => {
    const { engine } = engineOver(cloud);
    await expect(engine.getImages({ targets: [`${cloud}/${region}`] })).rejects.toMatchObject({
      code: 'bad-request',
      reason: expect.stringMatching(new RegExp(`no .*"${region}".*nearest are ${nearest}`)),
      facts: { hint: expect.stringContaining(`cloudimages targets --cloud ${cloud}`) },
    });
  });

  it('is an error at alicloud before a host is called that may not exist', async () => {
    const { engine, hosts } = engineOver('alicloud');
    await expect(engine.getImages({ targets: ['alicloud/cn-hangzou'] })).rejects.toMatchObject({
      reason: expect.stringContaining('The nearest are cn-hangzhou'),
    });
    expect(hosts).toEqual(['ecs-cn-hangzhou.aliyuncs.com']);
  });

  it('is the API’s own error where the list of regions is refused', async () => {
    const faults = [{ kind: 'forbidden', action: 'DescribeRegions' } as const];
    const { engine } = engineOver('tencentcloud', { faults });
    await expect(engine.getImages({ targets: ['tencentcloud/ap-nowhere'] })).rejects.toMatchObject({
      code: 'bad-request',
      reason: expect.stringContaining('InvalidRegion.NotFound'),
    });
  });
});

describe('the endpoint of a region at alicloud', () => {
  const MEXICO = 'na-south-1';

  /** The API with a region that no table has, at this host. */
  const withRegion =
    (host: string) =>
    (http: HttpClient): HttpClient => ({
      ...http,
      async send(request, options) {
        const isRegions = JSON.stringify(request).includes('DescribeRegions');
        const known = { ...request, url: request.url.replaceAll(MEXICO, 'cn-beijing') };
        if (!isRegions) return { status: 200, headers: {}, text: EMPTY };
        const answer = await http.send(known, options);
        const Region = [{ RegionId: MEXICO, LocalName: 'Mexico', RegionEndpoint: host }];
        return { ...answer, text: JSON.stringify({ Regions: { Region }, RequestId: 'r' }) };
      },
    });
  const EMPTY = JSON.stringify({ Images: { Image: [] }, TotalCount: 0 });
  const query = { targets: [`alicloud/${MEXICO}`], optional: true, owners: ['public'] };

  it('comes from the list of regions where the table has none', async () => {
    const through = withRegion('ecs-mexico.aliyuncs.com');
    const { engine, hosts } = engineOver('alicloud', { through });
    await engine.getImages(query);
    expect(hosts).toEqual(['ecs-cn-hangzhou.aliyuncs.com', 'ecs-mexico.aliyuncs.com']);
  });

  it.each(['evil.example', 'aliyuncs.com.evil.example', 'x@evil.example', 'a/b.aliyuncs.com'])(
    'is never a host that is not the vendor’s: %s',
    async (host) => {
      const { engine, hosts } = engineOver('alicloud', { through: withRegion(host) });
      await engine.getImages(query);
      expect(hosts).toEqual(['ecs-cn-hangzhou.aliyuncs.com', `ecs.${MEXICO}.aliyuncs.com`]);
    },
  );

  it('is the usual one where the list of regions is refused', async () => {
    const refuse = (http: HttpClient): HttpClient => ({
      ...http,
      send: async (request) =>
        JSON.stringify(request).includes('DescribeRegions')
          ? { status: 403, headers: {}, text: '{"Code":"Forbidden.RAM","Message":"no"}' }
          : { status: 200, headers: {}, text: EMPTY },
    });
    const { engine, hosts } = engineOver('alicloud', { through: refuse });
    await engine.getImages(query);
    expect(hosts.at(-1)).toBe(`ecs.${MEXICO}.aliyuncs.com`);
  });

  it.each(['constructor', 'toString', '__proto__x'])('is a host for the region %s', (region) => {
    expect(CLOUDS.alicloud.endpoint(region)).toBe(`https://ecs.${region}.aliyuncs.com`);
  });
});

describe('the site of tencentcloud', () => {
  it.each([
    [undefined, 'ap-singapore', 'cvm.tencentcloudapi.com'],
    ['cn', 'ap-singapore', 'cvm.tencentcloudapi.com'],
    ['intl', 'ap-singapore', 'cvm.intl.tencentcloudapi.com'],
    ['intl', 'ap-shanghai-fsi', 'cvm.ap-shanghai-fsi.tencentcloudapi.com'],
  ])('%s in %s is served by %s', async (site, region, host) => {
    const configuration = site === undefined ? {} : { tencentcloud: { site } };
    const { engine, hosts } = engineOver('tencentcloud', { configuration });
    await engine.getImages({ targets: [`tencentcloud/${region}`], optional: true });
    expect(new Set(hosts)).toEqual(new Set([host]));
  });
});

describe('maxImages', () => {
  it('limits how long a list may be', async () => {
    const configuration = { maxImages: 3 };
    const { engine } = engineOver('alicloud', { configuration });
    await expect(engine.getImages({ targets: ['alicloud/cn-hangzhou'] })).rejects.toMatchObject({
      code: 'bad-response',
      reason: expect.stringContaining('3 items are read'),
    });
  });

  it('must be a whole number from 1', () => {
    for (const maxImages of [0, -1, 1.5]) {
      expect(() => createEngine({ maxImages })).toThrow(
        expect.objectContaining({ code: 'invalid-configuration' }),
      );
    }
  });
});
