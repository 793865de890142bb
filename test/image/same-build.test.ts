import type { Image } from '../../provider/image/answer.generated';
import { criteriaOf } from '../../provider/image/criteria';
import { buildKey } from '../../provider/image/same-build';
import { select, type TargetListing } from '../../provider/image/select';
import { printTarget, type Target } from '../../provider/image/target';
import { anImage } from './an-image';

describe('buildKey', () => {
  const own = anImage({ id: 'm-1', name: 'golden', owner: 'self', architecture: 'x86_64' });

  it('is the id of a cloud’s own image, whatever its name is', () => {
    const image = anImage({ id: 'a', owner: 'public' });
    expect(buildKey({ ...image, name: 'other' })).toBe(buildKey(image));
    expect(buildKey({ ...image, id: 'b' })).not.toBe(buildKey(image));
  });

  it('is not the id of other images, whose copies have an id of their own', () => {
    expect(buildKey({ ...own, id: 'm-2' })).toBe(buildKey(own));
  });

  it.each([
    ['name', { name: 'golden-2' }],
    ['architecture', { architecture: 'arm64' }],
    ['owner', { owner: 'shared' }],
  ] as const)('tells images apart that differ in their %s', (_, change) => {
    expect(buildKey({ ...own, ...change })).not.toBe(buildKey(own));
  });
});

describe('select with sameBuild', () => {
  const HANGZHOU = { cloud: 'alicloud', region: 'cn-hangzhou' } as const;
  const BEIJING = { cloud: 'alicloud', region: 'cn-beijing' } as const;
  const GUANGZHOU = { cloud: 'qcloud', region: 'ap-guangzhou' } as const;
  const NEW = '2024-03-01T00:00:00Z';
  const OLD = '2024-02-01T00:00:00Z';

  const build = (target: Target, id: string, createdAt: string): Image =>
    anImage({ ...target, target: printTarget(target), id, name: `name-${id}`, createdAt });

  function selection(...listings: readonly (readonly [Target, readonly Image[]])[]) {
    const [criteria] = criteriaOf({ mostRecent: true, architecture: 'x86_64' });
    if (criteria === undefined) throw new Error('a query has criteria');
    const { targets, warnings } = select(
      criteria,
      listings.map(([target, images]) => ({ target, images })),
      { nowMs: 0, sameBuild: true },
    );
    return { ids: targets.map(({ images }) => images.map(({ id }) => id)), targets, warnings };
  }

  it('picks the newest build that every region of a cloud has, and names the regions that lag', () => {
    const { ids, targets, warnings } = selection(
      [HANGZHOU, [build(HANGZHOU, 'new', NEW), build(HANGZHOU, 'old', OLD)]],
      [BEIJING, [build(BEIJING, 'old', OLD)]],
      [GUANGZHOU, [build(GUANGZHOU, 'other', NEW)]],
    );
    expect(ids).toEqual([['old'], ['old'], ['other']]);
    expect(warnings).toEqual([
      {
        code: 'region-lags',
        target: 'alicloud/cn-beijing',
        message:
          'new (name-new) has not arrived in cn-beijing yet. old (name-old) is used everywhere.',
      },
    ]);
    expect(targets.map(({ explanation }) => explanation.steps.at(-1))).toEqual([
      { condition: 'sameBuild(true)', removed: 1, unknown: 0, left: 1 },
      { condition: 'sameBuild(true)', removed: 0, unknown: 0, left: 1 },
      { condition: 'sameBuild(true)', removed: 0, unknown: 0, left: 1 },
    ]);
  });

  it('picks nothing where no build is everywhere, and says so', () => {
    const { ids, targets, warnings } = selection(
      [HANGZHOU, [build(HANGZHOU, 'new', NEW)]],
      [BEIJING, [build(BEIJING, 'old', OLD)]],
    );
    expect(ids).toEqual([[], []]);
    expect(warnings).toEqual([
      {
        code: 'region-lags',
        target: 'alicloud/cn-beijing',
        message:
          'new (name-new) has not arrived in cn-beijing yet. No build is in all of the regions.',
      },
    ]);
    const hint = 'Images match here, but no build of them is in every region of this cloud.';
    expect(targets.map(({ explanation }) => explanation.hints)).toEqual([[hint], [hint]]);
  });

  it('gives the usual hints in a region without any match', () => {
    const arm = { ...build(BEIJING, 'arm', NEW), architecture: 'arm64' } as const;
    const { targets, warnings } = selection(
      [HANGZHOU, [build(HANGZHOU, 'new', NEW)]],
      [BEIJING, [arm]],
    );
    expect(targets[1]?.explanation.hints).toEqual([
      'architecture(x86_64) removed the last 1; seen here: arm64 (1).',
    ]);
    expect(warnings.map(({ target }) => target)).toEqual(['alicloud/cn-beijing']);
  });

  it('picks nothing and warns of nothing where nothing matches anywhere', () => {
    expect(selection([HANGZHOU, []], [BEIJING, []])).toMatchObject({ ids: [[], []], warnings: [] });
  });
});

describe('select with a scope, which only the API can judge', () => {
  it('counts the scope as the first step', () => {
    const [criteria] = criteriaOf({ owners: ['public'] });
    if (criteria === undefined) throw new Error('a query has criteria');
    const target = { cloud: 'alicloud', region: 'cn-hangzhou' } as const;
    const scope = 'instanceType(ecs.g7.large)';
    const explanationOf = (listing: Partial<TargetListing>) =>
      select(criteria, [{ target, images: [], scope, ...listing }], { nowMs: 0 }).targets[0]
        ?.explanation;
    expect(explanationOf({ images: [anImage()] })).toMatchObject({
      listed: 1,
      steps: [
        { condition: scope, removed: 0, unknown: 0, left: 1, byApi: true },
        { condition: 'owners(public)', removed: 0, unknown: 0, left: 1 },
        expect.anything(),
        expect.anything(),
      ],
    });
    const left = explanationOf({ withoutScope: [anImage(), anImage()] });
    expect(left).toMatchObject({ listed: 2 });
    expect(left?.steps[0]).toEqual({ condition: scope, removed: 2, unknown: 0, left: 0 });
  });
});
