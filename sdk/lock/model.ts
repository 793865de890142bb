/** What cloudimages.lock.json holds. */
import type { PlainQuery } from './canonical-query';

/** The version of the file's format. */
export const LOCK_VERSION = 1;

/** The scope of queries that admit only public images, which every account sees alike. */
export const PUBLIC_SCOPE = 'public';

/** The whole file. */
export interface Lock {
  readonly lockVersion: typeof LOCK_VERSION;
  /** By the name of a named query, else by the canonical query as one line of JSON. */
  readonly queries: Readonly<Record<string, LockedQuery>>;
}

/** One query, and what it means per scope and target. */
export interface LockedQuery {
  /** The version of the canonical form below. */
  readonly canonicalVersion: number;
  /** The query in canonical form. */
  readonly query: PlainQuery;
  /** By scope, then by target. */
  readonly scopes: Readonly<Record<string, LockedScope>>;
}

/** By target, `cloud/region`. */
export type LockedScope = Readonly<Record<string, LockedTarget>>;

/** What a query means in one target. */
export interface LockedTarget {
  /** The images in order. Never empty. */
  readonly images: readonly LockedImage[];
  /** On what basis the first was chosen: `createdAt`, `buildDate`, `version` or `name`. */
  readonly basis?: string;
  /** The entry of `anyOf` that matched. */
  readonly anyOfIndex?: number;
  /** When it was locked. RFC 3339 instant in UTC. */
  readonly lockedAt: string;
  /** The release of cloudimages that locked it. */
  readonly release: string;
  /** Why the id was set by hand: a hold or a rollback. Updates keep it. */
  readonly hold?: string;
  /** Locked against an overridden endpoint such as the simulator. Real runs reject it. */
  readonly simulated?: true;
}

/** An image without `raw`, `status` and `tags`, and a digest of what never changes for its id. */
export interface LockedImage {
  readonly id: string;
  readonly name: string;
  /** `<version>:<digest>` over the fields that the API reports and that never change for an id. */
  readonly digest: string;
  readonly [field: string]: unknown;
}
