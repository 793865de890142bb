/** The parameters of ECS DescribeImages. */
import type { CatalogImage } from '../../catalog-image';
import { runsOnArm } from '../../instance-types';
import { WireError } from '../../wire';
import { readFilters, readTags } from './filters';
import { alicloudStatus, alicloudUsage, OWNER_ALIAS } from './image';
import { INSTANCE_FAMILIES } from './instance-families';
import { flag, integer, invalid, refuseUnknown, type Parameters } from './parameters';
import { ALICLOUD } from './vocabulary';

/** What the API takes beside Filter.N.* and Tag.N.*. */
const PARAMETERS: readonly string[] = [
  ...['ActionType', 'Architecture', 'DryRun', 'ImageId', 'ImageName', 'ImageFamily'],
  ...['ImageOwnerAlias', 'ImageOwnerId', 'InstanceType', 'IsPublic', 'IsSupportCloudinit'],
  ...['IsSupportIoOptimized', 'OSType', 'PageNumber', 'PageSize'],
  ...['ResourceGroupId', 'ShowExpired', 'SnapshotId'],
  ...['Status', 'Usable', 'Usage'],
];

const STATUSES: readonly string[] = [
  ...['Creating', 'Waiting', 'Available', 'UnAvailable', 'CreateFailed', 'Deprecated', 'ALL'],
];

/** A listing's parameters, checked. */
export interface AlicloudQuery {
  readonly regionId: string;
  readonly pageNumber: number;
  readonly pageSize: number;
  /** From InstanceType; undefined when it was not given. */
  readonly onArm: boolean | undefined;
  /** From ImageId, a list with commas; empty when it was not given. */
  readonly imageIds: readonly string[];
  readonly keep: (image: CatalogImage) => boolean;
}

type Condition = (image: CatalogImage) => boolean;

/** Throws the vendor's error for what the API does not take, and of a dry run that passed. */
export function readAlicloudQuery(parameters: Parameters, regionId: string): AlicloudQuery {
  refuseUnknown(parameters, PARAMETERS, /^(Filter\.\d+\.(Key|Value)|Tag\.\d+\.([Kk]ey|[Vv]alue))$/);
  const query: AlicloudQuery = {
    regionId,
    pageNumber: integer(parameters, 'PageNumber', { usual: 1, largest: Infinity }),
    pageSize: integer(parameters, 'PageSize', ALICLOUD.pageSize),
    imageIds: imageIds(parameters),
    onArm: instanceRunsOnArm(parameters.get('InstanceType')),
    keep: allOf([
      owner(parameters),
      status(parameters),
      ...exact(parameters),
      ...flags(parameters),
      ...readFilters(parameters),
      ...readTags(parameters),
    ]),
  };
  if (flag(parameters, 'DryRun')) {
    throw new WireError(
      'DryRunOperation',
      'Request validation has been passed with DryRun flag set.',
      400,
    );
  }
  return query;
}

function allOf(conditions: readonly Condition[]): Condition {
  return (image) => conditions.every((condition) => condition(image));
}

/** No alias: the cloud's own, one's own and shared images. Community images need IsPublic beside "others". */
function owner(parameters: Parameters): Condition {
  const alias = parameters.get('ImageOwnerAlias')?.toLowerCase() ?? '';
  const isPublic = flag(parameters, 'IsPublic') ?? false;
  const ownerId = parameters.get('ImageOwnerId');
  if (!['', 'system', 'self', 'others', 'marketplace'].includes(alias)) {
    throw new WireError(
      'InvalidImageOwnerAlias.ValueNotSupported',
      'The specified ImageOwnerAlias value is not supported.',
      400,
    );
  }
  if (isPublic && alias !== 'others') {
    throw new WireError(
      'InvalidImageOwnerAlias.PublicImageUnsupported',
      'When querying images, the parameter ImageOwnerAlias should be others while specified parameter IsPublic is true.',
      400,
    );
  }
  if (ownerId !== undefined && alias !== 'others') {
    throw new WireError(
      'InvalidOperation.ImageOwnerIdUnsupported',
      'The parameter "ImageOwnerId" is not supported in this context, it is only valid when querying shared images or community images.',
      400,
    );
  }
  return (image) =>
    (image.owner === 'community') === isPublic &&
    (alias === '' ? image.owner !== 'marketplace' : OWNER_ALIAS[image.owner] === alias) &&
    (ownerId === undefined || image.ownerId === ownerId);
}

function status(parameters: Parameters): Condition {
  const wanted = (parameters.get('Status') || 'Available').split(',').map((word) => word.trim());
  if (!wanted.every((word) => STATUSES.includes(word))) {
    throw new WireError('InvalidStatus.ValueNotSupported', 'The specified Status is invalid.', 400);
  }
  return (image) => wanted.includes('ALL') || wanted.includes(alicloudStatus(image));
}

function exact(parameters: Parameters): readonly Condition[] {
  const conditions: Condition[] = [];
  const when = (name: string, make: (value: string) => Condition): void => {
    const value = parameters.get(name);
    if (value !== undefined && value !== '') conditions.push(make(value));
  };
  const ids = imageIds(parameters);
  if (ids.length > 0) conditions.push((image) => ids.includes(image.id));
  when('ImageName', (pattern) => {
    const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
    const expression = new RegExp(`^${parts.join('.*')}$`);
    return (image) => expression.test(image.name);
  });
  when('ImageFamily', (family) => (image) => image.family === family);
  when('Architecture', (architecture) => {
    oneOf(architecture, ['i386', 'x86_64', 'arm64'], 'InvalidArchitecture', 'Architecture');
    return (image) => image.architecture === architecture;
  });
  when('OSType', (osType) => {
    oneOf(osType, ['linux', 'windows'], 'InvalidOSType', 'OSType');
    return (image) => (image.osType === 'windows') === (osType === 'windows');
  });
  when('Usage', (usage) => {
    oneOf(usage, ['instance', 'none'], 'InvalidUsage', 'Usage');
    return (image) => alicloudUsage(image) === usage;
  });
  when('ActionType', (action) => {
    oneOf(action, ['*', 'CreateEcs', 'ChangeOS'], 'InvalidActionType', 'ActionType');
    return () => true;
  });
  when('ResourceGroupId', (id) => (image) => image.native?.['ResourceGroupId'] === id);
  when('SnapshotId', (id) => (image) => id.startsWith(`s-${image.id.replace(/^m-/, '')}`));
  return conditions;
}

function imageIds(parameters: Parameters): readonly string[] {
  const list = parameters.get('ImageId') ?? '';
  const ids = list === '' ? [] : list.split(',').map((id) => id.trim());
  if (ids.length > ALICLOUD.ids.most) throw invalid('ImageId');
  return ids;
}

function flags(parameters: Parameters): readonly Condition[] {
  const cloudInit = flag(parameters, 'IsSupportCloudinit');
  const ioOptimized = flag(parameters, 'IsSupportIoOptimized');
  // Both say something only about what is for sale, which nothing in this catalog has run out of.
  flag(parameters, 'ShowExpired');
  flag(parameters, 'Usable');
  return [
    (image) => cloudInit === undefined || (image.cloudInit ?? true) === cloudInit,
    () => ioOptimized !== false,
  ];
}

function oneOf(value: string, words: readonly string[], code: string, name: string): void {
  if (!words.includes(value)) throw new WireError(code, `The specified ${name} is not valid`, 404);
}

function instanceRunsOnArm(instanceType: string | undefined): boolean | undefined {
  if (instanceType === undefined) return undefined;
  const onArm = /^ecs\./.test(instanceType)
    ? runsOnArm(INSTANCE_FAMILIES, instanceType.split('.')[1] ?? '')
    : undefined;
  if (onArm === undefined) {
    throw new WireError(
      'InvalidInstanceType.ValueNotSupported',
      'The specified InstanceType does not exist or beyond the permitted range.',
      400,
    );
  }
  return onArm;
}
