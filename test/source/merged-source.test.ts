import { mergeSources } from '../../provider/source/merged-source';
import { fakeSource, requestFor } from './fake-source';

describe('mergeSources', () => {
  it('sends each target to its own cloud, and asks no other', async () => {
    const sources = { alicloud: fakeSource(), tencentcloud: fakeSource() };
    const looked: string[] = [];
    const merged = mergeSources((cloud) => {
      looked.push(cloud);
      return cloud === 'alicloud' || cloud === 'tencentcloud' ? sources[cloud] : undefined;
    });
    const request = requestFor({ target: { cloud: 'tencentcloud', region: 'ap-tokyo' } });
    await merged.list(request);
    expect(sources.tencentcloud.asked).toEqual([request]);
    expect(sources.alicloud.asked).toEqual([]);
    expect(looked).toEqual(['tencentcloud']);
  });

  it('says so where no source is set up for a cloud', async () => {
    const merged = mergeSources(() => undefined);
    const internal = { code: 'internal', facts: { cloud: 'alicloud', region: 'cn-hangzhou' } };
    await expect(merged.list(requestFor())).rejects.toMatchObject(internal);
    await expect(merged.key(requestFor())).rejects.toMatchObject(internal);
  });
});

it('names the problem where no source is set up for a cloud', async () => {
  const merged = mergeSources(() => undefined);
  await expect(merged.list(requestFor())).rejects.toThrow('no source is set up for this cloud');
});
