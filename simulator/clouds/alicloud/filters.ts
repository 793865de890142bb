/** Filter.N.* and Tag.N.* of ECS DescribeImages. */
import type { CatalogImage } from '../../catalog-image';
import { WireError } from '../../wire';

type Condition = (image: CatalogImage) => boolean;

const MOST_TAGS = 20;

/** Filters whose answer is the same for every image of this catalog. */
const FEATURES: Readonly<Record<string, readonly [words: readonly string[], all: string | null]>> =
  {
    NetworkType: [['vpc', 'classic'], null],
    CpuOnlineUpgrade: [['supported', 'unsupported'], 'supported'],
    CpuOnlineDowngrade: [['supported', 'unsupported'], 'supported'],
    MemoryOnlineUpgrade: [['supported', 'unsupported'], 'unsupported'],
    MemoryOnlineDowngrade: [['supported', 'unsupported'], 'unsupported'],
  };

/** One condition per numbered filter. */
export function readFilters(parameters: ReadonlyMap<string, string>): readonly Condition[] {
  return [...numbered(parameters, 'Filter').values()].map(({ Key: key, Value: value = '' }) => {
    if (key === 'CreationStartTime' || key === 'CreationEndTime') {
      const limit = instant(value);
      return ({ createdAt }) =>
        createdAt !== undefined &&
        (key === 'CreationStartTime'
          ? Date.parse(createdAt) >= limit
          : Date.parse(createdAt) <= limit);
    }
    const feature = Object.hasOwn(FEATURES, key ?? '') ? FEATURES[key ?? ''] : undefined;
    if (!feature) {
      throw new WireError(
        'InvalidFilterKey.NotFound',
        'The specified Filter Key is not found.',
        404,
      );
    }
    const [words, all] = feature;
    if (!words.includes(value)) throw invalidValue();
    return () => all === null || all === value;
  });
}

/** One condition per numbered tag; a key without a value asks only for the key. */
export function readTags(parameters: ReadonlyMap<string, string>): readonly Condition[] {
  const tags = [...numbered(parameters, 'Tag').values()];
  if (tags.length > MOST_TAGS) {
    throw new WireError(
      'InvalidTagCount',
      'The specified tags are beyond the permitted range.',
      400,
    );
  }
  return tags.map((tag) => {
    const key = tag['Key'] ?? tag['key'];
    const value = tag['Value'] ?? tag['value'];
    if (key === undefined || key === '') {
      throw new WireError(
        'InvalidTag.Mismatch',
        'The specified Tag.n.Key and Tag.n.Value are not match.',
        400,
      );
    }
    return ({ tags: own = {} }) =>
      Object.hasOwn(own, key) && (value === undefined || own[key] === value);
  });
}

/** Members of `Prefix.N.Field`, by N. */
function numbered(
  parameters: ReadonlyMap<string, string>,
  prefix: string,
): ReadonlyMap<string, Readonly<Record<string, string>>> {
  const groups = new Map<string, Readonly<Record<string, string>>>();
  for (const [name, value] of parameters) {
    const [head, index = '', field = ''] = name.split('.');
    if (head !== prefix) continue;
    groups.set(index, { ...groups.get(index), [field]: value });
  }
  return groups;
}

/** `yyyy-MM-ddTHH:mmZ`, without seconds, although the page's own example has them. */
function instant(text: string): number {
  const time = /^\d{4}-\d\d-\d\dT\d\d:\d\dZ$/.test(text) ? new Date(text) : undefined;
  // The 31st of February parses as a day in March.
  if (time?.toJSON()?.slice(0, 16) !== text.slice(0, 16)) throw invalidValue();
  return time.getTime();
}

function invalidValue(): WireError {
  return new WireError('InvalidFilterValue', 'The specified Filter Value is not valid.', 404);
}
