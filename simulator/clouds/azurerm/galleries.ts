/** Galleries: the subscription's own, those shared with it, and those of the community. */
import { listWhole } from '../../listing';
import type { AnswerContext } from '../../serve';
import { WireError } from '../../wire';
import type { CatalogImage } from '../../catalog-image';
import type { Operation } from './operation';
import type { AzurermCall } from './call';
import { printDefinition, printGalleryVersion } from './image';
import { checkedLocation } from './marketplace';
import { placeOf, same, type Place } from './place';

type Kind = 'gallery' | 'shared' | 'community';
type InGallery = Extract<Place, { kind: Kind }>;
type Entry = readonly [image: CatalogImage, place: InGallery];

/** The versions below what the path names. */
function below(kind: Kind, { world, call, effects }: AnswerContext<AzurermCall>): readonly Entry[] {
  const { parts } = call;
  const region = kind === 'gallery' ? undefined : checkedLocation(world, call);
  const isWanted = (place: Place): place is InGallery =>
    place.kind === kind &&
    (['image', 'version'] as const).every((level) => {
      const wanted = parts[level];
      return wanted === undefined || same(wanted, place[level]);
    }) &&
    (parts['gallery'] === undefined || same(lastOf(place.gallery), parts['gallery'])) &&
    (parts['group'] === undefined ||
      place.gallery.toLowerCase().includes(`/resourcegroups/${parts['group'].toLowerCase()}/`));
  return listWhole(world, effects, {
    cloud: 'azurerm',
    region,
    keep: (image) => isWanted(placeOf(image)),
  }).flatMap((image) => {
    const place = placeOf(image);
    return isWanted(place) ? [[image, place] as const] : [];
  });
}

function lastOf(path: string): string {
  return path.split('/').pop() ?? path;
}

/** Below something that the path names, nothing is "not found". */
function atLeastOne(entries: readonly Entry[]): readonly [Entry, ...Entry[]] {
  const [first, ...others] = entries;
  if (first === undefined) {
    throw new WireError('NotFound', 'The entity was not found in this Azure location.', 404);
  }
  return [first, ...others];
}

function unique(entries: readonly Entry[], keyOf: (place: InGallery) => string): readonly Entry[] {
  return [...new Map(entries.map((entry) => [keyOf(entry[1]).toLowerCase(), entry])).values()];
}

const definitionId = ({ gallery, image }: InGallery) => `${gallery}/images/${image}`;

function definition([image, place]: Entry, call: AzurermCall) {
  const location = call.parts['location'] ?? image.regions[0] ?? '';
  return printDefinition(image, definitionId(place), place.image, location);
}

function version([image, place]: Entry, call: AzurermCall) {
  return printGalleryVersion(image, place, call.parts['location'] ?? image.regions[0] ?? '');
}

function operationsOf(
  kind: Kind,
  prefix: string,
  list: string,
): Readonly<Record<string, Operation>> {
  return {
    [`${prefix}Images.${kind === 'gallery' ? 'ListByGallery' : 'List'}`]: (context) => {
      const entries = unique(atLeastOne(below(kind, context)), definitionId);
      return { rows: entries.map((entry) => definition(entry, context.call)) };
    },
    [`${prefix}Images.Get`]: (context) => {
      const [entry] = atLeastOne(below(kind, context));
      return { one: definition(entry, context.call) };
    },
    [`${prefix}ImageVersions.${list}`]: (context) => ({
      rows: atLeastOne(below(kind, context)).map((entry) => version(entry, context.call)),
    }),
    [`${prefix}ImageVersions.Get`]: (context) => {
      const [entry] = atLeastOne(below(kind, context));
      return { one: version(entry, context.call) };
    },
  };
}

export const galleryLists: Readonly<Record<string, Operation>> = {
  ...operationsOf('gallery', 'Gallery', 'ListByGalleryImage'),
  ...operationsOf('shared', 'SharedGallery', 'List'),
  ...operationsOf('community', 'CommunityGallery', 'List'),
  'Galleries.List': (context) => ({
    rows: unique(below('gallery', context), ({ gallery }) => gallery).map(([image, place]) => ({
      id: place.gallery,
      name: lastOf(place.gallery),
      type: 'Microsoft.Compute/galleries',
      location: image.regions[0] ?? '',
      tags: {},
      provisioningState: 'Succeeded',
    })),
  }),
  // All of them are shared with the tenant, and none with the subscription alone.
  'SharedGalleries.List': (context) => {
    const { call } = context;
    const entries = unique(below('shared', context), ({ gallery }) => gallery);
    const rows = entries.map(([, { gallery }]) => ({
      identifier: { uniqueId: gallery.replace('/sharedGalleries/', '/SharedGalleries/') },
      name: lastOf(gallery),
      location: call.parts['location'] ?? '',
    }));
    return { rows: call.query.get('sharedTo') === 'tenant' ? rows : [] };
  },
};
