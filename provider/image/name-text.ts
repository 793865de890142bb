/** The text that names an image. */
import type { Image } from './answer.generated';

/**
 * The name; for a cloud's own image without one the id, which then says what the image is
 * (`ubuntu_22_04_x64_20G_alibase_20240322.vhd`). Ids of other images are random.
 */
export function nameText({ name, id, owner }: Image): string {
  return name === '' && owner === 'public' ? id : name;
}
