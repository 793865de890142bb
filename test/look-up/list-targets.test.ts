import { accountEnvironment, createWorld, defaultAccounts } from '@cloudimages/simulator';
import { createEngine } from '../../provider/compose';
import { hastyClock, httpInProcess } from '../contract/harness';

/** An engine over Alibaba Cloud with these regions. */
function engineWith(regions: readonly { RegionId: string; LocalName?: string }[]) {
  const http = httpInProcess(createWorld(), 'alicloud');
  return createEngine(
    {},
    {
      environment: accountEnvironment(defaultAccounts()),
      clock: hastyClock(),
      http: {
        ...http,
        async send(request, options) {
          const answer = await http.send(request, options);
          const Region = regions.map((region) => ({
            ...region,
            RegionEndpoint: 'ecs.aliyuncs.com',
          }));
          return { ...answer, text: JSON.stringify({ Regions: { Region }, RequestId: 'r' }) };
        },
      },
    },
  );
}

describe('the targets of a cloud', () => {
  it('are sorted, and have the names that the API gives them', async () => {
    const engine = engineWith([
      { RegionId: 'eu-central-1', LocalName: 'Germany (Frankfurt)' },
      { RegionId: 'cn-hangzhou' },
      { RegionId: 'cn-beijing', LocalName: 'cn-beijing' },
    ]);
    expect(await engine.targets('alicloud')).toEqual([
      { target: 'alicloud/cn-beijing' },
      { target: 'alicloud/cn-hangzhou' },
      { target: 'alicloud/eu-central-1', name: 'Germany (Frankfurt)' },
    ]);
  });

  it('are those of a known cloud', async () => {
    const reason =
      /^"alcloud" is not a known cloud\. The clouds are alicloud, .+\. Did you mean "alicloud"\?$/;
    await expect(engineWith([]).targets('alcloud')).rejects.toMatchObject({
      code: 'invalid-query',
      reason: expect.stringMatching(reason),
    });
  });
});
