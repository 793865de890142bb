/** Where images come from: the port that clouds, the memo and every wrapper share. */
import type { Image } from '../image/answer.generated';
import type { Criteria } from '../image/criteria';
import type { Target } from '../image/target';

/**
 * The part of a query that an API may apply itself. Narrowing never changes an answer: every image
 * that the query's conditions would keep is in the listing, with or without it.
 */
export type Narrowing = Partial<
  Pick<
    Criteria,
    | 'imageIds'
    | 'owners'
    | 'distro'
    | 'status'
    | 'includeDeprecated'
    | 'osType'
    | 'architecture'
    | 'family'
    | 'tags'
    | 'cloudInit'
  >
>;

/** The part of a query that only the API can judge. It is always sent, and is part of the question. */
export interface Scope {
  readonly instanceType?: string | undefined;
  /** The API's own parameters, checked against its table. */
  readonly native?: Readonly<Record<string, string>> | undefined;
}

/** A question to a source. */
export interface ListRequest {
  readonly target: Target;
  readonly narrowing: Narrowing;
  readonly scope: Scope;
  readonly signal: AbortSignal;
}

/** A source's whole answer: never a part of it. */
export interface Listing {
  readonly images: readonly Image[];
  /** What was odd about what the API said, for the log and for explanations. */
  readonly notes: readonly string[];
  /** Where it comes from the cache: when the cloud gave it. Milliseconds since 1970. */
  readonly listedAtMs?: number;
  /** What people should know about how it was listed. */
  readonly warnings?: readonly SourceWarning[];
}

/** Something to check that did not stop a listing. */
export interface SourceWarning {
  /** A stable word, such as `stale-listing`. */
  readonly code: string;
  /** One or two sentences for people. */
  readonly message: string;
}

/** Lists the images of a target. */
export interface ImageSource {
  /**
   * Names the listing that a request means: two requests with the same key get the same images
   * from the same catalog. Holds no secret.
   */
  key(request: ListRequest): Promise<string>;
  /**
   * Names the listing for a cache that outlives the process. Holds no secret.
   *
   * @returns undefined where it is not known whose listing it is, as with temporary keys
   */
  cacheKey?(request: ListRequest): Promise<string | undefined>;
  /** @throws ImageError when any part of the listing could not be read */
  list(request: ListRequest): Promise<Listing>;
}
