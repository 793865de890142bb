/** What both of Tencent's APIs ask of a listing, and the rules they share. */
import type { CatalogImage, ImageOwner } from '../../catalog-image';
import { WireError } from '../../wire';
import { TENCENTCLOUD } from './vocabulary';

/** One condition; values are alternatives, conditions add up. */
export interface TencentFilter {
  readonly name: string;
  readonly values: readonly string[];
}

/** The parameters of a listing, checked for type but not yet for sense. */
export interface TencentQuery {
  readonly imageIds: readonly string[];
  readonly filters: readonly TencentFilter[];
  readonly offset: number;
  readonly limit: number;
}

/** Rows per page when Limit is absent. */
export const DEFAULT_LIMIT = TENCENTCLOUD.pageSize.usual;
const LARGEST_LIMIT = TENCENTCLOUD.pageSize.largest;
const MOST_FILTERS = 10;
const MOST_VALUES = 5;
const MOST_IDS = TENCENTCLOUD.ids.most;

/** Tencent's words for whose an image is. */
export const IMAGE_TYPE: Readonly<Record<ImageOwner, string>> = {
  public: 'PUBLIC_IMAGE',
  self: 'PRIVATE_IMAGE',
  shared: 'SHARED_IMAGE',
  marketplace: 'MARKET_IMAGE',
  community: 'SHARED_IMAGE',
};

/** Refuses what the vendor refuses; `known` says which filter names the API has. */
export function checkTencentQuery(query: TencentQuery, known: (name: string) => boolean): void {
  if (query.imageIds.length > 0 && query.filters.length > 0) {
    throw new WireError(
      'InvalidParameter.InvalidParameterCoexistImageIdsFilters',
      'ImageIds and Filters cannot be specified at the same time.',
    );
  }
  if (query.imageIds.length > MOST_IDS) {
    throw new WireError(
      'InvalidParameterValue.LimitExceeded',
      `At most ${MOST_IDS} ImageIds can be specified.`,
    );
  }
  const malformed = query.imageIds.find((id) => !/^img-[0-9a-z]{8}$/.test(id));
  if (malformed !== undefined) {
    throw new WireError('InvalidImageId.Malformed', `Invalid image ID format: ${malformed}.`);
  }
  checkFilters(query.filters, known);
  for (const { name, values } of query.filters) {
    const words: readonly string[] = Object.values(IMAGE_TYPE);
    if (name === 'image-type' && values.some((value) => !words.includes(value))) {
      throw new WireError(
        'InvalidParameterValue.InvalidParameterValueLimit',
        `The filter \`image-type\` takes ${[...new Set(words)].join(', ')}.`,
      );
    }
  }
  checkPage(query);
}

/** Refuses too many filters or values, and filters that the action does not have. */
export function checkFilters(
  filters: readonly TencentFilter[],
  known: (name: string) => boolean,
): void {
  if (filters.length > MOST_FILTERS) {
    throw new WireError(
      'InvalidParameterValue.LimitExceeded',
      `At most ${MOST_FILTERS} Filters can be specified.`,
    );
  }
  for (const { name, values } of filters) {
    if (!known(name)) {
      throw new WireError('InvalidFilter', `The filter \`${name}\` is not supported.`);
    }
    if (values.length > MOST_VALUES) {
      throw new WireError(
        'InvalidFilterValue.LimitExceeded',
        `At most ${MOST_VALUES} values can be specified for the filter \`${name}\`.`,
      );
    }
  }
}

/** Refuses pages that are larger than the API gives, or before the first. */
export function checkPage(query: Pick<TencentQuery, 'offset' | 'limit'>): void {
  if (query.limit < 1 || query.limit > LARGEST_LIMIT) {
    throw new WireError(
      'InvalidParameterValue.InvalidParameterValueLimit',
      `Limit must be from 1 to ${LARGEST_LIMIT}.`,
    );
  }
  if (query.offset < 0) {
    throw new WireError('InvalidParameterValue', 'Offset must not be negative.');
  }
}

/**
 * Whether a listing shows an image; `nameOf` gives the name in the language asked for.
 * Marketplace images appear only when the filter image-type asks for them.
 */
export function tencentKeep(
  query: TencentQuery,
  nameOf: (image: CatalogImage) => string,
): (image: CatalogImage) => boolean {
  const wantsMarket = query.filters.some(
    ({ name, values }) => name === 'image-type' && values.includes(IMAGE_TYPE.marketplace),
  );
  return (image) =>
    (wantsMarket || image.owner !== 'marketplace') &&
    (query.imageIds.length === 0 || query.imageIds.includes(image.id)) &&
    query.filters.every((filter) =>
      filter.values.some((value) => meets(image, nameOf(image), filter.name, value)),
    );
}

function meets(image: CatalogImage, imageName: string, filter: string, value: string): boolean {
  const tags = Object.entries(image.tags ?? {});
  switch (filter) {
    case 'image-id':
      return image.id === value;
    case 'image-type':
      return IMAGE_TYPE[image.owner] === value;
    case 'image-name':
      return imageName.includes(value);
    case 'platform':
      return image.platform.includes(value);
    case 'tag-key':
      return tags.some(([key]) => key === value);
    case 'tag-value':
      return tags.some(([, tagValue]) => tagValue === value);
    default:
      return tags.some(([key, tagValue]) => `tag:${key}` === filter && tagValue === value);
  }
}
