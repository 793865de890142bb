/**
 * Where Azure's images are: the marketplace as publishers, offers, SKUs and versions; a
 * subscription's own images and galleries; galleries of others.
 *
 * Paths begin with `{subscription}` or `{location}`, or are whole ids.
 */
import { ImageError } from '../../errors/image-error';
import type { Narrowing, Scope } from '../../source/source';
import type { IdRequest, ListedConditions, ListParameters } from '../definition/cloud-definition';
import { plainString, valueAt, type RawImage } from '../definition/field-readers';
import { isCommunityGallery, readId, readSeries, type Urn } from './ids';
import { offersOf, spelledPublisher } from './publishers';

/** @see https://learn.microsoft.com/rest/api/compute/virtual-machine-images */
export const COMPUTE_VERSION = '2026-03-01';
const GALLERY_VERSION = '2025-03-03';

const COMPUTE = { 'api-version': COMPUTE_VERSION };
const GALLERY = { 'api-version': GALLERY_VERSION };

const PROVIDER = '{subscription}/providers/Microsoft.Compute';

/** Words for owners. Everything else in `owners` is a publisher or a community gallery. */
const WORDS: readonly string[] = ['public', 'self', 'shared', 'marketplace', 'community'];

/** The subscription's own images come first: theirs is the smallest request. */
export function listRequests(narrowing: Narrowing, scope: Scope): readonly ListParameters[] {
  const { native = {} } = scope;
  const { owners = [], distro, family } = narrowing;
  const wants = (owner: string) => owners.includes(owner);
  const { publisherName, publicGalleryName } = native;
  if (publisherName !== undefined) {
    const isWanted = wants('marketplace') || hasAccount(owners, publisherName);
    return isWanted ? [publisher(publisherName, undefined, native)] : [];
  }
  if (publicGalleryName !== undefined) {
    const isWanted = wants('community') || hasAccount(owners, publicGalleryName);
    return isWanted ? [communityGallery(publicGalleryName)] : [];
  }
  const ownOnly = ['resourceGroupName', 'galleryName'].some((name) => native[name] !== undefined);
  const series = family === undefined ? undefined : readSeries(family);
  if (series !== undefined && !ownOnly) {
    const isWanted = wants('marketplace') || hasAccount(owners, series.publisher);
    return isWanted ? [versions(series, 'no-such-image')] : [];
  }
  const accounts = ownOnly ? [] : owners.filter((owner) => !WORDS.includes(owner));
  return [
    ...(wants('self') ? ownLists(native) : []),
    // A family of any other form is a gallery's image.
    ...accounts.flatMap((account) => {
      if (isCommunityGallery(account)) return [communityGallery(account)];
      return family === undefined ? [publisher(account, distro, {})] : [];
    }),
    ...(wants('shared') && !ownOnly ? sharedLists() : []),
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

const segment = encodeURIComponent;

/** An item's name, for the path of what is below it. */
function nameOf(item: RawImage): string {
  const name = plainString(item['name']);
  if (name === undefined || name === '') {
    throw new ImageError('bad-response', 'the list has an entry without a name');
  }
  return name;
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

/** Managed images, and the versions in the subscription's galleries. */
function ownLists(native: Readonly<Record<string, string>>): readonly ListParameters[] {
  const { resourceGroupName: group, galleryName, galleryImageName } = native;
  const place =
    group === undefined
      ? PROVIDER
      : PROVIDER.replace('/providers', `/resourceGroups/${segment(group)}/providers`);
  // A resource group that the query names may not exist.
  const names = group === undefined ? {} : { names: 'no-such-image' as const };
  const keeps = (wanted: string | undefined, item: RawImage) =>
    wanted === undefined || wanted.toLowerCase() === nameOf(item).toLowerCase();
  const galleries: ListParameters = {
    operation: 'Galleries.List',
    path: `${place}/galleries`,
    parameters: GALLERY,
    ...names,
    then: {
      name: `gallery ${galleryName} ${galleryImageName}`,
      lists: (gallery) =>
        keeps(galleryName, gallery)
          ? [
              galleryImages(`${idOf(gallery)}/images`, (item) =>
                keeps(galleryImageName, item) ? idOf(item) : undefined,
              ),
            ]
          : [],
    },
  };
  const managed = { path: `${place}/images`, parameters: COMPUTE, ...names };
  return galleryName === undefined ? [managed, galleries] : [galleries];
}

function idOf(item: RawImage): string {
  const id = plainString(item['id']);
  // It becomes a path, so it must be one of this API.
  if (id === undefined || !/^\/subscriptions\/[^?#]+$/i.test(id) || id.includes('..')) {
    throw new ImageError('bad-response', 'the list has an entry without an id of a resource');
  }
  return id;
}

/** The image definitions of a gallery, and the versions of each. */
function galleryImages(
  path: string,
  pathOf: (definition: RawImage) => string | undefined,
  { names, parameters = GALLERY }: Partial<Pick<ListParameters, 'names' | 'parameters'>> = {},
): ListParameters {
  return {
    operation: 'GalleryImages.ListByGallery',
    path,
    parameters,
    ...(names === undefined ? {} : { names }),
    then: {
      name: 'images',
      lists: (definition) => {
        const below = pathOf(definition);
        return below === undefined
          ? []
          : [{ ...galleryVersions(`${below}/versions`, definition), parameters }];
      },
    },
  };
}

/** The versions of a definition, which alone says what system they hold. */
function galleryVersions(path: string, definition: RawImage): ListParameters {
  return {
    operation: 'GalleryImageVersions.ListByGalleryImage',
    path,
    parameters: GALLERY,
    inherited: inheritedFrom(definition),
  };
}

const FROM_DEFINITION = [
  ...['osType', 'osState', 'hyperVGeneration', 'architecture', 'endOfLifeDate', 'purchasePlan'],
  ...['description', 'features'],
];

function inheritedFrom(definition: RawImage): RawImage {
  const kept = FROM_DEFINITION.flatMap((name) =>
    definition[name] === undefined || definition[name] === null
      ? []
      : [[name, definition[name]] as const],
  );
  return { definition: Object.fromEntries(kept) };
}

function communityGallery(gallery: string): ListParameters {
  const path = `{location}/communityGalleries/${segment(gallery)}/images`;
  const below = (definition: RawImage) => `${path}/${segment(nameOf(definition))}`;
  return galleryImages(path, below, { names: 'no-such-image' });
}

/** Shared with the subscription, and with every subscription of the tenant. */
function sharedLists(): readonly ListParameters[] {
  return [{}, { sharedTo: 'tenant' }].map((more) => ({
    operation: 'SharedGalleries.List',
    path: '{location}/sharedGalleries',
    parameters: { ...GALLERY, ...more },
    then: {
      name: 'shared galleries',
      lists: (gallery) => {
        const name = plainString(valueAt(gallery, 'identifier.uniqueId'))?.split('/').pop();
        const path = `{location}/sharedGalleries/${segment(name ?? nameOf(gallery))}/images`;
        const below = (item: RawImage) => `${path}/${segment(nameOf(item))}`;
        return [galleryImages(path, below, { parameters: { ...GALLERY, ...more } })];
      },
    },
  }));
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
