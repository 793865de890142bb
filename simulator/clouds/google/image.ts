/** An image as Compute Engine prints it. */
import type { CatalogImage } from '../../catalog-image';
import { isRecord, type Json } from '../../wire';
import { numberOf, projectOf, publicProject } from './projects';
import { GOOGLE } from './vocabulary';

type Printed = Readonly<Record<string, Json | undefined>>;

/** Times are those of California, which is in daylight saving time for most of the year. */
const ZONE_HOURS = 7;

/** Filters look at the same image many times. */
const known = new WeakMap<CatalogImage, Printed>();

/** Its fields, without faults. */
export function printedImage(image: CatalogImage): Printed {
  const printed = known.get(image) ?? print(image);
  known.set(image, printed);
  return printed;
}

function print(image: CatalogImage): Printed {
  const isWindows = image.osType === 'windows';
  const project = projectOf(image);
  return {
    kind: 'compute#image',
    id: numberOf(image.id),
    creationTimestamp: image.createdAt === undefined ? undefined : zoned(image.createdAt),
    name: image.name,
    description: image.description,
    sourceType: 'RAW',
    rawDisk: { source: '', containerType: 'TAR' },
    deprecated: deprecationOf(image),
    status: image.state ?? GOOGLE.states.usable,
    archiveSizeBytes: String(image.sizeGiB * 104_857_600),
    diskSizeGb: String(image.sizeGiB),
    licenses: [
      `https://www.googleapis.com/compute/v1/projects/${isWindows ? publicProject('Windows') : project}/global/licenses/${image.family ?? 'own'}`,
    ],
    family: image.family,
    selfLink: image.id,
    labels: image.tags,
    labelFingerprint: '42WmSpB8rSM=',
    guestOsFeatures: [
      { type: 'VIRTIO_SCSI_MULTIQUEUE' },
      { type: 'UEFI_COMPATIBLE' },
      { type: 'GVNIC' },
      ...(isWindows ? [{ type: 'WINDOWS' }] : []),
    ],
    storageLocations: ['us'],
    architecture: image.architecture === '' ? undefined : image.architecture,
    ...image.native,
  };
}

/** A state that tests set in `native` goes before the mark of the record. */
function deprecationOf({ deprecated, native }: CatalogImage): Json | undefined {
  const own = native?.['deprecated'];
  if (isRecord(own)) return own;
  return deprecated ? { state: 'DEPRECATED' } : undefined;
}

/** The same instant with the offset that the API writes; what is not a time as it is. */
function zoned(instant: string): string {
  const ms = Date.parse(instant) - ZONE_HOURS * 3_600_000;
  if (Number.isNaN(ms)) return instant;
  return new Date(ms).toISOString().replace('Z', `-0${ZONE_HOURS}:00`);
}
