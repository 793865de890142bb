/** What a locked query means now, and what an update may take of it. */
import type { LockedTarget, PlainQuery, Policies } from '@cloudimages/lock';
import type { Image, ImagesAnswer } from '../image/answer.generated';
import { criteriaOf } from '../image/criteria';
import { imageOrder, type ImageOrder } from '../image/order';
import { buildKey } from '../image/same-build';
import type { CallOptions, Engine } from '../look-up/engine';
import { imageFromLock } from './entry';
import { mayUpdateTo } from './policies';

/** One target of a query. */
export interface NewestImages {
  /** Everything that matches now, in the order. */
  readonly matching: readonly Image[];
  /** What an update takes: what the query picks of the images that the policies allow. */
  readonly offered: readonly Image[];
}

/** What a query means now. */
export interface Newest {
  readonly byTarget: ReadonlyMap<string, NewestImages>;
  readonly order: ImageOrder;
  /** The offered images as an answer, for entries of the lock. */
  readonly answer: ImagesAnswer;
}

/**
 * Looks a locked query up without its pick, since all matching images are counted.
 *
 * @param locked - the entries that an update would replace
 */
export async function findNewest(
  engine: Engine,
  query: PlainQuery,
  targets: readonly string[],
  locked: ReadonlyMap<string, LockedTarget>,
  { policies, nowMs, ...options }: CallOptions & { policies: Policies; nowMs: number },
): Promise<Newest> {
  const everything = {
    ...withoutPick(query),
    ...(Array.isArray(query['anyOf'])
      ? { anyOf: (query['anyOf'] as PlainQuery[]).map(withoutPick) }
      : {}),
    ...{ sameBuild: undefined, optional: true, targets },
  };
  const answer = await engine.getImages(everything, options);
  const criteria = criteriaOf(query)[answer.anyOfIndex ?? 0];
  const order = imageOrder(criteria?.order ?? 'recent');
  const allowed = new Map(
    targets.map((target) => {
      const matching = answer.images.filter((image) => image.target === target);
      const before = locked.get(target)?.images[0];
      const held = before === undefined ? undefined : imageFromLock(before);
      const fitting = matching.filter(
        (image) =>
          mayUpdateTo(image, held, policies, nowMs) &&
          hasLockedArchitecture(image, held, criteria?.pick),
      );
      return [target, { matching, fitting }] as const;
    }),
  );
  const common = query['sameBuild'] === true ? commonBuilds(allowed, order) : undefined;
  const byTarget = new Map(
    [...allowed].map(([target, { matching, fitting }]) => {
      const kept = fitting.filter(
        (image) => common?.get(image.cloud)?.has(buildKey(image)) ?? true,
      );
      const pick = query['sameBuild'] === true ? 1 : criteria?.pick;
      return [
        target,
        { matching, offered: pick === undefined ? kept : kept.slice(pick - 1, pick) },
      ];
    }),
  );
  const images = [...byTarget.values()].flatMap(({ offered }) => offered);
  return {
    byTarget,
    order,
    answer: { ...answer, images, explanation: explained(answer, images, order) },
  };
}

function withoutPick({ mostRecent: _most, nth: _nth, ...query }: PlainQuery): PlainQuery {
  return query;
}

/** A pick never changes the architecture: machines of one do not start from images of another. */
function hasLockedArchitecture(
  image: Image,
  locked: Image | undefined,
  pick: number | undefined,
): boolean {
  if (pick === undefined || locked?.architecture === undefined) return true;
  return image.architecture === locked.architecture;
}

/** Per cloud the first build that all of its targets may take. */
function commonBuilds(
  allowed: ReadonlyMap<string, { readonly fitting: readonly Image[] }>,
  order: ImageOrder,
): ReadonlyMap<string, ReadonlySet<string>> {
  const lists = [...allowed].map(([target, { fitting }]) => ({
    cloud: target.split('/')[0] ?? '',
    fitting,
  }));
  return new Map(
    lists.map(({ cloud }) => {
      const members = lists.filter((list) => list.cloud === cloud);
      const everywhere = members
        .flatMap(({ fitting }) => fitting)
        .filter((image) =>
          members.every(({ fitting }) =>
            fitting.some((other) => buildKey(other) === buildKey(image)),
          ),
        );
      return [cloud, new Set(order.first(everywhere, 1).map(buildKey))];
    }),
  );
}

function explained(
  answer: ImagesAnswer,
  images: readonly Image[],
  order: ImageOrder,
): ImagesAnswer['explanation'] {
  const { explanation } = answer;
  return {
    ...explanation,
    targets: explanation.targets.map((entry) => {
      const chosen = images.find(({ target }) => target === entry.target);
      return chosen === undefined ? entry : { ...entry, basis: order.basisOf(chosen) };
    }),
  };
}
