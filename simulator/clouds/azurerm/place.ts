/** Where an image is in Azure: below a publisher, in a resource group, or in a gallery. */
import type { CatalogImage } from '../../catalog-image';

/** The subscription and the tenant of the simulator's own accounts. */
export const SUBSCRIPTION = '11111111-2222-3333-4444-555555555555';
export const TENANT = '99999999-8888-7777-6666-555555555555';

const GROUP = `/subscriptions/${SUBSCRIPTION}/resourceGroups/images/providers/Microsoft.Compute`;
const STRANGER = 'cloudcorp2';
const SHARED_GALLERY = '22222222-3333-4444-5555-666666666666-PARTNER';
const OPEN_GALLERY = 'Images4All-0a1b2c3d-1111-2222-3333-444455556666';

export type Place =
  | {
      readonly kind: 'marketplace';
      readonly publisher: string;
      readonly offer: string;
      readonly sku: string;
      readonly version: string;
    }
  | { readonly kind: 'managed'; readonly id: string }
  | {
      readonly kind: 'gallery' | 'shared' | 'community';
      /** The path of the gallery: a resource, or `/communityGalleries/<name>`. */
      readonly gallery: string;
      readonly image: string;
      readonly version: string;
    };

/** Tests change owners and keep ids: then the place follows from the owner. */
export function placeOf({ id, owner, ownerId }: CatalogImage): Place {
  const [publisher, offer, sku, version] = id.split(':');
  const isUrn = publisher && offer && sku && version;
  const versioned = /^(\/.*)\/images\/([^/]+)\/versions\/([^/]+)$/i.exec(id);
  const slug = id.replace(/[^A-Za-z0-9.-]+/g, '-');
  const inGallery = (kind: 'gallery' | 'shared' | 'community', moved?: string): Place => {
    const [, gallery = '', image = slug, number = '1.0.0'] = versioned ?? [];
    return { kind, gallery: moved ?? gallery, image, version: number };
  };
  switch (owner) {
    case 'self':
      if (/\/galleries\//i.test(id)) return inGallery('gallery');
      return { kind: 'managed', id: managedId(id) };
    case 'shared':
      return id.startsWith('/sharedGalleries/')
        ? inGallery('shared')
        : inGallery('shared', `/sharedGalleries/${SHARED_GALLERY}`);
    case 'community':
      return id.startsWith('/communityGalleries/')
        ? inGallery('community')
        : inGallery('community', `/communityGalleries/${OPEN_GALLERY}`);
    case 'public':
      if (id.startsWith('/communityGalleries/')) return inGallery('community');
      return isUrn
        ? { kind: 'marketplace', publisher, offer, sku, version }
        : {
            kind: 'marketplace',
            publisher: 'Canonical',
            offer: 'UbuntuServer',
            sku: slug,
            version: '1.0.0',
          };
    case 'marketplace':
      return isUrn
        ? { kind: 'marketplace', publisher: ownerId ?? publisher, offer, sku, version }
        : {
            kind: 'marketplace',
            publisher: ownerId ?? STRANGER,
            offer: 'offer',
            sku: slug,
            version: '1.0.0',
          };
  }
}

/** The id of a managed image; that of a version elsewhere becomes one. */
export function managedId(id: string): string {
  if (id.startsWith('/subscriptions/') || !/[:/]/.test(id)) return id;
  return `${GROUP}/images/${id.replace(/^\//, '').replace(/[^A-Za-z0-9.-]+/g, '-')}`;
}

/** The id of a version, as the API writes it. */
export function idOf(place: Place, location: string): string {
  if (place.kind === 'managed') return place.id;
  if (place.kind === 'marketplace') {
    const { publisher, offer, sku, version } = place;
    return `/Subscriptions/${SUBSCRIPTION}/Providers/Microsoft.Compute/Locations/${location}/Publishers/${publisher}/ArtifactTypes/VMImage/Offers/${offer}/Skus/${sku}/Versions/${version}`;
  }
  return `${place.gallery}/images/${place.image}/versions/${place.version}`;
}

/** A resource group, or the name of a gallery of its own, in a path. */
export function ownGallery(gallery: string): string {
  return `${GROUP}/galleries/${gallery}`;
}

export function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
