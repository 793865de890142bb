/** One page of a listing, with the faults that disturb listings. */
import type { CatalogImage } from './catalog-image';
import type { CloudId } from './clouds/ids';
import { effectsOf, type FaultEffect } from './faults';
import { WireError, type Json } from './wire';
import type { World } from './world';

/** Which rows of a list. */
export interface Page {
  /** Rows before the page. */
  readonly offset: number;
  /** Most rows in the page. */
  readonly limit: number;
}

/** Which images. */
export interface ImageList {
  readonly cloud: CloudId;
  /** Undefined where lists hold the images of all regions. */
  readonly region: string | undefined;
  readonly keep: (image: CatalogImage) => boolean;
}

/** What page of which list of images. */
export interface ListingRequest extends Page, ImageList {}

/** A page and the total that goes with it. */
export interface Listing<T> {
  readonly rows: readonly T[];
  readonly total: number;
}

/** One page of images and the total, with the faults that disturb both. */
export function listPage(
  world: World,
  effects: readonly FaultEffect[],
  request: ListingRequest,
): Listing<CatalogImage> {
  return pageOf(listWhole(world, effects, request), effects, request);
}

/** The whole list as the world stands, after the faults that move images. */
export function listWhole(
  world: World,
  effects: readonly FaultEffect[],
  { cloud, region, keep }: ImageList,
): readonly CatalogImage[] {
  const list = (): readonly CatalogImage[] =>
    (region === undefined ? world.catalog(cloud) : world.images(cloud, region)).filter(keep);
  moveImages(world, effects, list, cloud);
  return list();
}

/** One page of any rows, with the faults that disturb pages and totals. */
export function pageOf<T>(
  all: readonly T[],
  effects: readonly FaultEffect[],
  { offset, limit }: Page,
): Listing<T> {
  const start = effectsOf(effects, 'repeatPage').length > 0 ? 0 : offset;
  const isEmpty = effectsOf(effects, 'emptyPage').length > 0;
  const rows = isEmpty ? [] : all.slice(start, start + limit);
  const twice = effectsOf(effects, 'duplicateRows').flatMap(({ rows: count = 1 }) =>
    rows.slice(0, count),
  );
  const total = effectsOf(effects, 'total').reduce(
    (value, effect) => Math.max(0, (effect.total ?? value) + (effect.add ?? 0)),
    all.length,
  );
  return { rows: [...twice, ...rows], total };
}

/** Refuses a request for an id that no image has, under the fault `refuseUnknownIds`. */
export function refuseUnknownIds(
  images: readonly CatalogImage[],
  effects: readonly FaultEffect[],
  { ids, code }: { readonly ids: readonly string[]; readonly code: string },
): void {
  if (effectsOf(effects, 'refuseUnknownIds').length === 0) return;
  const known = new Set(images.map(({ id }) => id));
  const unknown = ids.find((id) => !known.has(id));
  if (unknown !== undefined) {
    throw new WireError(code, `The specified image ${unknown} does not exist.`, 404);
  }
}

/** The newest image of a family that can be used, is not deprecated and is not for sale. */
export function newestOfFamily(
  images: readonly CatalogImage[],
  family: string,
  usableState: string,
): CatalogImage | undefined {
  const usable = images.filter(
    (image) =>
      image.family === family &&
      !image.deprecated &&
      (image.state ?? usableState) === usableState &&
      image.owner !== 'marketplace' &&
      image.owner !== 'community',
  );
  return usable.toSorted((a, b) => ((a.createdAt ?? '') < (b.createdAt ?? '') ? 1 : -1))[0];
}

/** The names under which a cloud prints what `unknownWords` changes. */
export interface WordFields {
  readonly architecture?: string;
  readonly state: string;
}

/** One printed image, or another row, after the faults that change fields. */
export function disturbFields(
  effects: readonly FaultEffect[],
  words: Partial<WordFields>,
  object: Readonly<Record<string, Json | undefined>>,
  row: number,
): Readonly<Record<string, Json | undefined>> {
  let printed = { ...object };
  for (const effect of effectsOf(effects, 'fields')) {
    if (effect.rows && !effect.rows.includes(row)) continue;
    printed = { ...printed, ...effect.set };
    for (const field of effect.drop ?? []) printed[field] = undefined;
  }
  if (effectsOf(effects, 'unknownWords').length > 0) {
    if (words.state) printed[words.state] = 'DREAMING';
    if (words.architecture) printed[words.architecture] = 'tricore';
  }
  return printed;
}

/** A count as the API prints it: a number, or a string under `totalAsString`. */
export function printCount(effects: readonly FaultEffect[], count: number): number | string {
  return effectsOf(effects, 'totalAsString').length > 0 ? String(count) : count;
}

/** An id as APIs print it whose ids are numbers; an id of another form, from a test, as a string. */
export function printNumber(id: string): bigint | string {
  return /^\d+$/.test(id) ? BigInt(id) : id;
}

function moveImages(
  world: World,
  effects: readonly FaultEffect[],
  list: () => readonly CatalogImage[],
  cloud: CloudId,
): void {
  for (const { image } of effectsOf(effects, 'imageAppears')) {
    const first = list()[0];
    const newcomer = image ?? (first && { ...first, id: world.newImageId(cloud) });
    if (newcomer) world.addImage(newcomer, 'first');
  }
  for (const { id } of effectsOf(effects, 'imageVanishes')) {
    const gone = id ?? list()[0]?.id;
    if (gone !== undefined) world.removeImage(cloud, gone);
  }
}
