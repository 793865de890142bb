/**
 * CBS DescribeSnapshots, which Tencent's Terraform provider calls for each image with a SnapshotSet.
 * @see https://www.tencentcloud.com/document/api/362/15647
 */
import type { CatalogImage } from '../../catalog-image';
import { disturbFields, pageOf, printCount } from '../../listing';
import type { AnswerContext } from '../../serve';
import { WireError, type Json } from '../../wire';
import { integer, list, readFilter, refuseUnknown, strings, text } from './body';
import type { TencentCall } from './call';
import { tencentSnapshots, type TencentSnapshot } from './image';
import { checkFilters, checkPage, DEFAULT_LIMIT } from './query';

/** A snapshot and the image that it belongs to. */
interface Owned extends TencentSnapshot {
  readonly image: CatalogImage;
}

/** What each filter compares; a string is the value that every snapshot here has. */
const FILTERS: Readonly<Record<string, ((snapshot: Owned) => string) | string>> = {
  'snapshot-id': ({ SnapshotId }) => SnapshotId,
  'snapshot-name': ({ image }) => image.name,
  'snapshot-state': 'NORMAL',
  'disk-usage': ({ DiskUsage }) => DiskUsage,
  'project-id': '0',
  'disk-id': ({ SnapshotId }) => SnapshotId.replace('snap-', 'disk-'),
  zone: ({ image }) => zoneOf(image),
  encrypt: 'FALSE',
  'snapshot-type': 'PRIVATE_SNAPSHOT',
};

/** The answer without its RequestId. */
export function describeSnapshots(
  { world, call, effects }: AnswerContext<TencentCall>,
  body: Readonly<Record<string, unknown>>,
): Readonly<Record<string, Json>> {
  refuseUnknown(body, ['SnapshotIds', 'Filters', 'Offset', 'Limit', 'Order', 'OrderField']);
  const ids = strings(body['SnapshotIds'] ?? [], 'SnapshotIds');
  const filters = list(body['Filters'] ?? [], 'Filters').map(readFilter);
  const page = {
    offset: integer(body['Offset'] ?? 0, 'Offset'),
    limit: integer(body['Limit'] ?? DEFAULT_LIMIT, 'Limit'),
  };
  if (ids.length > 0 && filters.length > 0) {
    throw new WireError(
      'InvalidParameter',
      'SnapshotIds and Filters cannot be specified at the same time.',
    );
  }
  checkFilters(filters, (name) => Object.hasOwn(FILTERS, name));
  checkPage(page);
  checkOrder(body);
  const own = world.images('tencentcloud', call.region).filter(({ owner }) => owner === 'self');
  const all = own.flatMap((image) =>
    tencentSnapshots(image).map((snapshot): Owned => ({ ...snapshot, image })),
  );
  const kept = all.filter(
    (snapshot) =>
      (ids.length === 0 || ids.includes(snapshot.SnapshotId)) &&
      filters.every(({ name, values }) => values.includes(valueOf(snapshot, name))),
  );
  const { rows, total } = pageOf(kept, effects, page);
  return {
    TotalCount: printCount(effects, total),
    SnapshotSet: rows.map((snapshot, row) => disturbFields(effects, {}, print(snapshot), row)),
  };
}

function checkOrder(body: Readonly<Record<string, unknown>>): void {
  const words = { Order: ['ASC', 'DESC'], OrderField: ['CREATE_TIME'] };
  for (const [name, allowed] of Object.entries(words)) {
    if (body[name] !== undefined && !allowed.includes(text(body[name], name))) {
      throw new WireError('InvalidParameterValue', `${name} must be ${allowed.join(' or ')}.`);
    }
  }
}

function valueOf(snapshot: Owned, filter: string): string {
  const value = FILTERS[filter];
  return typeof value === 'function' ? value(snapshot) : (value ?? '');
}

function zoneOf(image: CatalogImage): string {
  return `${image.regions[0] ?? ''}-1`;
}

function print({ image, ...snapshot }: Owned): Readonly<Record<string, Json>> {
  return {
    ...snapshot,
    SnapshotName: image.name,
    SnapshotState: 'NORMAL',
    SnapshotType: 'PRIVATE_SNAPSHOT',
    Placement: { Zone: zoneOf(image), ProjectId: 0 },
    DiskId: snapshot.SnapshotId.replace('snap-', 'disk-'),
    CreateTime: (image.createdAt ?? '').replace('T', ' ').replace('Z', ''),
    Percent: 100,
    IsPermanent: true,
    Encrypt: false,
    CopyFromRemote: false,
    CopyingToRegions: [],
    ShareReference: 0,
    ImageCount: 1,
    Images: [{ ImageId: image.id, ImageName: image.name }],
  };
}
