/** Readers of Azure's image objects that are more than a field and its words. */
import type { Image, ImageDisk } from '../../image/answer.generated';
import type { ImageStatus, Owner } from '../../image/words';
import type {
  FieldFromNames,
  InferenceFacts,
  StartRequirement,
} from '../definition/cloud-definition';
import {
  boolean,
  firstText,
  gibibytes,
  instant,
  isObject,
  listAt,
  plainString,
  text,
  valueAt,
  word,
  type FieldReader,
  type RawImage,
  type Report,
} from '../definition/field-readers';
import { omitAbsent } from '../definition/omit-absent';
import { printUrn, readId, type ImageId } from './ids';
import { spelledPublisher } from './publishers';

const SILENT: Report = () => undefined;

/** An object as `az` prints it: its `properties` beside its other fields. */
export function flatten(item: RawImage): RawImage {
  const { properties, ...own } = item;
  return isObject(properties) ? { ...properties, ...own } : item;
}

const armId = firstText('id', 'identifier.uniqueId');

/** A URN for an image of the marketplace, whose resource takes no other form; else the resource's id. */
export function idOf(raw: RawImage, report: Report): string | undefined {
  const asked = plainString(raw['askedFor']);
  const id = armId(raw, report);
  if (id === undefined) return undefined;
  if (asked !== undefined) return asked;
  const parsed = readId(id);
  return parsed?.kind === 'marketplace' ? printUrn(parsed.urn) : id;
}

/** Whose id a list has read last: five readers take it apart for every image. */
let latest: { readonly id: string; readonly parsed: ImageId | undefined } | undefined;

function parsedId(raw: RawImage): ImageId | undefined {
  const id = armId(raw, SILENT);
  if (id === undefined) return undefined;
  if (latest?.id !== id) latest = { id, parsed: readId(id) };
  return latest.parsed;
}

/** Versions have numbers for names: the name is what stands above them, with the number. */
export function nameOf(raw: RawImage, report: Report): string | undefined {
  const parsed = parsedId(raw);
  if (parsed?.kind === 'marketplace') return printUrn(parsed.urn);
  const name = text('name')(raw, report);
  if (parsed === undefined || parsed.kind === 'managed') return name;
  return `${parsed.gallery}/${parsed.image}/${parsed.version}`;
}

/** What `latest` is taken of: a SKU, or an image definition of a gallery. */
export function familyOf(raw: RawImage, report: Report): string | undefined {
  const parsed = parsedId(raw);
  if (parsed === undefined || parsed.kind === 'managed') return undefined;
  if (parsed.kind === 'marketplace') {
    const { publisher, offer, sku } = parsed.urn;
    return `${publisher}:${offer}:${sku}`;
  }
  return idOf(raw, report)?.replace(/\/versions\/[^/]+$/i, '');
}

/** Official publishers are known by the table; the others sell or give away on the marketplace. */
export function ownerOf(raw: RawImage): Owner | undefined {
  switch (parsedId(raw)?.kind) {
    case 'marketplace':
      return 'marketplace';
    case 'managed':
    case 'gallery':
      return 'self';
    case 'shared':
      return 'shared';
    case 'community':
      return 'community';
    case undefined:
      return undefined;
  }
}

export function ownerIdOf(raw: RawImage): string | undefined {
  const parsed = parsedId(raw);
  if (parsed === undefined) return undefined;
  if (parsed.kind === 'marketplace') return spelledPublisher(parsed.urn.publisher);
  return 'subscription' in parsed ? parsed.subscription : spelledPublisher(parsed.gallery);
}

const provisioning = word('provisioningState', {
  Succeeded: 'available',
  Creating: 'pending',
  Updating: 'pending',
  Migrating: 'pending',
  Failed: 'failed',
  Deleting: 'failed',
  Canceled: 'failed',
});

/** Images of others are listed only once they can be used, and have no state. */
export function statusOf(raw: RawImage, report: Report): ImageStatus | undefined {
  const status = provisioning(raw, report);
  if (status !== undefined || (raw['provisioningState'] ?? undefined) !== undefined) return status;
  const kind = parsedId(raw)?.kind;
  return kind === undefined || kind === 'managed' || kind === 'gallery' ? undefined : 'available';
}

/** The first of some readers that finds something. */
function first<T>(...readers: readonly FieldReader<T>[]): FieldReader<T> {
  return (raw, report) => {
    for (const read of readers) {
      const value = read(raw, report);
      if (value !== undefined) return value;
    }
    return undefined;
  };
}

const OS_TYPE = { Windows: 'windows', Linux: 'linux' } as const;

export const osTypeOf = first(
  word('osDiskImage.operatingSystem', OS_TYPE),
  word('definition.osType', OS_TYPE),
  word('storageProfile.osDisk.osType', OS_TYPE),
  word('osType', OS_TYPE),
);

const ARCHITECTURE = { x64: 'x86_64', Arm64: 'arm64' } as const;

export const architectureOf = first(
  word('architecture', ARCHITECTURE),
  word('definition.architecture', ARCHITECTURE),
);

/** Generation 2 boots by UEFI. */
const GENERATION = { V1: 'bios', V2: 'uefi' } as const;

export const bootModeOf = first(
  word('hyperVGeneration', GENERATION),
  word('definition.hyperVGeneration', GENERATION),
);

export const createdAtOf = first(
  instant('publishingProfile.publishedDate'),
  instant('publishedDate'),
);

/** What the publisher plans; the date in a gallery is for people, and starts fail only once it is deleted. */
export const deprecatedAtOf = first(
  instant('imageDeprecationStatus.scheduledDeprecationTime'),
  instant('publishingProfile.endOfLifeDate'),
  instant('endOfLifeDate'),
  instant('definition.endOfLifeDate'),
);

/** A gallery's version that is excluded from `latest` is not meant for new instances. */
export function deprecatedOf(raw: RawImage, report: Report): boolean | undefined {
  const state = word('imageDeprecationStatus.imageState', {
    Active: 'active',
    ScheduledForDeprecation: 'active',
    Deprecated: 'deprecated',
  })(raw, report);
  if (state !== undefined) return state === 'deprecated';
  return first(boolean('publishingProfile.excludeFromLatest'), boolean('excludeFromLatest'))(
    raw,
    report,
  );
}

const sizeInBytes: FieldReader<number> = (raw, report) => {
  const bytes = gibibytes('osDiskImage.sizeInBytes')(raw, report);
  return bytes === undefined ? undefined : Math.round((bytes / 2 ** 30) * 100) / 100;
};

/** Answers write GB and mean GiB, in several spellings. */
export const sizeOf = first(
  gibibytes('osDiskImage.sizeInGb'),
  sizeInBytes,
  gibibytes('storageProfile.osDisk.diskSizeGB'),
  gibibytes('storageProfile.osDiskImage.sizeInGB'),
  gibibytes('storageProfile.osDiskImage.diskSizeGB'),
);

/** The system disk and the data disks, where the object has them. */
export function disksOf(raw: RawImage, report: Report): readonly ImageDisk[] {
  const size = sizeOf(raw, report);
  if (size === undefined) return [];
  const disk = (usage: ImageDisk['usage'], sizeGiB: number | undefined) =>
    omitAbsent<ImageDisk>({
      usage,
      sizeGiB,
      device: undefined,
      snapshotId: undefined,
      format: undefined,
    });
  const data = ['storageProfile.dataDisks', 'storageProfile.dataDiskImages', 'dataDiskImages'];
  return [
    disk('system', size),
    ...data.flatMap((path) =>
      listAt(raw, path, report).map((one) =>
        disk('data', first(gibibytes('diskSizeGB'), gibibytes('sizeInGB'))(one, SILENT)),
      ),
    ),
  ];
}

/** Whether it can be used in a location: galleries replicate to those that they name. */
export function locationsOf(raw: RawImage): readonly string[] | undefined {
  const targets = valueAt(raw, 'publishingProfile.targetRegions');
  if (Array.isArray(targets)) {
    return targets.flatMap((one) => (isObject(one) ? [plainString(one['name']) ?? ''] : []));
  }
  const location = plainString(raw['location']);
  return location === undefined ? undefined : [location];
}

/** `24.04.202404230`: a day and the number of the build on it. */
const UBUNTU_BUILD = /^\d\d\.\d\d\.(20\d\d)(\d\d)(\d\d)\d{1,2}$/;
/** `20348.1906.230803`: the build of Windows, and a day. */
const WINDOWS_BUILD = /^\d{4,5}\.\d+\.(\d\d)(\d\d)(\d\d)$/;

function buildDateOf(version: string): string | undefined {
  const ubuntu = UBUNTU_BUILD.exec(version);
  if (ubuntu) return dateOf(ubuntu[1], ubuntu[2], ubuntu[3]);
  const windows = WINDOWS_BUILD.exec(version);
  return windows ? dateOf(`20${windows[1]}`, windows[2], windows[3]) : undefined;
}

function dateOf(year = '', month = '', day = ''): string | undefined {
  const date = `${year}-${month}-${day}`;
  const ms = Date.parse(date);
  return Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== date ? undefined : date;
}

/**
 * - Only versions from 2022 on say their architecture. Until then there was x64 alone, and an Arm64
 *   image without the field says so in its SKU.
 *   https://learn.microsoft.com/rest/api/compute/virtual-machine-images/get
 * - Versions of the marketplace have no date but the one in their number.
 * - Canonical's minimal images lack what people use, and differ from the usual ones in their SKU.
 * - The API knows Windows and Linux. FreeBSD is Linux to it.
 */
export function inferImage({ image, names, raw }: InferenceFacts): {
  readonly [K in FieldFromNames]?: Image[K] | undefined;
} {
  const parsed = parsedId(raw);
  if (parsed === undefined) return {};
  const architecture = valueAt(raw, 'architecture') ?? valueAt(raw, 'definition.architecture');
  const buildDate = parsed.kind === 'marketplace' ? buildDateOf(parsed.urn.version) : undefined;
  const isMinimal =
    parsed.kind === 'marketplace' && /minimal/i.test(`${parsed.urn.offer} ${parsed.urn.sku}`);
  return {
    ...(image.osType === 'linux' && names.osType === 'bsd' ? { osType: 'bsd' } : {}),
    ...(architecture === undefined && parsed.kind !== 'managed'
      ? { architecture: names.architecture ?? 'x86_64' }
      : {}),
    ...(buildDate === undefined ? {} : { buildDate }),
    ...(isMinimal && names.variant === 'base' ? { variant: 'minimal' } : {}),
  };
}

/** A plan: the instance has to name it, and its terms have to be accepted once per subscription. */
export function beforeStart(raw: RawImage): readonly StartRequirement[] {
  const plan = valueAt(raw, 'plan') ?? valueAt(raw, 'definition.purchasePlan');
  if (!isObject(plan)) return [];
  const publisher = plainString(plan['publisher']) ?? '';
  const product = plainString(plan['product']) ?? '';
  const name = plainString(plan['name']) ?? '';
  return [
    {
      code: 'must-be-accepted',
      message: `has a plan: an instance starts only after the terms were accepted once in the subscription (\`az vm image terms accept --publisher ${publisher} --offer ${product} --plan ${name}\`), and its resource needs the plan (publisher "${publisher}", product "${product}", name "${name}"). The plan may have a price.`,
    },
  ];
}
