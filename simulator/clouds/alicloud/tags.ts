/**
 * ECS DescribeTags, which Alibaba's Terraform provider calls for each image.
 * @see https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describetags
 */
import type { CatalogImage } from '../../catalog-image';
import { disturbFields, pageOf, printCount } from '../../listing';
import type { AnswerContext } from '../../serve';
import { WireError, type Json } from '../../wire';
import type { AlicloudCall } from './call';
import { readTags } from './filters';
import { integer, refuseUnknown, requireRegion } from './parameters';

/** What can carry tags; only images exist here. */
const RESOURCE_TYPES = [
  ...['disk', 'instance', 'image', 'securitygroup', 'snapshot', 'eni', 'ddh', 'keypair'],
  ...['launchtemplate', 'reservedinstance', 'snapshotpolicy', 'volume'],
] as const;

const PAGE_SIZE = { usual: 50, largest: 100 } as const;

/** The answer without its RequestId. */
export function describeTags({
  world,
  call,
  effects,
}: AnswerContext<AlicloudCall>): Readonly<Record<string, Json>> {
  const { all } = call;
  refuseUnknown(
    all,
    ['Category', 'PageNumber', 'PageSize', 'ResourceId', 'ResourceType'],
    /^Tag\.\d+\.([Kk]ey|[Vv]alue)$/,
  );
  const region = requireRegion(world, all);
  const type = all.get('ResourceType') ?? '';
  if (type !== '' && !RESOURCE_TYPES.some((word) => word === type)) {
    throw new WireError(
      'InvalidResourceType.NotFound',
      'The ResourceType provided does not exist in our records.',
      404,
    );
  }
  const number = integer(all, 'PageNumber', { usual: 1, largest: Infinity });
  const size = integer(all, 'PageSize', PAGE_SIZE);
  const keep = readTags(all);
  const id = all.get('ResourceId');
  const images = type === '' || type === 'image' ? world.images('alicloud', region) : [];
  const tagged = images.filter(
    (image) =>
      image.owner === 'self' &&
      (id === undefined || image.id === id) &&
      keep.every((condition) => condition(image)),
  );
  const { rows, total } = pageOf(countTags(tagged), effects, {
    offset: (number - 1) * size,
    limit: size,
  });
  return {
    PageNumber: printCount(effects, number),
    PageSize: printCount(effects, size),
    TotalCount: printCount(effects, total),
    Tags: { Tag: rows.map((tag, row) => disturbFields(effects, {}, tag, row)) },
  };
}

/** Each pair of key and value once, with how many images carry it. */
function countTags(images: readonly CatalogImage[]): readonly Readonly<Record<string, Json>>[] {
  const counts = new Map<string, number>();
  for (const { tags = {} } of images) {
    for (const pair of Object.entries(tags)) {
      const key = JSON.stringify(pair);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return [...counts].map(([pair, count]) => {
    const [TagKey, TagValue] = JSON.parse(pair) as [string, string];
    return {
      TagKey,
      TagValue,
      ResourceTypeCount: { Instance: 0, Disk: 0, Volume: 0, Image: count, Snapshot: 0 },
    };
  });
}
