import { createWorld, generateImages } from '@cloudimages/simulator';
import { renderError } from '../../provider/errors/describe-error';
import { engineOver, TODAY } from './engine-over';

// getImage and findImage: one image or a reason why not.

const NOW = Date.parse(TODAY);
const HANGZHOU = 'alicloud/cn-hangzhou';

function engineWith(count: number) {
  const images = generateImages({ cloud: 'alicloud', count });
  return { engine: engineOver(createWorld({ images, now: () => NOW })), images };
}

describe('getImage', () => {
  it('gives the one image that a query means', async () => {
    const { engine, images } = engineWith(1);
    const answer = await engine.getImage({ targets: [HANGZHOU] });
    expect(answer).toMatchObject({ id: images[0]?.id, image: { id: images[0]?.id }, warnings: [] });
    expect(answer.explanation.text).toContain(`chosen: ${images[0]?.id}`);
    expect(answer).not.toHaveProperty('anyOfIndex');
  });

  it('tells which alternative spoke', async () => {
    const { engine } = engineWith(1);
    const query = { targets: [HANGZHOU], anyOf: [{ name: 'none' }, { status: 'available' }] };
    expect(await engine.getImage(query)).toMatchObject({ anyOfIndex: 1 });
  });

  it('does not choose among several, and shows some of them', async () => {
    const { engine } = engineWith(7);
    const error: unknown = await engine.getImage({ targets: [HANGZHOU] }).catch((e: unknown) => e);
    expect(error).toMatchObject({ code: 'ambiguous-match' });
    const text = renderError(error);
    expect(text).toContain('7 images match, and getImage gives one:');
    expect(text.match(/^ {2}alicloud\/cn-hangzhou \S+/gm)).toHaveLength(5);
    expect(text).toContain('and 2 more');
    expect(text).toContain('mostRecent');
    expect(text).toMatch(/^ {2}arm64: \d images?, first alicloud\/cn-hangzhou \S+/m);
    expect(text).toContain('Add `architecture`');
  });

  it('is an error where nothing matches, optional or not', async () => {
    const { engine } = engineWith(1);
    const query = { targets: [HANGZHOU], name: 'none' };
    const noMatch = { code: 'no-match', facts: { data: { targets: [{ target: HANGZHOU }] } } };
    await expect(engine.getImage(query)).rejects.toMatchObject(noMatch);
    await expect(engine.getImage({ ...query, optional: true })).rejects.toMatchObject(noMatch);
  });
});

describe('findImage', () => {
  it.each([
    ['one of the cloud’s own', 'zenlayercloud/FRA-A', 'ubuntu2404_20240712'],
    ['a deprecated one', HANGZHOU, 'm-bp1golden0ubuntu0001'],
    ['one that is being made', HANGZHOU, 'm-bp1baking00000000001'],
    ['one that failed', HANGZHOU, 'm-bp1failed00000000001'],
    ['a stranger’s', HANGZHOU, 'm-bp1stranger0communi1'],
    ['one for sale', HANGZHOU, 'm-bp1stranger0market01'],
    ['one for sale', 'tencentcloud/ap-singapore', 'img-strange2'],
    ['one for sale', 'zenlayercloud/asia-east-1a', 'ubuntu2204_20991231'],
  ])('finds %s in %s by its id', async (_, target, id) => {
    const world = createWorld({ now: () => NOW });
    expect(await engineOver(world).findImage(target, id)).toMatchObject({ id, target });
  });

  it.each([
    [HANGZHOU, 'no-such-image'],
    ['tencentcloud/ap-singapore', 'img-nosuchid'],
    // No id of this cloud can look so, and its API would refuse it.
    ['tencentcloud/ap-singapore', 'ubuntu_22_04_x64_20G_alibase_20240322.vhd'],
    ['qcloud/ap-guangzhou', 'img-nosuchid'],
    ['zenlayercloud/asia-east-1a', 'no-such-image'],
  ])('finds nothing in %s by %s', async (target, id) => {
    const engine = engineOver(createWorld({ now: () => NOW }));
    expect(await engine.findImage(target, id)).toBeUndefined();
  });

  it.each([
    ['alicloud', 'InvalidImageId.NotFound'],
    ['tencentcloud', 'InvalidImageId.NotFound'],
    ['qcloud', 'InvalidImageId.NotFound'],
    ['zenlayercloud', 'INVALID_IMAGE_NOT_FOUND'],
  ] as const)('finds nothing where %s says so by an error', async (cloud, code) => {
    const world = createWorld({ faults: [{ kind: 'error', cloud, code, status: 404 }] });
    const region = world.regions(cloud)[0] ?? '';
    expect(await engineOver(world).findImage(`${cloud}/${region}`, 'img-x')).toBeUndefined();
  });

  it('never takes a failure for an absence', async () => {
    const world = createWorld({ faults: [{ kind: 'forbidden' }] });
    await expect(engineOver(world).findImage(HANGZHOU, 'x')).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(engineOver(world).findImage('alicloud/nowhere', 'x')).rejects.toMatchObject({
      facts: { region: 'nowhere' },
    });
  });

  it('refuses a target that is none', async () => {
    const engine = engineOver(createWorld());
    await expect(engine.findImage('hangzhou', 'x')).rejects.toMatchObject({
      code: 'invalid-query',
      facts: { issues: [{ path: ['target'] }] },
    });
  });
});
