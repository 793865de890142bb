/** The parameters of EC2 DescribeImages. */
import type { CatalogImage } from '../../catalog-image';
import { WireError } from '../../wire';
import type { AwsCall } from './call';
import { readFilters } from './filters';
import { deprecationTimeOf, stateOf } from './image';
import { aliasOf, ownerIdOf } from './owners';
import { AWS } from './vocabulary';

const PARAMETERS =
  /^(DryRun|IncludeDeprecated|IncludeDisabled|MaxResults|NextToken|(ExecutableBy|ImageId|Owner)\.[1-9]\d*|Filter\.[1-9]\d*\.(Name|Value\.[1-9]\d*))$/;

/** The fewest rows of a page. */
const SMALLEST_PAGE = 5;

/** A listing's parameters, checked. */
export interface AwsQuery {
  readonly offset: number;
  /** Infinity: the whole list in one answer. */
  readonly limit: number;
  /** From ImageId.N; empty when it was not given. */
  readonly imageIds: readonly string[];
  /** From the filter image-id. */
  readonly filteredIds: readonly string[];
  readonly keep: (image: CatalogImage) => boolean;
}

type Condition = (image: CatalogImage) => boolean;

/** Throws the vendor's error for what the API does not take, and of a dry run that passed. */
export function readAwsQuery({ own, offset }: AwsCall, now: number): AwsQuery {
  const unknown = [...own.keys()].find((name) => !PARAMETERS.test(name));
  if (unknown !== undefined) {
    const message = `The parameter ${unknown} is not recognized`;
    throw new WireError('UnknownParameter', message, 400);
  }
  const imageIds = numbered(own, 'ImageId');
  const malformed = imageIds.find((id) => !/^ami-[0-9a-f]{8,17}$/.test(id));
  if (malformed !== undefined) {
    const message = `Invalid id: "${malformed}" (expecting "ami-...")`;
    throw new WireError('InvalidAMIID.Malformed', message, 400);
  }
  if (offset === undefined) {
    throw new WireError('InvalidNextToken', 'The token is invalid.', 400);
  }
  const conditions: Condition[] = [
    owners(numbered(own, 'Owner')),
    executableBy(numbered(own, 'ExecutableBy')),
    ...readFilters(own),
    deprecation(flag(own, 'IncludeDeprecated'), now),
    (image) => flag(own, 'IncludeDisabled') || stateOf(image) !== 'disabled',
  ];
  if (imageIds.length > 0) conditions.push(({ id }) => imageIds.includes(id));
  const query = {
    offset,
    limit: limitOf(own, imageIds),
    imageIds,
    filteredIds: idsInFilter(own),
    keep: (image: CatalogImage) => conditions.every((condition) => condition(image)),
  };
  if (flag(own, 'DryRun')) {
    throw new WireError(
      'DryRunOperation',
      'Request would have succeeded, but DryRun flag is set.',
      412,
    );
  }
  return query;
}

function owners(wanted: readonly string[]): Condition {
  const wrong = wanted.find(
    (owner) => !/^(\d{12}|self|amazon|aws-backup-vault|aws-marketplace)$/.test(owner),
  );
  if (wrong !== undefined) {
    throw new WireError('InvalidUserID.Malformed', `Invalid user id: "${wrong}"`, 400);
  }
  return (image) =>
    wanted.length === 0 ||
    (wanted.includes('self') && image.owner === 'self') ||
    wanted.includes(aliasOf(image) ?? '') ||
    wanted.includes(ownerIdOf(image));
}

/** `self`: a launch permission for the account itself; `all`: one for everyone. */
function executableBy(wanted: readonly string[]): Condition {
  return ({ owner }) =>
    wanted.length === 0 ||
    wanted.some((who) =>
      who === 'all' ? owner !== 'self' && owner !== 'shared' : owner === 'shared',
    );
}

/** The owner always sees his own. */
function deprecation(isIncluded: boolean, now: number): Condition {
  return (image) => {
    const time = deprecationTimeOf(image);
    const isDeprecated = time !== undefined && Date.parse(time) <= now;
    return !isDeprecated || isIncluded || image.owner === 'self';
  };
}

function limitOf(own: ReadonlyMap<string, string>, imageIds: readonly string[]): number {
  const value = own.get('MaxResults');
  if (value === undefined) return Infinity;
  if (imageIds.length > 0) {
    throw new WireError(
      'InvalidParameterCombination',
      'The parameter imageIdSet cannot be used with the parameter maxResults',
      400,
    );
  }
  const number = Number(value);
  if (!Number.isInteger(number) || number < SMALLEST_PAGE || number > AWS.pageSize.largest) {
    throw new WireError(
      'InvalidParameterValue',
      `Value ( ${value} ) for parameter maxResults is invalid. Expecting a value between ${SMALLEST_PAGE} and ${AWS.pageSize.largest}.`,
      400,
    );
  }
  return number;
}

function flag(own: ReadonlyMap<string, string>, name: string): boolean {
  const value = own.get(name) ?? 'false';
  if (value !== 'true' && value !== 'false') {
    throw new WireError(
      'InvalidParameterValue',
      `Value (${value}) for parameter ${name} is invalid.`,
      400,
    );
  }
  return value === 'true';
}

/** `Owner.1`, `Owner.2`, ... */
function numbered(own: ReadonlyMap<string, string>, prefix: string): readonly string[] {
  return [...own].flatMap(([name, value]) => (name.startsWith(`${prefix}.`) ? [value] : []));
}

function idsInFilter(own: ReadonlyMap<string, string>): readonly string[] {
  const index = [...own].find(([, value]) => value === 'image-id')?.[0].split('.')[1];
  return [...own].flatMap(([name, value]) =>
    index !== undefined && name.startsWith(`Filter.${index}.Value.`) ? [value] : [],
  );
}
