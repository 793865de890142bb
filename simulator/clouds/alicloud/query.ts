/** The parameters of ECS DescribeImages. */
import type { CatalogImage } from '../../catalog-image';
import { runsOnArm } from '../../instance-types';
import { WireError } from '../../wire';
import { COMMON_PARAMETERS } from './call';
import { readFilters, readTags } from './filters';
import { alicloudStatus, OWNER_ALIAS } from './image';
import { INSTANCE_FAMILIES } from './instance-families';
import { ALICLOUD } from './vocabulary';

const { pageSize } = ALICLOUD;

/** What the API takes beside Filter.N.* and Tag.N.*. */
const PARAMETERS: readonly string[] = [
  ...['RegionId', 'ActionType', 'Architecture', 'DryRun', 'ImageId', 'ImageName', 'ImageFamily'],
  ...['ImageOwnerAlias', 'ImageOwnerId', 'InstanceType', 'IsPublic', 'IsSupportCloudinit'],
  ...['IsSupportIoOptimized', 'OSType', 'OwnerAccount', 'OwnerId', 'PageNumber', 'PageSize'],
  ...['ResourceGroupId', 'ResourceOwnerAccount', 'ResourceOwnerId', 'ShowExpired', 'SnapshotId'],
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
  readonly keep: (image: CatalogImage) => boolean;
}

type Parameters = ReadonlyMap<string, string>;
type Condition = (image: CatalogImage) => boolean;

/** Throws the vendor's refusal of what the API does not take, and of a dry run that passed. */
export function readAlicloudQuery(parameters: Parameters, regionId: string): AlicloudQuery {
  const unknown = [...parameters.keys()].find(
    (name) =>
      !COMMON_PARAMETERS.includes(name) &&
      !PARAMETERS.includes(name) &&
      !/^(Filter\.\d+\.(Key|Value)|Tag\.\d+\.([Kk]ey|[Vv]alue))$/.test(name),
  );
  if (unknown !== undefined) throw invalid(unknown);
  const query: AlicloudQuery = {
    regionId,
    pageNumber: integer(parameters, 'PageNumber', 1, Infinity),
    pageSize: integer(parameters, 'PageSize', pageSize.usual, pageSize.largest),
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

/** A parameter that must be there. */
export function requireText(parameters: Parameters, name: string): string {
  const value = parameters.get(name);
  if (value === undefined || value === '') {
    throw new WireError(
      'MissingParameter',
      `The input parameter "${name}" that is mandatory for processing this request is not supplied.`,
      400,
    );
  }
  return value;
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
  when('ImageId', (list) => {
    const ids = list.split(',').map((id) => id.trim());
    return (image) => ids.includes(image.id);
  });
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
    return (image) => (image.native?.['Usage'] ?? 'none') === usage;
  });
  when('ActionType', (action) => {
    oneOf(action, ['*', 'CreateEcs', 'ChangeOS'], 'InvalidActionType', 'ActionType');
    return () => true;
  });
  when('ResourceGroupId', (id) => (image) => image.native?.['ResourceGroupId'] === id);
  when('SnapshotId', (id) => (image) => id.startsWith(`s-${image.id.replace(/^m-/, '')}`));
  return conditions;
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

function flag(parameters: Parameters, name: string): boolean | undefined {
  const value = parameters.get(name);
  if (value === undefined || value === '') return undefined;
  if (!/^(true|false)$/i.test(value)) throw invalid(name);
  return value.toLowerCase() === 'true';
}

function integer(parameters: Parameters, name: string, usual: number, largest: number): number {
  const value = parameters.get(name);
  if (value === undefined) return usual;
  const number = Number(value);
  if (!/^\d+$/.test(value) || number < 1 || number > largest) throw invalid(name);
  return number;
}

function invalid(name: string): WireError {
  return new WireError('InvalidParameter', `The specified parameter "${name}" is not valid.`, 400);
}
