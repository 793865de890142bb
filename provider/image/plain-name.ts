/** How plain the name of an image is. */
import { tokenize } from '../os-name/name-tokens';
import type { Image } from './answer.generated';

/**
 * The text that names an image. A cloud's own image may have no name, and an id that says what it
 * is (`ubuntu_22_04_x64_20G_alibase_20240322.vhd`); ids of other images are random.
 */
export function nameText({ name, id, owner }: Image): string {
  return name === '' && owner === 'public' ? id : name;
}

/** How many words a name has: the fewer, the plainer. */
export function plainness(text: string): number {
  return tokenize(text).filter(({ kind }) => kind !== 'number').length;
}
