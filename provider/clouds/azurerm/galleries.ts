/** The lists of a subscription's own images and galleries, of shared galleries and of the community's. */
import { ImageError } from '../../errors/image-error';
import type { Narrowing } from '../../source/source';
import type { ListParameters } from '../definition/cloud-definition';
import { plainString, valueAt, type RawImage, type Report } from '../definition/field-readers';
import { architectureOf, osTypeOf } from './image';
import { COMPUTE, GALLERY, nameOf, PROVIDER, segment } from './paths';

const SILENT: Report = () => undefined;

/** Managed images, and the versions in the subscription's galleries. */
export function ownLists(
  native: Readonly<Record<string, string>>,
  narrowing: Narrowing,
): readonly ListParameters[] {
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
      name: `gallery ${galleryName} ${galleryImageName}${labelOf(narrowing)}`,
      lists: (gallery) =>
        keeps(galleryName, gallery)
          ? [
              galleryImages(
                `${idOf(gallery)}/images`,
                (item) => (keeps(galleryImageName, item) ? idOf(item) : undefined),
                narrowing,
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
  narrowing: Narrowing,
  { names, parameters = GALLERY }: Partial<Pick<ListParameters, 'names' | 'parameters'>> = {},
): ListParameters {
  return {
    operation: 'GalleryImages.ListByGallery',
    path,
    parameters,
    ...(names === undefined ? {} : { names }),
    then: {
      name: `images${labelOf(narrowing)}`,
      lists: (definition) => {
        const below = pathOf(definition);
        return below === undefined || !mayBeWanted(definition, narrowing)
          ? []
          : [{ ...galleryVersions(`${below}/versions`, definition), parameters }];
      },
    },
  };
}

/** For keys: listings that are narrowed differently are different ones. */
function labelOf({ architecture, osType }: Narrowing): string {
  return [architecture, osType].map((word) => (word === undefined ? '' : ` ${word}`)).join('');
}

/** By what the definition reports. FreeBSD is Linux to this API. */
function mayBeWanted(definition: RawImage, { architecture, osType }: Narrowing): boolean {
  const reported = architectureOf(definition, SILENT);
  const isOther = architecture !== undefined && reported !== undefined && reported !== architecture;
  const type = osTypeOf(definition, SILENT);
  const differs =
    osType !== undefined && type !== undefined && (type === 'windows') !== (osType === 'windows');
  return !isOther && !differs;
}

/** The versions of a definition, which alone says what system they hold. */
export function galleryVersions(path: string, definition: RawImage): ListParameters {
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

export function communityGallery(gallery: string, narrowing: Narrowing): ListParameters {
  const path = `{location}/communityGalleries/${segment(gallery)}/images`;
  const below = (definition: RawImage) => `${path}/${segment(nameOf(definition))}`;
  return galleryImages(path, below, narrowing, { names: 'no-such-image' });
}

/** Shared with the subscription, and with every subscription of the tenant. */
export function sharedLists(narrowing: Narrowing): readonly ListParameters[] {
  return [{}, { sharedTo: 'tenant' }].map((more) => ({
    operation: 'SharedGalleries.List',
    path: '{location}/sharedGalleries',
    parameters: { ...GALLERY, ...more },
    then: {
      name: `shared galleries${labelOf(narrowing)}`,
      lists: (gallery) => {
        const name = plainString(valueAt(gallery, 'identifier.uniqueId'))?.split('/').pop();
        const path = `{location}/sharedGalleries/${segment(name ?? nameOf(gallery))}/images`;
        const below = (item: RawImage) => `${path}/${segment(nameOf(item))}`;
        return [galleryImages(path, below, narrowing, { parameters: { ...GALLERY, ...more } })];
      },
    },
  }));
}
