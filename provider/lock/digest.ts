/** A digest of what never changes for an image id, to notice that an id means another image. */
import { createHash } from 'node:crypto';
import type { Image } from '../image/answer.generated';

/** The version of the rules below. A change makes a new one, and old digests are not compared. */
export const DIGEST_VERSION = 1;

/**
 * Fields that no cloud lets anyone change for an existing image. Names, descriptions, tags, states,
 * families and deprecation can change. What is inferred from a name is left out, since a better
 * name reader must not invalidate a lock.
 */
const FIXED = [
  'cloud',
  'region',
  'id',
  'osType',
  'architecture',
  'bootMode',
  'ownerId',
  'createdAt',
] as const satisfies readonly (keyof Image)[];

/** `<version>:<32 hexadecimal digits>`. */
export function imageDigest(image: Image): string {
  const reported = FIXED.filter((field) => !image.inferred.includes(field)).map((field) => [
    field,
    image[field] ?? null,
  ]);
  const hash = createHash('sha256').update(JSON.stringify(reported)).digest('hex');
  return `${DIGEST_VERSION}:${hash.slice(0, 32)}`;
}

/** Whether an image is still the one that a digest was made of. A digest of other rules says nothing. */
export function hasDigest(image: Image, digest: string): boolean {
  return !digest.startsWith(`${DIGEST_VERSION}:`) || imageDigest(image) === digest;
}
