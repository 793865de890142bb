/** One source over many clouds: each target goes to its own. */
import { ImageError } from '../errors/image-error';
import type { CloudId } from '../image/words';
import type { ImageSource, ListRequest } from './source';

/**
 * Sends each request to its cloud's source.
 *
 * @param sourceOf - makes or finds the source of a cloud; asked only for clouds that are looked at
 */
export function mergeSources(sourceOf: (cloud: CloudId) => ImageSource | undefined): ImageSource {
  const find = ({ target }: ListRequest): ImageSource => {
    const source = sourceOf(target.cloud);
    if (source === undefined) {
      throw new ImageError('internal', 'no source is set up for this cloud', target);
    }
    return source;
  };
  return {
    key: async (request) => find(request).key(request),
    cacheKey: async (request) => find(request).cacheKey?.(request),
    list: async (request) => find(request).list(request),
  };
}
