import { CLOUDS } from '../../provider/clouds/index';
import { readImage } from '../../provider/clouds/definition/read-image';

describe('readImage', () => {
  it('rejects an object nested deeper than the stack with bad-response', () => {
    const depth = 20_000;
    const deep: unknown = JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`);
    const target = { cloud: 'alicloud', region: 'cn-hangzhou' } as const;
    const raw = { ImageId: 'm-bp1', Deep: deep };
    const read = () => readImage(CLOUDS.alicloud, target, raw, () => undefined, { nowMs: 0 });
    expect(read).toThrow(expect.objectContaining({ code: 'bad-response' }));
  });
});
