import { createWorld, generateImages, type CatalogImage } from '@cloudimages/simulator';
import type { ComposedEngine } from '../../provider/compose';
import type { ImageQuery } from '../../provider/image/query.generated';
import { engineOver, TODAY } from './engine-over';

// anyOf, optional and sameBuild: what holds over several alternatives and several targets.

const NOW = Date.parse(TODAY);
const HANGZHOU = 'alicloud/cn-hangzhou';
const BEIJING = 'alicloud/cn-beijing';

type Row = readonly [name: string, regions: readonly string[], change?: Partial<CatalogImage>];

/** An engine over Linux images for x86_64: each by its name, which is its id, and its regions. */
function engineFor(...rows: readonly Row[]): ComposedEngine {
  const models = generateImages({ cloud: 'alicloud', count: rows.length });
  const images = rows.flatMap(([name, regions, change], n) =>
    models.slice(n, n + 1).map((model): CatalogImage => ({
      ...model,
      ...{
        id: name,
        name,
        regions,
        osType: 'linux',
        platform: 'Ubuntu',
        osName: 'Ubuntu 22.04 64 bit',
        architecture: 'x86_64',
      },
      ...change,
    })),
  );
  return engineOver(createWorld({ images, now: () => NOW }));
}

const BOTH = ['cn-hangzhou', 'cn-beijing'];

describe('anyOf', () => {
  const engine = engineFor(
    ['rocky-8', ['cn-hangzhou'], { createdAt: '2024-01-01T00:00:00Z' }],
    ['alma-8', BOTH, { createdAt: '2024-01-01T00:00:00Z' }],
    ['alma-9', BOTH, { createdAt: '2024-02-01T00:00:00Z' }],
    ['alma-9-arm', BOTH, { createdAt: '2024-03-01T00:00:00Z', architecture: 'arm64' }],
  );
  const ask = (query: ImageQuery) =>
    engine.getImages({ architecture: 'x86_64', mostRecent: true, ...query });
  const rocky = { nameRegex: '^rocky' };
  const alma = { nameRegex: '^alma' };

  it('is answered by the first alternative that finds something, which is told', async () => {
    const targets = [HANGZHOU];
    expect(await ask({ targets, anyOf: [rocky, alma] })).toMatchObject({
      ids: ['rocky-8'],
      anyOfIndex: 0,
    });
    expect(await ask({ targets, anyOf: [{ name: 'none' }, alma, rocky] })).toMatchObject({
      ids: ['alma-9'],
      anyOfIndex: 1,
    });
  });

  it('is answered by one alternative for all targets', async () => {
    const targets = [HANGZHOU, BEIJING];
    expect(await ask({ targets, anyOf: [rocky, alma] })).toMatchObject({
      ids: ['alma-9', 'alma-9'],
      anyOfIndex: 1,
    });
  });

  it('shares the conditions of the query, and each alternative may have its own', async () => {
    const answer = await ask({
      targets: [HANGZHOU],
      ...alma,
      anyOf: [{ nameRegex: 'none' }, { architecture: 'arm64' }],
    });
    expect(answer).toMatchObject({ ids: ['alma-9-arm'], anyOfIndex: 1 });
    const newest = await ask({ targets: [HANGZHOU], ...alma, anyOf: [{ mostRecent: false }] });
    expect(newest.ids).toEqual(['alma-9', 'alma-8']);
  });

  it('that finds nothing tells of every alternative', async () => {
    const query = { targets: [BEIJING], anyOf: [rocky, { name: 'none' }] };
    await expect(ask(query)).rejects.toMatchObject({
      code: 'no-match',
      reason: expect.stringMatching(/anyOf\[0\][^]*rocky[^]*anyOf\[1\][^]*none/),
      facts: { data: { targets: [{ target: BEIJING }, { target: BEIJING }] } },
    });
  });

  it('is told apart from a query without alternatives', async () => {
    expect(await ask({ targets: [HANGZHOU], ...alma })).not.toHaveProperty('anyOfIndex');
  });

  it('that is optional gives the first alternative that finds something anywhere', async () => {
    const query = { targets: [HANGZHOU, BEIJING], optional: true };
    expect(await ask({ ...query, anyOf: [{ name: 'none' }, rocky] })).toMatchObject({
      idByTarget: { [HANGZHOU]: 'rocky-8' },
      anyOfIndex: 1,
    });
    const nothing = await ask({ ...query, anyOf: [{ name: 'none' }, { name: 'no' }] });
    expect(nothing).toMatchObject({ ids: [], idByTarget: {} });
    expect(nothing).not.toHaveProperty('anyOfIndex');
  });
});

describe('optional', () => {
  const engine = engineFor(['only-here', ['cn-hangzhou']]);

  it('makes no match an empty answer, which is explained all the same', async () => {
    const answer = await engine.getImages({ targets: [BEIJING], optional: true });
    expect(answer).toMatchObject({ ids: [], images: [], idByTarget: {}, warnings: [] });
    expect(answer.explanation.text).toContain('no match');
  });

  it('lets one target have none', async () => {
    const query = { targets: [HANGZHOU, BEIJING] };
    expect(await engine.getImages({ ...query, optional: true })).toMatchObject({
      idByTarget: { [HANGZHOU]: 'only-here' },
    });
    await expect(engine.getImages(query)).rejects.toMatchObject({
      code: 'no-match',
      reason: expect.stringMatching(/^no image matches in alicloud\/cn-beijing\n/),
    });
  });

  it('is no excuse for a failure', async () => {
    const query = { targets: ['alicloud/no-such-region'], optional: true };
    await expect(engine.getImages(query)).rejects.toMatchObject({
      code: 'bad-request',
      facts: { vendorCode: 'InvalidRegionId.NotFound' },
    });
  });
});

describe('sameBuild', () => {
  const targets = [HANGZHOU, BEIJING];
  const query = {
    targets,
    sameBuild: true,
    mostRecent: true,
    distro: 'ubuntu',
    variants: 'any',
    owners: ['public', 'self'],
    architecture: 'x86_64',
  } as const;

  it('gives the newest build that is everywhere, and names the regions that lag', async () => {
    const engine = engineFor(
      ['build-1', BOTH, { createdAt: '2024-01-01T00:00:00Z' }],
      ['build-2', BOTH, { createdAt: '2024-02-01T00:00:00Z' }],
      ['build-3', ['cn-hangzhou'], { createdAt: '2024-03-01T00:00:00Z' }],
    );
    const message = 'build-3 has not arrived in cn-beijing yet. build-2 is used everywhere.';
    expect(await engine.getImages(query)).toMatchObject({
      ids: ['build-2', 'build-2'],
      warnings: [{ code: 'region-lags', target: BEIJING, message }],
    });
    expect((await engine.getImages({ ...query, sameBuild: false })).ids).toEqual([
      'build-3',
      'build-2',
    ]);
  });

  it('knows copies of one’s own images by their name, though each has an id of its own', async () => {
    const own = (name: string, day: string) =>
      ({ name, owner: 'self', createdAt: `2024-01-0${day}T00:00:00Z` }) as const;
    const engine = engineFor(
      ['m-hangzhou-1', ['cn-hangzhou'], own('golden-1', '1')],
      ['m-beijing-1', ['cn-beijing'], own('golden-1', '2')],
      ['m-hangzhou-2', ['cn-hangzhou'], own('golden-2', '3')],
      ['m-beijing-2', ['cn-beijing'], own('golden-2', '4')],
      ['m-hangzhou-3', ['cn-hangzhou'], own('golden-3', '5')],
    );
    expect((await engine.getImages(query)).ids).toEqual(['m-hangzhou-2', 'm-beijing-2']);
  });

  it('does not hold across clouds, whose builds have nothing in common', async () => {
    const engine = engineOver(createWorld({ now: () => NOW }));
    const answer = await engine.getImages({
      ...query,
      targets: [HANGZHOU, 'qcloud/ap-guangzhou'],
      owners: ['public'],
    });
    expect(answer.images.map(({ cloud }) => cloud)).toEqual(['alicloud', 'qcloud']);
  });

  it('is no match where no build is everywhere, and says so', async () => {
    const engine = engineFor(['build-1', ['cn-beijing']], ['build-2', ['cn-hangzhou']]);
    const why = 'Images match here, but no build of them is in every region of this cloud.';
    await expect(engine.getImages(query)).rejects.toMatchObject({
      code: 'no-match',
      reason: expect.stringContaining(why),
    });
  });
});
