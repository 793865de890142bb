/** The state behind the simulated APIs: images, accounts, clock, faults and the log of requests. */
import type { Account } from './account';
import type { CatalogImage } from './catalog-image';
import type { CloudId } from './clouds/ids';
import type { Fault, FaultEffect, FaultTarget } from './faults';
import type { TokenStore } from './tokens';
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
  /** Kinds of the faults that affected it. */
  readonly faults: readonly string[];
}

/** New values of some fields; an image stays what it is and where it is in the list. */
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
  /** As the API reports it: a status or a flag; where it has neither, the image cannot be used any more. */
  deprecateImage(cloud: CloudId, id: string): void;
  /** An id in the cloud's shape that no image has yet. */
  newImageId(cloud: CloudId): string;
  accounts(cloud: CloudId): readonly Account[];
  /** Tokens that were traded for keys, and the accounts' own API tokens. */
  readonly tokens: TokenStore;
  /** False when this nonce was used within `windowMs`. */
  useNonce(cloud: CloudId, nonce: string, windowMs: number): boolean;
  /** Replaces all faults; counts start again. */
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
  /** Back to the start: images, faults, latency; the log, the used nonces and the issued tokens are forgotten. */
  reset(): void;
}
