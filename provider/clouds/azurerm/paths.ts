/** What the paths of Azure's lists are made of. */
import { ImageError } from '../../errors/image-error';
import { plainString, type RawImage } from '../definition/field-readers';

/** @see https://learn.microsoft.com/rest/api/compute/virtual-machine-images */
export const COMPUTE_VERSION = '2026-03-01';
const GALLERY_VERSION = '2025-03-03';

export const COMPUTE = { 'api-version': COMPUTE_VERSION };
export const GALLERY = { 'api-version': GALLERY_VERSION };

export const PROVIDER = '{subscription}/providers/Microsoft.Compute';

export const segment = encodeURIComponent;

/** An item's name, for the path of what is below it. */
export function nameOf(item: RawImage): string {
  const name = plainString(item['name']);
  if (name === undefined || name === '') {
    throw new ImageError('bad-response', 'the list has an entry without a name');
  }
  return name;
}
