/** One page of a listing, with the faults that disturb listings. */
import type { CatalogImage } from './catalog-image';
import type { CloudId } from './clouds/ids';
import { effectsOf, type FaultEffect } from './faults';
import type { Json } from './wire';
import type { World } from './world';

/** What page of which list. */
export interface ListingRequest {
  readonly cloud: CloudId;
  readonly region: string;
  readonly keep: (image: CatalogImage) => boolean;
  /** Rows before the page. */
  readonly offset: number;
  /** Most rows in the page. */
  readonly limit: number;
}

/** A page and the total that goes with it. */
export interface Listing {
  readonly rows: readonly CatalogImage[];
  readonly total: number;
}

/** The page as the world stands, after the faults had their way with both. */
export function listPage(
  world: World,
  effects: readonly FaultEffect[],
  request: ListingRequest,
): Listing {
  const list = (): readonly CatalogImage[] =>
    world.images(request.cloud, request.region).filter(request.keep);
  moveImages(world, effects, list, request.cloud);

  const images = list();
  const offset = effectsOf(effects, 'repeatPage').length > 0 ? 0 : request.offset;
  const rows =
    effectsOf(effects, 'emptyPage').length > 0 ? [] : images.slice(offset, offset + request.limit);
  const twice = effectsOf(effects, 'duplicateRows').flatMap(({ rows: count = 1 }) =>
    rows.slice(0, count),
  );
  const total = effectsOf(effects, 'total').reduce(
    (value, effect) => Math.max(0, (effect.total ?? value) + (effect.add ?? 0)),
    images.length,
  );
  return { rows: [...twice, ...rows], total };
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

/** One printed image after the faults that change fields. */
export function disturbFields(
  effects: readonly FaultEffect[],
  words: WordFields,
  image: Readonly<Record<string, Json | undefined>>,
  row: number,
): Readonly<Record<string, Json | undefined>> {
  let printed = { ...image };
  for (const effect of effectsOf(effects, 'fields')) {
    if (effect.rows && !effect.rows.includes(row)) continue;
    printed = { ...printed, ...effect.set };
    for (const field of effect.drop ?? []) printed[field] = undefined;
  }
  if (effectsOf(effects, 'unknownWords').length > 0) {
    printed[words.state] = 'DREAMING';
    if (words.architecture) printed[words.architecture] = 'tricore';
  }
  return printed;
}

/** A count as the API prints it: a number, or a string under `totalAsString`. */
export function printCount(effects: readonly FaultEffect[], count: number): number | string {
  return effectsOf(effects, 'totalAsString').length > 0 ? String(count) : count;
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
