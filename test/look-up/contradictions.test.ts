import {
  accountEnvironment,
  createWorld,
  defaultAccounts,
  generateImages,
} from '@cloudimages/simulator';
import { createEngine } from '../../provider/compose';
import { httpInProcess } from '../contract/harness';

/** A query over one image, whose name says arm64. */
async function answerWith(architecture: string) {
  const [image] = generateImages({ cloud: 'alicloud', count: 1 });
  if (image === undefined) throw new Error('no image');
  const name = 'golden-debian-12-arm64';
  const world = createWorld({ images: [{ ...image, id: 'm-bp1golden', name, architecture }] });
  const engine = createEngine(
    {},
    {
      environment: accountEnvironment(defaultAccounts()),
      http: httpInProcess(world, 'alicloud'),
    },
  );
  return engine.getImages({ targets: ['alicloud/cn-hangzhou'], name });
}

describe('a chosen image whose name contradicts its API', () => {
  it('keeps the API’s value and carries a warning', async () => {
    const { images, warnings } = await answerWith('x86_64');
    expect(images).toMatchObject([{ architecture: 'x86_64' }]);
    expect(warnings).toContainEqual({
      code: 'name-contradicts-api',
      target: 'alicloud/cn-hangzhou',
      message: expect.stringContaining('says architecture arm64, and the API reports x86_64'),
    });
  });

  it('carries none where they agree', async () => {
    const { warnings } = await answerWith('arm64');
    expect(warnings.map(({ code }) => code)).not.toContain('name-contradicts-api');
  });
});
