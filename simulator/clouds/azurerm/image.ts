/** Images as Azure prints them. `properties` stand beside the other fields here, so that faults reach both. */
import type { CatalogImage } from '../../catalog-image';
import type { Json } from '../../wire';
import { idOf, type Place } from './place';

export type Printed = Readonly<Record<string, Json | undefined>>;

/** The fields outside `properties`. */
const OUTSIDE = [
  ...['id', 'name', 'type', 'location', 'tags', 'identifier', 'extendedLocation'],
  ...['displayName', 'regionalDisplayName'],
];

/** The fields as the API nests them. */
export function nest(flat: Printed): Json {
  const outside: Record<string, Json | undefined> = {};
  const properties: Record<string, Json | undefined> = {};
  for (const [name, value] of Object.entries(flat)) {
    (OUTSIDE.includes(name) ? outside : properties)[name] = value;
  }
  return { ...outside, properties };
}

const osOf = ({ osType }: CatalogImage) => (osType === 'windows' ? 'Windows' : 'Linux');

/** SKUs say it in many ways: gen2, -g2, gensecond; some exist in the second generation only. */
const GENERATION_2 =
  /^\/|gen2|-g2|gensecond|azure-edition|arm64|aarch64|ubuntu-\d\d_\d\d|rockylinux|azurelinux/i;

function generationOf({ id, native = {} }: CatalogImage): Json {
  const isSecond = GENERATION_2.test(id) && !id.includes('gen1');
  return native['hyperVGeneration'] ?? (isSecond ? 'V2' : 'V1');
}

/** A version of the marketplace. */
export function printVersion(image: CatalogImage, place: Place, location: string): Printed {
  return {
    id: idOf(place, location),
    name: place.kind === 'managed' ? image.name : place.version,
    location,
    architecture: image.architecture,
    hyperVGeneration: generationOf(image),
    osDiskImage: { operatingSystem: osOf(image), sizeInGb: image.sizeGiB },
    dataDiskImages: [],
    plan: null,
    features: [{ name: 'IsAcceleratedNetworkSupported', value: 'True' }],
    automaticOSUpgradeProperties: { automaticOSUpgradeSupported: false },
    disallowed: { vmDiskType: 'Unmanaged' },
    replicaType: 'Managed',
    replicaCount: 10,
    imageDeprecationStatus: image.deprecated
      ? { imageState: 'Deprecated' }
      : { imageState: 'Active', scheduledDeprecationTime: null, alternativeOption: null },
    ...image.native,
  };
}

/** A managed image. */
export function printManaged(image: CatalogImage, id: string): Printed {
  return {
    id,
    name: image.name,
    type: 'Microsoft.Compute/images',
    location: image.regions[0] ?? '',
    tags: { ...image.tags },
    hyperVGeneration: generationOf(image),
    provisioningState: image.state ?? 'Succeeded',
    storageProfile: {
      osDisk: {
        osType: osOf(image),
        osState: 'Generalized',
        diskSizeGB: image.sizeGiB,
        caching: 'ReadWrite',
        storageAccountType: 'Standard_LRS',
      },
      dataDisks: (image.dataDisksGiB ?? []).map((diskSizeGB, lun) => ({ lun, diskSizeGB })),
      zoneResilient: false,
    },
    ...image.native,
  };
}

/** The definition of a gallery's image, by one of its versions. */
export function printDefinition(
  image: CatalogImage,
  id: string,
  name: string,
  location: string,
): Printed {
  return {
    ...(id.startsWith('/subscriptions/') ? { id } : { identifier: { uniqueId: id } }),
    name,
    location,
    osType: osOf(image),
    osState: 'Generalized',
    hyperVGeneration: generationOf(image),
    architecture: image.architecture,
    ...(image.description === undefined ? {} : { description: image.description }),
    ...(image.owner === 'self' ? { provisioningState: 'Succeeded' } : {}),
  };
}

/** A version in a gallery; those of other people's galleries show less. */
export function printGalleryVersion(
  image: CatalogImage,
  place: Exclude<Place, { kind: 'managed' | 'marketplace' }>,
  location: string,
): Printed {
  const id = idOf(place, location);
  const isExcluded = image.deprecated === true;
  const publishedDate = image.createdAt ?? undefined;
  if (place.kind === 'gallery') {
    return {
      id,
      name: place.version,
      type: 'Microsoft.Compute/galleries/images/versions',
      location: image.regions[0] ?? '',
      tags: { ...image.tags },
      provisioningState: image.state ?? 'Succeeded',
      publishingProfile: {
        publishedDate,
        excludeFromLatest: isExcluded,
        targetRegions: image.regions.map((name) => ({
          name: displayName(name),
          regionalReplicaCount: 1,
        })),
      },
      storageProfile: { osDiskImage: { sizeInGB: image.sizeGiB, hostCaching: 'ReadWrite' } },
      ...image.native,
    };
  }
  return {
    identifier: { uniqueId: id },
    name: place.version,
    location,
    publishedDate,
    excludeFromLatest: isExcluded,
    storageProfile: { osDiskImage: { diskSizeGB: image.sizeGiB, hostCaching: 'ReadWrite' } },
    ...image.native,
  };
}

const DISPLAY_NAMES: Readonly<Record<string, string>> = {
  westeurope: 'West Europe',
  eastus: 'East US',
  southeastasia: 'Southeast Asia',
  northeurope: 'North Europe',
  qatarcentral: 'Qatar Central',
};

export function displayName(location: string): string {
  return DISPLAY_NAMES[location] ?? location;
}
