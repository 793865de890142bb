/** The official publishers of a cloud: whose images `public` means. */
import type { Image } from '../../image/answer.generated';
import type { Narrowing } from '../../source/source';
import type { CloudDefinition, Publisher } from './cloud-definition';
import { own } from './own';

type Table = Pick<CloudDefinition, 'publishers' | 'partitionOf'>;

/** A publisher's accounts in a region. */
export function accountsIn(
  { accounts }: Publisher,
  { partitionOf }: Table,
  region: string,
): readonly string[] {
  if (isList(accounts)) return accounts;
  const partition = partitionOf?.(region) ?? '';
  return [...(own(accounts, partition) ?? []), ...(own(accounts, region) ?? [])];
}

/** A publisher's accounts by partition or region; under the empty key where the cloud has none. */
export function accountsByPartition({
  accounts,
}: Publisher): Readonly<Record<string, readonly string[]>> {
  return isList(accounts) ? { '': accounts } : accounts;
}

function isList(accounts: Publisher['accounts']): accounts is readonly string[] {
  return Array.isArray(accounts);
}

/**
 * The accounts whose images are official in a region; with a distribution, those that publish it.
 *
 * @returns undefined where nobody but the cloud itself can publish images
 */
export function officialAccounts(
  definition: Table,
  region: string,
  distro: string | undefined,
): readonly string[] | undefined {
  const { publishers } = definition;
  if (publishers === undefined) return undefined;
  const fitting = publishers.filter(
    ({ distros }) => distro === undefined || (distros as readonly string[]).includes(distro),
  );
  return [...new Set(fitting.flatMap((one) => accountsIn(one, definition, region)))];
}

/**
 * The narrowing with the official accounts in place of `public`. Where anyone can publish images,
 * no owners at all would be everybody's images, so it means the official and own ones.
 */
export function withOfficialAccounts(
  definition: Table,
  region: string,
  narrowing: Narrowing,
): Narrowing {
  const official = officialAccounts(definition, region, narrowing.distro);
  if (official === undefined || narrowing.imageIds !== undefined) return narrowing;
  const owners = (narrowing.owners ?? ['public', 'self']).flatMap((owner) =>
    owner === 'public' ? official : [owner],
  );
  return { ...narrowing, owners: [...new Set(owners)] };
}

/** Known accounts of a region, since every image of a listing asks. */
const known = new WeakMap<readonly Publisher[], Map<string, ReadonlySet<string>>>();

/** Whether an image that anyone can see is an official publisher's. */
export function isOfficial(
  definition: Table,
  { region = '', owner, ownerId = '' }: Partial<Image>,
): boolean {
  const { publishers } = definition;
  if (publishers === undefined || owner === 'self' || owner === 'shared') return false;
  const byRegion = known.get(publishers) ?? new Map<string, ReadonlySet<string>>();
  known.set(publishers, byRegion);
  const accounts =
    byRegion.get(region) ?? new Set(officialAccounts(definition, region, undefined) ?? []);
  byRegion.set(region, accounts);
  return accounts.has(ownerId);
}
