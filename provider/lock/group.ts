/** New targets of queries that are locked as a group: they take the locked build, or are an error. */
import type { LockedTarget, PlainQuery } from '@cloudimages/lock';
import { ImageError } from '../errors/image-error';
import type { Image, ImagesAnswer } from '../image/answer.generated';
import { buildKey } from '../image/same-build';
import type { CallOptions, Engine } from '../look-up/engine';
import { imageFromLock } from './entry';

/**
 * Resolves new targets of a query with `anyOf` or `sameBuild` whose other targets are locked: by the
 * alternative that was locked, and to the build that was locked in the same cloud.
 *
 * @throws ImageError `not-locked` when a target does not have the locked build
 */
export async function completeGroup(
  engine: Engine,
  query: PlainQuery,
  locked: ReadonlyMap<string, LockedTarget>,
  targets: readonly string[],
  options: CallOptions,
): Promise<ImagesAnswer> {
  const alternative = [...locked.values()][0]?.anyOfIndex;
  const asked = { ...lockedAlternative(query, alternative), targets };
  if (query['sameBuild'] !== true) {
    const answer = await engine.getImages(asked, options);
    return alternative === undefined ? answer : { ...answer, anyOfIndex: alternative };
  }
  const everything = { ...asked, sameBuild: false, mostRecent: false, nth: undefined };
  const answer = await engine.getImages(everything, options);
  const images = targets.flatMap((target) => lockedBuild(target, answer, locked));
  const chosen = new Map(images.map((image) => [image.target, image]));
  return {
    ...answer,
    images,
    ids: images.map(({ id }) => id),
    idByTarget: Object.fromEntries(images.map(({ target, id }) => [target, id])),
    explanation: {
      ...answer.explanation,
      targets: answer.explanation.targets.map((entry) => {
        const image = chosen.get(entry.target);
        return image === undefined
          ? entry
          : { ...entry, chosenId: image.id, chosenName: image.name };
      }),
    },
    ...(alternative === undefined ? {} : { anyOfIndex: alternative }),
  };
}

/** The query with the conditions of one alternative in place of `anyOf`. */
function lockedAlternative({ anyOf, ...query }: PlainQuery, index: number | undefined): PlainQuery {
  if (!Array.isArray(anyOf) || index === undefined) return query;
  return { ...query, ...(anyOf[index] as PlainQuery) };
}

/** The image of a target that is the build locked in another target of the same cloud. */
function lockedBuild(
  target: string,
  { images }: ImagesAnswer,
  locked: ReadonlyMap<string, LockedTarget>,
): readonly Image[] {
  const [cloud] = target.split('/');
  const builds = [...locked.values()]
    .flatMap((entry) => entry.images.slice(0, 1).map(imageFromLock))
    .filter((image) => image.cloud === cloud);
  const here = images.filter((image) => image.target === target);
  if (builds.length === 0) return here.slice(0, 1);
  const keys = new Set(builds.map(buildKey));
  const found = here.find((image) => keys.has(buildKey(image)));
  if (found !== undefined) return [found];
  const names = builds.map(({ id, name }) => (name === '' ? id : `${id} (${name})`));
  throw new ImageError(
    'not-locked',
    `${target} does not have the build that is locked in other targets: ${[...new Set(names)].join(', ')}`,
    {
      hint: 'Wait until the build has arrived there, or run `cloudimages lock --update` to lock a build that all targets have.',
    },
  );
}
