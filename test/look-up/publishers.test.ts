import { createWorld, generateImages, type CatalogImage } from '@cloudimages/simulator';
import { createEngine } from '../../provider/compose';
import { engineOver, TODAY } from './engine-over';

// Named publishers: accounts by names of one's own, per cloud.

const NOW = Date.parse(TODAY);
const TEAM = '1234567890123456';
const STRANGER = '9999999999999999';

const shared = (id: string, ownerId: string): CatalogImage => {
  const [model] = generateImages({ cloud: 'alicloud', count: 1 });
  if (model === undefined) throw new Error('one image was asked for');
  return { ...model, id, name: id, owner: 'community', ownerId, regions: ['cn-hangzhou'] };
};

const engine = engineOver(
  createWorld({
    images: [shared('m-team', TEAM), shared('m-stranger', STRANGER)],
    now: () => NOW,
  }),
  { publishers: { 'platform-team': { alicloud: TEAM, tencentcloud: '100001234567' } } },
);
const targets = ['alicloud/cn-hangzhou'];

describe('a named publisher', () => {
  it('means its account in the cloud that is asked, and no other', async () => {
    const { ids } = await engine.getImages({ targets, owners: ['platform-team'] });
    expect(ids).toEqual(['m-team']);
  });

  it('does not lend its account in one cloud to another', async () => {
    const elsewhere = engineOver(
      createWorld({ images: [shared('m-team', TEAM)], now: () => NOW }),
      { publishers: { 'platform-team': { tencentcloud: TEAM } } },
    );
    const { ids } = await elsewhere.getImages({
      targets,
      owners: ['platform-team'],
      optional: true,
    });
    expect(ids).toEqual([]);
  });

  it('asks a cloud for nothing where its account is in another cloud', async () => {
    const world = createWorld({ images: [shared('m-team', TEAM)], now: () => NOW });
    const publishers = { 'platform-team': { tencentcloud: '100001234567' } };
    const query = { targets, owners: ['platform-team'], optional: true };
    await engineOver(world, { publishers }).getImages(query);
    expect(world.requests()).toEqual([]);
  });

  it('is a mistake in a query where the configuration has none of that name', async () => {
    await expect(engine.getImages({ targets, owners: ['platform-tem'] })).rejects.toMatchObject({
      code: 'invalid-query',
      facts: {
        issues: [
          {
            path: ['owners', 0],
            message: expect.stringContaining('Did you mean "platform-team"?'),
          },
        ],
      },
    });
  });
});

describe('the configuration of publishers', () => {
  it('is refused with all of its mistakes', () => {
    const publishers = {
      public: { alicloud: TEAM },
      team: { awscloud: TEAM, alicloud: 'canonical' },
    };
    expect(() => createEngine({ publishers })).toThrow(
      expect.objectContaining({
        code: 'invalid-configuration',
        facts: {
          issues: [
            expect.objectContaining({ path: ['publishers', 'public'] }),
            expect.objectContaining({ path: ['publishers', 'team', 'awscloud'] }),
            expect.objectContaining({ path: ['publishers', 'team', 'alicloud'] }),
          ],
        },
      }),
    );
  });
});
