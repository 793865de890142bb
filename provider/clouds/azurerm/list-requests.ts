/**
 * Where Azure's images are: the marketplace as publishers, offers, SKUs and versions; a
 * subscription's own images and galleries; galleries of others.
 *
 * Paths begin with `{subscription}` or `{location}`, or are whole ids.
 */
import type { Narrowing, Scope } from '../../source/source';
import type { IdRequest, ListedConditions, ListParameters } from '../definition/cloud-definition';
import { communityGallery, galleryVersions, ownLists, sharedLists } from './galleries';
import { isCommunityGallery, readId, readSeries, type Urn } from './ids';
import { COMPUTE, GALLERY, nameOf, segment } from './paths';
import { offersOf, spelledPublisher } from './publishers';

/** Words for owners. Everything else in `owners` is a publisher or a community gallery. */
const WORDS: readonly string[] = ['public', 'self', 'shared', 'marketplace', 'community'];

/** The subscription's own images come first: theirs is the smallest request. */
export function listRequests(narrowing: Narrowing, scope: Scope): readonly ListParameters[] {
  const { native = {} } = scope;
  const { owners = [], distro, family, tags = {} } = narrowing;
  const wants = (owner: string) => owners.includes(owner);
  const { publisherName, publicGalleryName } = native;
  if (publisherName !== undefined) {
    const isWanted = wants('marketplace') || hasAccount(owners, publisherName);
    return isWanted ? [publisher(publisherName, undefined, native)] : [];
  }
  if (publicGalleryName !== undefined) {
    const isWanted = wants('community') || hasAccount(owners, publicGalleryName);
    return isWanted ? [communityGallery(publicGalleryName, narrowing)] : [];
  }
  const ownOnly = ['resourceGroupName', 'galleryName'].some((name) => native[name] !== undefined);
  const series = family === undefined ? undefined : readSeries(family);
  if (series !== undefined && !ownOnly) {
    const isWanted = wants('marketplace') || hasAccount(owners, series.publisher);
    return isWanted ? [versions(series, 'no-such-image')] : [];
  }
  const own = wants('self') ? ownLists(native, narrowing) : [];
  // Only a subscription's own images have tags.
  if (ownOnly || Object.keys(tags).length > 0) return own;
  const accounts = owners.filter((owner) => !WORDS.includes(owner));
  return [
    ...own,
    // A family of any other form is a gallery's image.
    ...accounts.flatMap((account) => {
      if (isCommunityGallery(account)) return [communityGallery(account, narrowing)];
      return family === undefined ? [publisher(account, distro, {})] : [];
    }),
    ...(wants('shared') ? sharedLists(narrowing) : []),
  ];
}

function hasAccount(owners: readonly string[], account: string): boolean {
  return owners.some((owner) => owner.toLowerCase() === account.toLowerCase());
}

/** Everything that is sold, and everybody's galleries, are too many for one listing. */
export function tooWide({ owners = [], family, native }: ListedConditions): string | undefined {
  const { publisherName, publicGalleryName } = native?.['azurerm'] ?? {};
  if (owners.includes('marketplace') && publisherName === undefined) {
    if (family !== undefined && readSeries(family) !== undefined) return undefined;
    return 'owners "marketplace" would list the offers of thousands of publishers. Add native.azurerm.publisherName, with offer and skus where they are known, or family as "publisher:offer:sku".';
  }
  if (owners.includes('community') && publicGalleryName === undefined) {
    return 'owners "community" names no gallery, and the API does not list the community galleries. Add native.azurerm.publicGalleryName, or the public name of the gallery in place of "community".';
  }
  return undefined;
}

/**
 * A publisher's offers, their SKUs and versions, with the parts that a query names.
 *
 * A publisher of the table may not exist in a location, which is an empty list.
 */
function publisher(
  account: string,
  distro: string | undefined,
  { offer, skus: sku }: Readonly<Record<string, string>>,
): ListParameters {
  const name = spelledPublisher(account);
  if (offer !== undefined && sku !== undefined) {
    return versions({ publisher: name, offer, sku }, 'no-such-image');
  }
  if (offer !== undefined) return { ...skusOf(name, offer), names: 'no-such-image' };
  const kept = offersOf(name, distro);
  return {
    operation: 'VirtualMachineImages.ListOffers',
    path: `{location}/publishers/${segment(name)}/artifacttypes/vmimage/offers`,
    parameters: COMPUTE,
    names: 'no-such-image',
    then: {
      name: kept.name,
      lists: (item) => (kept.keeps(nameOf(item)) ? [skusOf(name, nameOf(item))] : []),
    },
  };
}

function skusOf(name: string, offer: string): ListParameters {
  const path = `publishers/${segment(name)}/artifacttypes/vmimage/offers/${segment(offer)}/skus`;
  return {
    operation: 'VirtualMachineImages.ListSkus',
    path: `{location}/${path}`,
    parameters: COMPUTE,
    then: {
      name: 'skus',
      lists: (item) => [versions({ publisher: name, offer, sku: nameOf(item) })],
    },
  };
}

/** The path of the versions of a SKU. */
function versionsPath({ publisher: name, offer, sku }: Omit<Urn, 'version'>): string {
  const parts = ['publishers', name, 'artifacttypes', 'vmimage', 'offers', offer, 'skus', sku];
  return `{location}/${parts.map(segment).join('/')}/versions`;
}

function versions(series: Omit<Urn, 'version'>, names?: 'no-such-image'): ListParameters {
  return {
    operation: 'VirtualMachineImages.ListWithProperties',
    path: versionsPath(series),
    parameters: { ...COMPUTE, $expand: 'properties' },
    ...(names === undefined ? {} : { names }),
  };
}

/** One image by its path. The answer may write the id in another way, so it takes the one asked for. */
export function byIds({ native = {} }: Scope): readonly IdRequest[] {
  if (Object.keys(native).length > 0) return [];
  return [
    {
      most: 1,
      isId: (id) => readId(id) !== undefined && !/[?#]|\.\./.test(id),
      list: ([id = '']) => requestOf(id),
    },
  ];
}

function requestOf(id: string): ListParameters {
  const parsed = readId(id);
  const names = 'no-such-image';
  if (parsed?.kind === 'marketplace') {
    const { publisher: name, ...rest } = parsed.urn;
    const urn = { publisher: spelledPublisher(name), ...rest };
    const path = `${versionsPath(urn)}/${segment(urn.version)}`;
    return {
      operation: 'VirtualMachineImages.Get',
      path,
      parameters: COMPUTE,
      inherited: { askedFor: id },
    };
  }
  if (parsed === undefined || parsed.kind === 'managed') {
    return {
      operation: 'Images.Get',
      path: id,
      parameters: COMPUTE,
      inherited: { askedFor: id },
    };
  }
  const path = parsed.kind === 'gallery' ? id : `{location}${id}`;
  return {
    operation: 'GalleryImages.Get',
    path: path.replace(/\/versions\/[^/]+$/i, ''),
    parameters: GALLERY,
    then: {
      name: `version ${parsed.version}`,
      lists: (definition) => {
        const { inherited, ...list } = galleryVersions(path, definition);
        return [{ ...list, names, inherited: { ...inherited, askedFor: id } }];
      },
    },
  };
}
