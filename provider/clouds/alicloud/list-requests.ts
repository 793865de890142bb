/** Which lists of DescribeImages together hold every image that a query may match. */
import type { Narrowing, Scope } from '../../source/source';
import type { IdRequest, ListParameters, Parameters } from '../definition/cloud-definition';

/** The most ids that one ImageId takes. */
const MAX_IDS = 100;

/** The most tags in one request. */
const MAX_TAGS = 20;

/** Tags of the cloud itself begin so: images carry them, but the API refuses to be asked for them. */
const RESERVED_TAG = /^(aliyun|acs:|https?:\/\/)/;

/** A deprecated image still starts instances; its deprecation is a field of its own. */
export const STATUS = {
  Available: 'available',
  Deprecated: 'available',
  Creating: 'pending',
  Waiting: 'pending',
  UnAvailable: 'failed',
  CreateFailed: 'failed',
} as const;

export function listRequests(narrowing: Narrowing, scope: Scope): readonly ListParameters[] {
  const { osType, family, cloudInit } = narrowing;
  const shared: Record<string, string> = {
    Status: statusesFor(narrowing),
    // Architecture is not narrowed: older answers leave it null, and the name has it.
    // Times are not narrowed: the page does not promise a CreationTime, and an id may have a date.
    // Only Windows rows are Windows here and there; FreeBSD hides among the Linux ones.
    ...(osType === 'windows' || osType === 'linux' ? { OSType: osType } : {}),
    ...(family === undefined ? {} : { ImageFamily: family }),
    ...(cloudInit === true ? { IsSupportCloudinit: 'true' } : {}),
    ...scopeParameters(scope),
  };
  Object.entries(narrowing.tags ?? {})
    .filter(isTagToSend)
    .slice(0, MAX_TAGS)
    .forEach(([key, value], index) => {
      shared[`Tag.${index + 1}.Key`] = key;
      shared[`Tag.${index + 1}.Value`] = value;
    });
  return ownerLists(narrowing.owners).map((list) => ({ parameters: { ...shared, ...list } }));
}

/**
 * Without an alias, the system's, own and shared images are searched. An image of the marketplace
 * or of the community is found only with its alias.
 */
export function byIds(scope: Scope): readonly IdRequest[] {
  return [{}, { ImageOwnerAlias: 'marketplace' }, COMMUNITY].map((alias) => ({
    most: MAX_IDS,
    list: (ids) => ({
      parameters: {
        Status: EVERY_STATUS,
        ...scopeParameters(scope),
        ...alias,
        ImageId: ids.join(','),
      },
    }),
  }));
}

function scopeParameters({ instanceType, native }: Scope): Parameters {
  return { ...(instanceType === undefined ? {} : { InstanceType: instanceType }), ...native };
}

function isTagToSend([key, value]: readonly [string, string]): boolean {
  const isReserved = RESERVED_TAG.test(key) || RESERVED_TAG.test(value);
  return !isReserved && key.length <= 64 && value.length <= 128;
}

/** Every word that is documented; a status of another word would not be listed. */
const EVERY_STATUS = Object.keys(STATUS).join(',');

function statusesFor({ status, includeDeprecated }: Narrowing): string {
  if (status === 'available')
    return includeDeprecated === false ? 'Available' : 'Available,Deprecated';
  if (status === 'pending') return 'Creating,Waiting';
  if (status === 'failed') return 'UnAvailable,CreateFailed';
  return EVERY_STATUS;
}

const COMMUNITY = { ImageOwnerAlias: 'others', IsPublic: 'true' };

/**
 * One listing per alias. No alias at all would be one listing for the first three, but there the
 * pages disagree on whether it brings everybody's community images too, which are many.
 */
function ownerLists(owners: readonly string[] | undefined): readonly Parameters[] {
  const wants = (owner: string) => owners === undefined || owners.includes(owner);
  const accounts = (owners ?? []).some((owner) => /^\d+$/.test(owner));
  return [
    ...(wants('public') ? [{ ImageOwnerAlias: 'system' }] : []),
    ...(wants('self') || accounts ? [{ ImageOwnerAlias: 'self' }] : []),
    ...(wants('shared') || accounts ? [{ ImageOwnerAlias: 'others' }] : []),
    ...(wants('marketplace') ? [{ ImageOwnerAlias: 'marketplace' }] : []),
    ...(wants('community') || accounts ? [COMMUNITY] : []),
  ];
}
