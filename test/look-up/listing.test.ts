import { createWorld, generateImages, MAIN_REGION, type World } from '@cloudimages/simulator';
import { CLOUD_IDS } from '../../provider/image/words';
import { keepingLogger } from '../contract/harness';
import { engineOver, httpOver, TODAY } from './engine-over';

// What a look-up asks of the clouds: as little as it can, all at once, and whole.

const NOW = Date.parse(TODAY);
const TARGETS = CLOUD_IDS.map((cloud) => `${cloud}/${MAIN_REGION[cloud]}`);
const HANGZHOU = 'alicloud/cn-hangzhou';
const NEWEST = { architecture: 'x86_64', mostRecent: true } as const;

function aWorld(): World {
  return createWorld({ now: () => NOW });
}

describe('a look-up', () => {
  it('lists once for all who ask the same of a target', async () => {
    const world = aWorld();
    const engine = engineOver(world);
    const distros = ['ubuntu', 'debian', 'centos', 'rocky'];
    const queries = Array.from({ length: 40 }, (_, n) => ({
      targets: [HANGZHOU],
      owners: ['public'],
      distro: distros[n % distros.length],
      architecture: 'x86_64',
      mostRecent: true,
    }));
    await Promise.all(queries.map((query) => engine.getImages(query)));
    const pages = world.requests().map(({ page }) => page);
    expect(pages.toSorted()).toEqual([...new Set(pages)].toSorted());
    const before = world.requests().length;
    await engine.getImages({
      targets: [HANGZHOU],
      owners: ['public'],
      architecture: 'x86_64',
      nameRegex: '^centos',
    });
    expect(world.requests()).toHaveLength(before);
  });

  it('asks for a target once that is named twice', async () => {
    const query = { targets: [HANGZHOU, HANGZHOU], ...NEWEST };
    expect((await engineOver(aWorld()).getImages(query)).ids).toHaveLength(1);
  });

  it('asks all targets at once', async () => {
    const world = aWorld();
    const http = httpOver(world);
    const asked = new Set<string>();
    let all: () => void = () => undefined;
    const together = new Promise<void>((resolve) => (all = resolve));
    const engine = engineOver(
      world,
      {},
      {
        http: {
          ...http,
          async send(request, options) {
            asked.add(new URL(request.url).host);
            // No cloud answers before every cloud was asked.
            if (asked.size === TARGETS.length) all();
            await together;
            return http.send(request, options);
          },
        },
      },
    );
    const { images } = await engine.getImages({ targets: TARGETS, ...NEWEST });
    expect(images).toHaveLength(TARGETS.length);
  });

  it('asks the targets of the configuration where it names none', async () => {
    const engine = engineOver(aWorld(), { targets: [HANGZHOU] });
    const answer = await engine.getImages(NEWEST);
    expect(Object.keys(answer.idByTarget)).toEqual([HANGZHOU]);
    const elsewhere = await engine.getImages({ targets: TARGETS.slice(1, 2), ...NEWEST });
    expect(Object.keys(elsewhere.idByTarget)).toEqual(TARGETS.slice(1, 2));
  });

  it('fails with its one failing target, and gives nothing of the others', async () => {
    const world = aWorld();
    world.setFaults([{ kind: 'forbidden', cloud: 'qcloud' }]);
    await expect(engineOver(world).getImages({ targets: TARGETS })).rejects.toMatchObject({
      code: 'forbidden',
      facts: { cloud: 'qcloud', region: MAIN_REGION.qcloud },
    });
  });

  it('reports every target that failed', async () => {
    const world = aWorld();
    world.setFaults([
      { kind: 'forbidden', cloud: 'qcloud' },
      { kind: 'unauthenticated', cloud: 'alicloud' },
    ]);
    await expect(engineOver(world).getImages({ targets: TARGETS })).rejects.toMatchObject({
      code: 'unauthenticated',
      reason: expect.stringMatching(
        /^2 of \d+ targets failed:\n {2}\[unauthenticated\] alicloud\/.+\n {2}\[forbidden\] qcloud\//,
      ),
    });
  });

  it('narrows what it asks for, unless everything is to be counted', async () => {
    const query = { targets: [HANGZHOU], owners: ['self'], architecture: 'arm64' } as const;
    const engine = engineOver(aWorld());
    const narrowed = await engine.getImages(query);
    const whole = await engine.getImages(query, { everything: true });
    expect(narrowed.ids).toEqual(whole.ids);
    const listed = [narrowed, whole].map((answer) => answer.explanation.targets[0]?.listed ?? 0);
    expect(listed[0]).toBeLessThan(listed[1] ?? 0);
  });

  it('lists once more where nothing matches, without narrowing, but never other owners', async () => {
    const world = aWorld();
    const query = { targets: [HANGZHOU], owners: ['self'], architecture: 'arm64', name: 'none' };
    const own = world.images('alicloud', 'cn-hangzhou').filter(({ owner }) => owner === 'self');
    await expect(engineOver(world).getImages(query)).rejects.toMatchObject({
      code: 'no-match',
      facts: {
        data: { targets: [{ listed: own.length }] },
        hint: expect.stringContaining('Only images of these owners were listed: self.'),
      },
    });
    const asked = world.requests().map(({ parameters }) => parameters['ImageOwnerAlias']);
    expect(asked).toEqual(['self', 'self']);
  });

  it('lists only the targets without a match once more', async () => {
    const [model] = generateImages({ cloud: 'alicloud', count: 1 });
    if (model === undefined) throw new Error('one image was asked for');
    const images = [{ ...model, regions: ['cn-hangzhou'] }];
    const world = createWorld({ now: () => NOW, images });
    const targets = [HANGZHOU, 'alicloud/cn-beijing'];
    const query = { targets, architecture: model.architecture, owners: [model.owner] };
    await expect(engineOver(world).getImages(query)).rejects.toMatchObject({ code: 'no-match' });
    const regions = world.requests().map(({ region }) => region);
    expect(regions.toSorted()).toEqual(['cn-beijing', 'cn-beijing', 'cn-hangzhou']);
  });

  it('has the narrower count to tell where everything cannot be had', async () => {
    const world = aWorld();
    const isWide = (text: string): boolean => text.includes('marketplace');
    const http = httpOver(world);
    const engine = engineOver(
      world,
      {},
      {
        http: {
          ...http,
          send: async (request, options) => {
            const { status, ...rest } = await http.send(request, options);
            return isWide(request.url) ? { ...rest, status: 403, text: '' } : { ...rest, status };
          },
        },
      },
    );
    const query = { targets: [HANGZHOU], owners: ['self'], name: 'none' };
    await expect(engine.getImages(query)).rejects.toMatchObject({ code: 'no-match' });
  });

  it('writes into the log what was odd about a listing', async () => {
    const world = aWorld();
    world.setFaults([{ kind: 'unknownWords' }]);
    const logger = keepingLogger();
    const query = { targets: [HANGZHOU], optional: true };
    await engineOver(world, {}, { logger }).getImages(query);
    expect(logger.events).toContainEqual(
      expect.objectContaining({
        event: 'note',
        cloud: 'alicloud',
        region: 'cn-hangzhou',
        message: expect.stringMatching(/^Status: unknown word "DREAMING" \(\d+ images\)$/),
      }),
    );
  });
});

describe('the id of an answer', () => {
  const query = { targets: [HANGZHOU], owners: ['self'], ...NEWEST };

  it('stays while the images stay, whatever else the catalog does', async () => {
    const world = aWorld();
    const { id } = await engineOver(world).getImages(query);
    expect(id).toMatch(/^[0-9a-f]{32}$/);
    world.deprecateImage('alicloud', 'm-bp1golden0ubuntu0002');
    expect((await engineOver(world).getImages(query)).id).toBe(id);
  });

  it('changes with the images', async () => {
    const world = aWorld();
    const { id, ids } = await engineOver(world).getImages(query);
    world.removeImage('alicloud', ids[0] ?? '');
    expect((await engineOver(world).getImages(query)).id).not.toBe(id);
  });
});
