/** An answer as entries of the lock file, and entries as an answer's images. */
import type { LockedImage, LockedTarget } from '@cloudimages/lock';
import type { Image, ImagesAnswer } from '../image/answer.generated';
import { imageDigest } from './digest';

/** Fields that change for an id, or that only the API's own answer can give. */
const NOT_LOCKED = ['raw', 'status', 'tags'] as const satisfies readonly (keyof Image)[];

/** What an entry says besides its images. */
export interface EntryFacts {
  /** RFC 3339 instant in UTC. */
  readonly lockedAt: string;
  /** The release of cloudimages. */
  readonly release: string;
  /** The look-up went to an overridden endpoint. */
  readonly simulated: boolean;
}

/** The entry of every target that has images. Targets without a match have none. */
export function entriesOf(
  {
    images,
    anyOfIndex,
    explanation,
  }: Pick<ImagesAnswer, 'images' | 'anyOfIndex'> & Partial<Pick<ImagesAnswer, 'explanation'>>,
  { lockedAt, release, simulated }: EntryFacts,
): ReadonlyMap<string, LockedTarget> {
  return new Map(
    [...groupByTarget(images)].map(([target, members]) => {
      const basis = explanation?.targets.find((entry) => entry.target === target)?.basis;
      return [
        target,
        {
          images: members.map(lockedImage),
          lockedAt,
          release,
          ...(basis === undefined ? {} : { basis }),
          ...(anyOfIndex === undefined ? {} : { anyOfIndex }),
          ...(simulated ? { simulated } : {}),
        },
      ];
    }),
  );
}

/** An image as the lock file holds it. */
export function lockedImage(image: Image): LockedImage {
  const kept = Object.entries(image).filter(
    ([field, value]) => value !== undefined && !(NOT_LOCKED as readonly string[]).includes(field),
  );
  return { ...(Object.fromEntries(kept) as LockedImage), digest: imageDigest(image) };
}

/** The image that the lock file holds. `raw` is empty, and `status` and `tags` are absent. */
export function imageFromLock({ digest: _digest, ...image }: LockedImage): Image {
  return { ...(image as unknown as Image), raw: '{}' };
}

function groupByTarget(images: readonly Image[]): ReadonlyMap<string, readonly Image[]> {
  const groups = new Map<string, Image[]>();
  for (const image of images) {
    groups.set(image.target, [...(groups.get(image.target) ?? []), image]);
  }
  return groups;
}
