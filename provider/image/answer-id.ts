/** The name of an answer. */
import { createHash } from 'node:crypto';
import type { Image } from './answer.generated';

/** A digest of the images in an answer: 32 hexadecimal digits. Changes when the images change. */
export function answerId(images: readonly Pick<Image, 'target' | 'id'>[]): string {
  const places = images.map(({ target, id }) => [target, id]);
  return createHash('sha256').update(JSON.stringify(places)).digest('hex').slice(0, 32);
}
