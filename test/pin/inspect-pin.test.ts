import { createWorld, type Fault } from '@cloudimages/simulator';
import type { Engine } from '../../provider/look-up/engine';
import { ImageError } from '../../provider/errors/image-error';
import { inspectPin } from '../../provider/pin/inspect-pin';
import { engineOver, TODAY } from '../look-up/engine-over';

const TARGET = 'alicloud/cn-hangzhou';
const OLD = 'm-bp1golden0ubuntu0001';
const NEWEST = 'm-bp1golden0ubuntu0004';
const QUERY = {
  targets: [TARGET],
  owners: ['self'],
  nameRegex: '^golden-ubuntu',
  mostRecent: true,
};

function aWorld(faults: readonly Fault[] = []) {
  return createWorld({ now: () => Date.parse(TODAY), faults });
}

const codes = ({ warnings }: Awaited<ReturnType<typeof inspectPin>>) =>
  warnings.map(({ code }) => code);

describe('inspectPin', () => {
  it('finds nothing to say where the pin is the newest', async () => {
    const engine = engineOver(aWorld());
    const pin = { target: TARGET, imageId: NEWEST, query: QUERY };
    expect(await inspectPin(engine, pin)).toEqual({
      exists: true,
      deprecated: false,
      outdated: false,
      latestImageId: NEWEST,
      warnings: [],
    });
  });

  it('finds a pin that is deprecated and outdated', async () => {
    const engine = engineOver(aWorld());
    const report = await inspectPin(engine, { target: TARGET, imageId: OLD, query: QUERY });
    expect(report).toMatchObject({ exists: true, deprecated: true, latestImageId: NEWEST });
    expect(codes(report)).toEqual(['pin-deprecated', 'pin-outdated']);
  });

  it('finds a pin whose image is gone', async () => {
    const world = aWorld();
    world.removeImage('alicloud', OLD);
    const pin = { target: TARGET, imageId: OLD, query: QUERY };
    const report = await inspectPin(engineOver(world), pin);
    expect(report).toMatchObject({ exists: false, outdated: true });
    expect(codes(report)).toEqual(['pin-gone', 'pin-outdated']);
  });

  it('looks at the image alone where no query is known', async () => {
    const report = await inspectPin(engineOver(aWorld()), { target: TARGET, imageId: OLD });
    expect(report).toMatchObject({ exists: true, deprecated: true });
    expect(report).not.toHaveProperty('outdated');
    expect(codes(report)).toEqual(['pin-deprecated']);
  });

  it('takes a query that nothing matches any more for no news', async () => {
    const pin = { target: TARGET, imageId: NEWEST, query: { ...QUERY, nameRegex: 'none' } };
    expect(await inspectPin(engineOver(aWorld()), pin)).toMatchObject({
      exists: true,
      outdated: false,
      warnings: [],
    });
  });

  it.each<[string, Fault]>([
    ['refuses the keys', { kind: 'unauthenticated' }],
    ['allows nothing', { kind: 'forbidden' }],
    ['answers HTML', { kind: 'html', status: 200 }],
  ])('never fails where the cloud %s: it says that it could not find out', async (_, fault) => {
    const engine = engineOver(aWorld([fault]));
    const report = await inspectPin(engine, { target: TARGET, imageId: OLD, query: QUERY });
    expect(report).toEqual({
      warnings: [
        {
          code: 'pin-unchecked',
          target: TARGET,
          message: expect.stringMatching(
            /^The pinned image m-bp1golden0ubuntu0001 could not be checked: \[/,
          ),
        },
      ],
    });
  });

  it('says what it did find out where only a part could not be', async () => {
    const engine = engineOver(aWorld());
    const half: Pick<Engine, 'getImage' | 'findImage'> = {
      findImage: engine.findImage,
      getImage: () => Promise.reject(new ImageError('unavailable', 'down')),
    };
    const report = await inspectPin(half, { target: TARGET, imageId: OLD, query: QUERY });
    expect(report).toMatchObject({ exists: true, deprecated: true });
    expect(report).not.toHaveProperty('outdated');
    expect(codes(report)).toEqual(['pin-deprecated', 'pin-unchecked']);
  });

  it('asks both questions at once', async () => {
    const asked: string[] = [];
    let both: () => void = () => undefined;
    const together = new Promise<void>((resolve) => (both = resolve));
    const ask = async (question: string): Promise<never> => {
      asked.push(question);
      if (asked.length === 2) both();
      await together;
      throw new ImageError('unavailable', 'down');
    };
    const engine = { findImage: () => ask('image'), getImage: () => ask('query') };
    await inspectPin(engine, { target: TARGET, imageId: OLD, query: QUERY });
    expect(asked.toSorted()).toEqual(['image', 'query']);
  });

  it('fails only where it is cancelled, or where the mistake is ours', async () => {
    const engine = engineOver(aWorld());
    const pin = { target: TARGET, imageId: OLD, query: QUERY };
    const signal = AbortSignal.abort();
    await expect(inspectPin(engine, pin, { signal })).rejects.toMatchObject({ code: 'cancelled' });
    const broken = { ...engine, findImage: () => Promise.reject(new TypeError('oops')) };
    await expect(inspectPin(broken, pin)).rejects.toThrow('oops');
  });
});
