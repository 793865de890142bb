/** What DescribeImages is asked for: whose images, by which filters. */
import type { Narrowing, Scope } from '../../source/source';
import type { IdRequest, ListedConditions, ListParameters } from '../definition/cloud-definition';
import { accountsByPartition } from '../definition/publishers';
import { BOUNDING_FILTERS, MAX_FILTER_VALUES } from './native';
import { PUBLISHERS } from './publishers';

/** A filter of the API: its values are alternatives. */
type Filter = readonly [name: string, values: readonly string[]];

/** Kernels and RAM disks are images too. */
const MACHINES: Filter = ['image-type', ['machine']];

const OFFICIAL: ReadonlySet<string> = new Set(
  PUBLISHERS.flatMap((publisher) => Object.values(accountsByPartition(publisher)).flat()),
);

/** The lists that together hold the images of all owners. The account's own come first, since only their list shows whose they are. */
export function listRequests(narrowing: Narrowing, scope: Scope): readonly ListParameters[] {
  const filters = [MACHINES, ...nativeFilters(scope), ...narrowingFilters(narrowing)];
  const list = (
    parameters: Record<string, string>,
    ...more: readonly Filter[]
  ): ListParameters => ({
    parameters: { ...parameters, ...visibility(narrowing), ...numbered([...filters, ...more]) },
  });
  const own = (...more: readonly Filter[]): ListParameters => ({
    ...list({ 'Owner.1': 'self' }, ...more),
    owner: 'self',
  });
  const wants = (owner: string) => narrowing.owners?.includes(owner) ?? false;
  const accounts = (narrowing.owners ?? []).filter((owner) => /^\d{12}$/.test(owner));
  const others = accounts.filter((account) => !OFFICIAL.has(account));
  return [
    ...(wants('self') ? [own()] : []),
    // An account that is named may be the one that lists.
    ...(others.length > 0 && !wants('self') ? [own(['owner-id', others])] : []),
    ...(accounts.length > 0 ? [list(numberedOwners(accounts))] : []),
    ...(wants('shared') ? [list({ 'ExecutableBy.1': 'self' })] : []),
    ...(wants('marketplace') ? [list({ 'Owner.1': 'aws-marketplace' })] : []),
    ...(wants('community') ? [list({}, ['is-public', ['true']])] : []),
  ];
}

/**
 * By a filter, since the parameter for ids fails as a whole where one of them does not exist. First
 * among the account's own images, which no field shows.
 */
export function byIds(scope: Scope): readonly IdRequest[] {
  const request = (own: boolean): IdRequest => ({
    most: MAX_FILTER_VALUES,
    isId: (id) => /^ami-[0-9a-f]{8,17}$/.test(id),
    list: (ids) => ({
      parameters: {
        ...(own ? { 'Owner.1': 'self' } : {}),
        ...visibility({}),
        ...numbered([MACHINES, ...nativeFilters(scope), ['image-id', ids]]),
      },
      ...(own ? { owner: 'self' } : {}),
    }),
  });
  return [request(true), request(false)];
}

/** Everyone's public images, and all that is sold, are far too many for one listing. */
export function tooWide({ owners = [], family, native }: ListedConditions): string | undefined {
  const word = owners.find((owner) => owner === 'community' || owner === 'marketplace');
  const isBounded =
    family !== undefined || BOUNDING_FILTERS.some((name) => native?.['aws']?.[name] !== undefined);
  if (word === undefined || isBounded) return undefined;
  const whose = word === 'community' ? 'everyone’s public images' : 'all images of AWS Marketplace';
  return `owners "${word}" would list ${whose}. Add native.aws.name, such as "my-app-*", native.aws.product-code, or family; or name an account id in place of "${word}".`;
}

/** The API hides deprecated and disabled images unless they are asked for. */
function visibility({ includeDeprecated, status }: Narrowing): Readonly<Record<string, string>> {
  return {
    ...(includeDeprecated === false ? {} : { IncludeDeprecated: 'true' }),
    ...(status === 'available' ? {} : { IncludeDisabled: 'true' }),
  };
}

/** Only what the API reports for every image. It has no word for systems other than Windows. */
function narrowingFilters({
  architecture,
  osType,
  family,
  tags = {},
}: Narrowing): readonly Filter[] {
  return [
    ...(architecture === undefined ? [] : [['architecture', [architecture]] as const]),
    ...(osType === 'windows' ? [['platform', ['windows']] as const] : []),
    ...(family === undefined ? [] : [['public-ssm-parameter-name', [family]] as const]),
    ...Object.entries(tags)
      .filter((pair) => !pair.some(hasWildcard))
      .map(([key, value]) => [`tag:${key}`, [value]] as const),
  ];
}

/** `*` and `?` stand for other characters, and a backslash takes that meaning from them. */
function hasWildcard(text: string): boolean {
  return /[*?\\]/.test(text);
}

function nativeFilters({ native = {} }: Scope): readonly Filter[] {
  return Object.entries(native).map(([name, value]) => [name, value.split(',')] as const);
}

/** `Filter.1.Name`, `Filter.1.Value.1`, ... */
function numbered(filters: readonly Filter[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    filters.flatMap(([name, values], index) => [
      [`Filter.${index + 1}.Name`, name] as const,
      ...values.map((value, at) => [`Filter.${index + 1}.Value.${at + 1}`, value] as const),
    ]),
  );
}

function numberedOwners(accounts: readonly string[]): Record<string, string> {
  return Object.fromEntries(accounts.map((id, index) => [`Owner.${index + 1}`, id]));
}
