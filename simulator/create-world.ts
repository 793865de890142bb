/** Makes worlds. */
import { createHash } from 'node:crypto';
import type { Account } from './account';
import { defaultAccounts } from './accounts';
import { defaultCatalog } from './catalog';
import { checkImage, checkImageChange, type CatalogImage } from './catalog-image';
import { CLOUDS, type CloudId } from './clouds/ids';
import { SIMULATED_CLOUDS } from './clouds/index';
import { createFaultQueue, type Fault } from './faults';
import { createTokenStore } from './tokens';
import type { ImageChange, RequestRecord, World } from './world';

/** What a world starts from; everything has a default. */
export interface WorldOptions {
  /** Default: the catalog in this package. Two of one cloud with one id are an error. */
  readonly images?: readonly CatalogImage[];
  readonly accounts?: readonly Account[];
  readonly faults?: readonly Fault[];
  /** Delay before each answer of the HTTP server, in milliseconds. Default 0. */
  readonly latencyMs?: number;
  /** Milliseconds since 1970. Default: the system's clock. */
  readonly now?: () => number;
}

/** Keeps a long-running simulator's memory bounded; far above what any test sends. */
const LOG_LIMIT = 100_000;

/** One cloud's images by id, in the order of listing, with what was last asked of them. */
interface Shelf {
  images: Map<string, CatalogImage>;
  readonly byRegion: Map<string, readonly CatalogImage[]>;
  regions: readonly string[] | undefined;
}

/** A new world. Images and accounts are the default ones unless the options say otherwise. */
export function createWorld(options: WorldOptions = {}): World {
  const initial = options.images ?? defaultCatalog();
  const accounts = options.accounts ?? defaultAccounts();
  const now = options.now ?? Date.now;
  const tokens = createTokenStore(accounts);
  const usedNonces = new Map<string, number>();
  let shelves = stock(initial);
  let faults = createFaultQueue(options.faults ?? []);
  let latencyMs = options.latencyMs ?? 0;
  let log: RequestRecord[] = [];
  let requestCount = 0;

  const require = (cloud: CloudId, id: string): CatalogImage => {
    const image = shelves[cloud].images.get(id);
    if (!image) throw new Error(`simulator: ${cloud} has no image ${id}`);
    return image;
  };
  const update = (cloud: CloudId, id: string, change: ImageChange): void => {
    checkImageChange(change);
    const changed = { ...require(cloud, id), ...change, cloud, id };
    shelves[cloud].images.set(id, changed);
    forget(shelves[cloud]);
  };

  return {
    now,
    images(cloud, region) {
      const { images, byRegion } = shelves[cloud];
      const known = byRegion.get(region);
      if (known) return known;
      const visible = [...images.values()].filter((image) => image.regions.includes(region));
      byRegion.set(region, visible);
      return visible;
    },
    catalog: (cloud) => [...shelves[cloud].images.values()],
    regions(cloud) {
      const shelf = shelves[cloud];
      const stocked = (): string[] => [...shelf.images.values()].flatMap(({ regions }) => regions);
      shelf.regions ??= [...new Set([...SIMULATED_CLOUDS[cloud].vocabulary.regions, ...stocked()])];
      return shelf.regions;
    },
    addImage(image, position = 'last') {
      checkImage(image);
      add(shelves[image.cloud], image, position);
    },
    removeImage(cloud, id) {
      require(cloud, id);
      shelves[cloud].images.delete(id);
      forget(shelves[cloud]);
    },
    updateImage: update,
    deprecateImage(cloud, id) {
      update(cloud, id, { ...SIMULATED_CLOUDS[cloud].deprecation, deprecated: true });
    },
    newImageId(cloud) {
      for (let number = 1; ; number += 1) {
        const id = SIMULATED_CLOUDS[cloud].newImageId(number);
        if (!shelves[cloud].images.has(id)) return id;
      }
    },
    accounts: (cloud) => accounts.filter((account) => account.cloud === cloud),
    tokens,
    useNonce(cloud, nonce, windowMs) {
      const key = `${cloud}/${nonce}`;
      const lastUse = usedNonces.get(key);
      if (lastUse !== undefined && Math.abs(now() - lastUse) < windowMs) return false;
      usedNonces.set(key, now());
      return true;
    },
    setFaults(next) {
      faults = createFaultQueue(next);
    },
    takeFaults: (target) => faults.take(target),
    latencyMs: () => latencyMs,
    setLatency(next) {
      latencyMs = next;
    },
    requests: () => log,
    record(request) {
      log = log.length < LOG_LIMIT ? log : log.slice(LOG_LIMIT / 2);
      log.push(request);
    },
    clearRequests() {
      log = [];
    },
    nextRequestId() {
      requestCount += 1;
      const digest = createHash('sha256').update(`request ${requestCount}`).digest('hex');
      return digest.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
    },
    reset() {
      shelves = stock(initial);
      faults = createFaultQueue(options.faults ?? []);
      latencyMs = options.latencyMs ?? 0;
      log = [];
      usedNonces.clear();
      tokens.clear();
    },
  };
}

function stock(images: readonly CatalogImage[]): Readonly<Record<CloudId, Shelf>> {
  const empty = (): Shelf => ({ images: new Map(), byRegion: new Map(), regions: undefined });
  const entries = CLOUDS.map((cloud) => [cloud, empty()] as const);
  const shelves = Object.fromEntries(entries) as Record<CloudId, Shelf>;
  for (const image of images) add(shelves[image.cloud], image, 'last');
  return shelves;
}

function add(shelf: Shelf, image: CatalogImage, position: 'first' | 'last'): void {
  if (shelf.images.has(image.id)) {
    throw new Error(`simulator: ${image.cloud} already has an image ${image.id}`);
  }
  if (position === 'first') shelf.images = new Map([[image.id, image], ...shelf.images]);
  else shelf.images.set(image.id, image);
  forget(shelf);
}

function forget(shelf: Shelf): void {
  shelf.byRegion.clear();
  shelf.regions = undefined;
}
