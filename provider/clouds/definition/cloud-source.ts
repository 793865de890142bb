/** A cloud's definition as an image source: lists all pages of all its lists, and reads every image. */
import { isImageError } from '../../errors/image-error';
import { withFacts } from '../../errors/with-facts';
import type { Image } from '../../image/answer.generated';
import { printTarget } from '../../image/target';
import type { ImageSource, Listing, ListRequest } from '../../source/source';
import { withDeadline } from '../../transport/deadline';
import type { CloudContext } from './cloud-context';
import type { CloudDefinition, ListParameters } from './cloud-definition';
import type { RawImage } from './field-readers';
import { listByIds } from './list-by-ids';
import { lastingPlaceOf, placeOf } from './place';
import { withOfficialAccounts } from './publishers';
import { imageReader } from './read-image';
import { readImages } from './read-images';
import type { ConvertRow, ListCall } from './read-list';
import { excerptError } from '../../errors/redact-error';
import { endpointFromList, explainRegion } from './regions';

/** Lists a cloud's images through its definition. */
export function cloudSource(definition: CloudDefinition, context: CloudContext): ImageSource {
  const listsOf = ({ target, scope, ...request }: ListRequest): string => {
    const narrowing = withOfficialAccounts(definition, target.region, request.narrowing);
    const { imageIds } = narrowing;
    const isById = imageIds !== undefined && definition.byIds(scope).length > 0;
    return JSON.stringify(
      isById ? { imageIds: imageIds.toSorted(), scope } : definition.listRequests(narrowing, scope),
    );
  };
  return {
    key: async (request) => {
      const { target, signal } = request;
      const place = await placeOf(definition, context, target.region, signal);
      return `${place} ${listsOf(request)}`;
    },

    cacheKey: async (request) => {
      const { target, signal } = request;
      const place = await lastingPlaceOf(definition, context, target.region, signal);
      return place === undefined ? undefined : `${place} ${listsOf(request)}`;
    },

    list: async (request) => {
      const { target } = request;
      const label = `listing ${printTarget(target)}`;
      const limits = { signal: request.signal, timeoutMs: context.timeoutMs, label };
      try {
        return await withDeadline(limits, async (signal, remainingMs) => {
          const place = await placeOf(definition, context, target.region, signal);
          const endpoint = await endpointFromList(definition, context, target, signal);
          return listImages(definition, context, request, {
            target,
            place,
            signal,
            remainingMs,
            endpoint,
          });
        });
      } catch (error) {
        if (!isImageError(error)) throw error;
        const facts = { ...target, operation: definition.operation };
        const plain = withFacts(excerptError(error, context.redact), facts);
        throw await explainRegion(definition, context, target, plain, request.signal);
      }
    },
  };
}

/** Reads every object once, in whichever of the lists it came, and counts what could not be read. */
async function listImages(
  definition: CloudDefinition,
  context: CloudContext,
  { target, scope, ...request }: ListRequest,
  call: ListCall,
): Promise<Listing> {
  const narrowing = withOfficialAccounts(definition, target.region, request.narrowing);
  const nowMs = context.now().getTime();
  const { accountId } = await context.sessions.get(call.signal);
  const problems = new Map<string, Set<string>>();
  const elsewhere = new Set<string>();
  const readerFor = ({ owner }: ListParameters): ConvertRow<RawImage, Image> => {
    let found: string[] = [];
    const report = (problem: string) => found.push(problem);
    const read = imageReader(definition, target, report, { nowMs, owner, accountId });
    return (raw, page, row) => {
      const image = read(raw, page, row);
      if (definition.isInRegion?.(raw, target.region) === false) elsewhere.add(image.id);
      if (found.length === 0) return image;
      for (const problem of found) {
        problems.set(problem, (problems.get(problem) ?? new Set()).add(image.id));
      }
      found = [];
      return image;
    };
  };

  const idRequests = narrowing.imageIds === undefined ? [] : definition.byIds(scope);
  const lists =
    idRequests.length > 0
      ? [readByIds(narrowing.imageIds ?? [])]
      : definition
          .listRequests(narrowing, scope)
          .map((list) => readImages(definition, context, definition, list, call, readerFor));

  const read = await Promise.all(lists);
  const notes = read.flatMap((list) => list.notes);
  const counted = [...problems].map(
    ([problem, { size }]) => `${problem} (${size === 1 ? '1 image' : `${size} images`})`,
  );
  return {
    images: unique(
      read.map(({ items }) => items),
      elsewhere,
    ),
    notes: [...notes, ...counted].map(context.redact),
  };

  async function readByIds(imageIds: readonly string[]) {
    const idCall = { ...call, definition, context, readerFor };
    return { items: await listByIds(imageIds, idRequests, idCall), notes: [] };
  }
}

/** Every image once, without those of other regions. One list alone has no image twice. */
function unique(
  lists: readonly (readonly Image[])[],
  elsewhere: ReadonlySet<string>,
): readonly Image[] {
  const [only, ...others] = lists;
  if (only !== undefined && others.length === 0 && elsewhere.size === 0) return only;
  const images = new Map<string, Image>();
  for (const image of lists.flat()) {
    if (!images.has(image.id) && !elsewhere.has(image.id)) images.set(image.id, image);
  }
  return [...images.values()];
}
