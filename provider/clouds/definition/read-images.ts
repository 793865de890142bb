/**
 * The images of a list, and of the lists that follow from it: in some clouds, a list of publishers
 * or galleries leads to the lists that hold images.
 */
import { ImageError } from '../../errors/image-error';
import type { Image } from '../../image/answer.generated';
import type { PagedList } from '../../transport/paginate';
import type { ApiOperation, ListParameters, NextLists } from './api-operation';
import type { CloudContext } from './cloud-context';
import type { CloudDefinition } from './cloud-definition';
import type { RawImage } from './field-readers';
import { readList, type ConvertRow, type ListCall } from './read-list';

/** The most lists that one list may lead to. More are an error, and never a part of the images. */
export const MAX_LISTS = 2000;

type Images = Pick<PagedList<Image>, 'items' | 'notes'>;

/**
 * All of them. The throttle decides how many lists are read at once; the first one that fails ends
 * the others.
 *
 * @throws ImageError of whichever list could not be read
 */
export async function readImages(
  definition: CloudDefinition,
  context: CloudContext,
  operation: ApiOperation<RawImage>,
  first: ListParameters,
  call: ListCall,
  readerFor: (list: ListParameters) => ConvertRow<RawImage, Image>,
): Promise<Images> {
  let lists = 0;
  const stop = new AbortController();
  const signal = AbortSignal.any([call.signal, stop.signal]);
  const walk = async ({ then, ...list }: ListParameters): Promise<Images> => {
    lists += 1;
    if (lists > MAX_LISTS) throw tooMany();
    const limited = { ...call, signal };
    if (then === undefined) {
      const convert = withInherited(readerFor(list), list.inherited);
      return readList(definition, context, operation, list, limited, { convert, idOf });
    }
    const next = await nextLists(list, then, limited);
    const found = await Promise.all(next.map(walk));
    return {
      items: found.flatMap(({ items }) => items),
      notes: found.flatMap(({ notes }) => notes),
    };
  };
  const nextLists = async (list: ListParameters, { lists }: NextLists, limited: ListCall) => {
    const { items } = await readList(definition, context, operation, list, limited, {
      convert: (raw) => lists({ ...raw, ...list.inherited }),
      idOf: (following) => JSON.stringify(following),
    });
    return items.flat();
  };
  try {
    return await walk(first);
  } catch (error) {
    stop.abort(error);
    throw error;
  }
}

function idOf({ id }: Image): string {
  return id;
}

/** Reads items with the fields that they take from the item that led to them. */
function withInherited(
  convert: ConvertRow<RawImage, Image>,
  inherited: RawImage | undefined,
): ConvertRow<RawImage, Image> {
  if (inherited === undefined) return convert;
  const merge = (raw: RawImage): RawImage => ({ ...raw, ...inherited });
  return (raw, body, row) => convert(merge(raw), { rows: () => body.rows().map(merge) }, row);
}

function tooMany(): ImageError {
  return new ImageError('bad-request', `the query leads to more than ${MAX_LISTS} lists`, {
    hint: 'Name a family, or fewer owners, so that less has to be listed.',
  });
}
