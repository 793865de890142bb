/** The calls that every front makes: plain data in, plain data out, no protocol. */
import type { Image, ImageAnswer, ImagesAnswer } from '../image/answer.generated';

/** Options of every call that waits. */
export interface CallOptions {
  /** Ends the call with a `cancelled` error. The configured deadline ends it with `timeout`. */
  readonly signal?: AbortSignal | undefined;
  /**
   * Lists everything instead of what the query narrows to, so that the explanation counts every
   * image. Slower; the images are the same. Default false.
   */
  readonly everything?: boolean | undefined;
}

/**
 * Looks images up. Made by `createEngine`; one per process and configuration, so that calls share
 * their listings: however many queries ask, a target's images are listed once.
 */
export interface Engine {
  /**
   * The images that a query means.
   *
   * @param query - an `ImageQuery`; checked here, so any value may come
   * @throws ImageError `invalid-query` with every problem and its path; `no-match` with the
   * explanation, unless the query is `optional`; the clouds' failures
   */
  getImages(query: unknown, options?: CallOptions): Promise<ImagesAnswer>;

  /**
   * The one image that a query means, over all of its targets.
   *
   * @throws ImageError as `getImages`; `ambiguous-match` when there is more than one
   */
  getImage(query: unknown, options?: CallOptions): Promise<ImageAnswer>;

  /**
   * One image by its id, whatever its owner, state and deprecation.
   *
   * @param target - `cloud/region`
   * @returns undefined when the cloud says that no such image exists. "Could not find out" is an
   * error, never undefined.
   */
  findImage(target: string, id: string, options?: CallOptions): Promise<Image | undefined>;

  /** Closes all connections. Calls after it fail. */
  close(): Promise<void>;
}
