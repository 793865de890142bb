/** Images by their ids: small requests in place of a listing. */
import { ImageError, isImageError } from '../../errors/image-error';
import type { Image } from '../../image/answer.generated';
import type { CloudContext } from './cloud-context';
import type { CloudDefinition, IdRequest, ListParameters } from './cloud-definition';
import { meaningOf } from './failures';
import type { RawImage } from './field-readers';
import { readImages } from './read-images';
import type { ConvertRow, ListCall } from './read-list';

/** What one chunk is read with. */
export interface IdCall extends ListCall {
  readonly definition: CloudDefinition;
  readonly context: CloudContext;
  readonly readerFor: (list: ListParameters) => ConvertRow<RawImage, Image>;
}

/** Those of the images that exist. Ids are requested in portions that the API takes. */
export async function listByIds(
  imageIds: readonly string[],
  requests: readonly IdRequest[],
  call: IdCall,
): Promise<readonly Image[]> {
  const found = new Map<string, Image>();
  for (const request of requests) {
    const missing = [...new Set(imageIds)].filter(
      (id) => !found.has(id) && (request.isId?.(id) ?? true),
    );
    const size = Math.min(request.most, call.definition.pageSize);
    const portions = Array.from({ length: Math.ceil(missing.length / size) }, (_, index) =>
      readIds(missing.slice(index * size, (index + 1) * size), request, call),
    );
    for (const image of (await Promise.all(portions)).flat()) found.set(image.id, image);
  }
  return [...found.values()];
}

/**
 * One portion. An API may refuse a whole request over one unknown id, and "no such image" is
 * trusted for exactly one id only: the portion is split until it holds one.
 */
async function readIds(
  ids: readonly string[],
  idRequest: IdRequest,
  call: IdCall,
): Promise<readonly Image[]> {
  const { definition, context, readerFor } = call;
  const paging = definition.paging === 'cursor' ? 'cursor' : 'single';
  const operation = { ...definition, paging } as const;
  const list = idRequest.list(ids);
  const request = ids.length === 1 ? { ...list, names: 'no-such-image' as const } : list;
  try {
    const { items } = await readImages(definition, context, operation, request, call, readerFor);
    const stranger = items.find(({ id }) => !ids.includes(id));
    if (stranger === undefined) return items;
    throw new ImageError(
      'bad-response',
      `the request named ${ids.length} image ids, and the answer has another one, "${stranger.id.slice(0, 60)}"`,
    );
  } catch (error) {
    if (ids.length === 1 || !isAbsence(definition, error)) throw error;
    const middle = Math.ceil(ids.length / 2);
    const halves = [ids.slice(0, middle), ids.slice(middle)];
    return (await Promise.all(halves.map((half) => readIds(half, idRequest, call)))).flat();
  }
}

function isAbsence({ failures }: CloudDefinition, error: unknown): boolean {
  if (!isImageError(error) || error.facts.vendorCode === undefined) return false;
  const { vendorCode, httpStatus = 0 } = error.facts;
  return meaningOf(failures, vendorCode, httpStatus) === 'no-such-image';
}
