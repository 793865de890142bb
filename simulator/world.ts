/** The state behind the simulated APIs: images, accounts, clock, faults and the log of requests. */
import { createHash } from 'node:crypto';
import { defaultAccounts, type Account } from './accounts';
import { defaultCatalog } from './catalog';
import type { CatalogImage, CloudId } from './catalog-image';
import { createFaultQueue, type Fault, type FaultEffect, type FaultTarget } from './faults';
import { knownRegions } from './regions';
import type { Json } from './wire';

/** One request as the log keeps it; never a key, a token or a signature. */
export interface RequestRecord {
  readonly cloud: CloudId;
  /** Milliseconds since 1970 on the world's clock. */
  readonly at: number;
  readonly action: string;
  /** Region or availability zone; empty when the request named none. */
  readonly region: string;
  /** From 1. */
  readonly page: number;
  /** The request's own parameters, without those that all actions share. */
  readonly parameters: Readonly<Record<string, Json>>;
  readonly status: number;
  /** The vendor's error code, when the answer was an error. */
  readonly code?: string;
  /** Kinds of the faults that befell it. */
  readonly faults: readonly string[];
}

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

/** New values of some fields; an image stays what it is and where it stands in the list. */
export type ImageChange = Partial<Omit<CatalogImage, 'cloud' | 'id'>>;

/** The state, changed only through these methods. Unknown image ids are an error, not ignored. */
export interface World {
  now(): number;
  /** Images that can be seen in a region, in the order in which the API lists them. */
  images(cloud: CloudId, region: string): readonly CatalogImage[];
  /** All images of a cloud. */
  catalog(cloud: CloudId): readonly CatalogImage[];
  /** Regions (zones for Zenlayer) that the API accepts: those it documents and those with images. */
  regions(cloud: CloudId): readonly string[];
  addImage(image: CatalogImage, position?: 'first' | 'last'): void;
  removeImage(cloud: CloudId, id: string): void;
  updateImage(cloud: CloudId, id: string, change: ImageChange): void;
  /** Alibaba: status Deprecated; Tencent: ImageDeprecated; Zenlayer, which has no such word: UNAVAILABLE. */
  deprecateImage(cloud: CloudId, id: string): void;
  accounts(cloud: CloudId): readonly Account[];
  /** False when this nonce was used within `windowMs`. */
  useNonce(cloud: CloudId, nonce: string, windowMs: number): boolean;
  /** Replaces all faults; counts start anew. */
  setFaults(faults: readonly Fault[]): void;
  takeFaults(target: FaultTarget): readonly FaultEffect[];
  latencyMs(): number;
  setLatency(latencyMs: number): void;
  /** The requests so far, oldest first; the last 100,000 are kept. */
  requests(): readonly RequestRecord[];
  record(request: RequestRecord): void;
  clearRequests(): void;
  /** A new id in the form of a UUID; the same sequence in every world. */
  nextRequestId(): string;
  /** Back to the start: images, faults, latency; the log and the used nonces are forgotten. */
  reset(): void;
}

/** Keeps a long-running simulator's memory bounded; far above what any test sends. */
const LOG_LIMIT = 100_000;

/** One cloud's images by id, in the order of listing, with what was last asked of them. */
interface Shelf {
  images: Map<string, CatalogImage>;
  readonly byRegion: Map<string, readonly CatalogImage[]>;
  regions: readonly string[] | undefined;
}

/** A world of its own, with the default catalog and accounts unless told otherwise. */
export function createWorld(options: WorldOptions = {}): World {
  const initial = options.images ?? defaultCatalog();
  const accounts = options.accounts ?? defaultAccounts();
  const now = options.now ?? Date.now;
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
      shelf.regions ??= [...new Set([...knownRegions(cloud), ...stocked()])];
      return shelf.regions;
    },
    addImage(image, position = 'last') {
      add(shelves[image.cloud], image, position);
    },
    removeImage(cloud, id) {
      require(cloud, id);
      shelves[cloud].images.delete(id);
      forget(shelves[cloud]);
    },
    updateImage: update,
    deprecateImage(cloud, id) {
      update(cloud, id, {
        deprecated: true,
        ...(cloud === 'zenlayercloud' ? { state: 'UNAVAILABLE' } : {}),
      });
    },
    accounts: (cloud) => accounts.filter((account) => account.cloud === cloud),
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
    },
  };
}

function stock(images: readonly CatalogImage[]): Readonly<Record<CloudId, Shelf>> {
  const empty = (): Shelf => ({ images: new Map(), byRegion: new Map(), regions: undefined });
  const shelves = {
    alicloud: empty(),
    tencentcloud: empty(),
    qcloud: empty(),
    zenlayercloud: empty(),
  };
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
