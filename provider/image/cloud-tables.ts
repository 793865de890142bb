/**
 * What the clouds' own tables say about the owners and the instance type of a query. A port: the
 * rows are in the clouds' files.
 */
import type { Target } from './target';
import type { Architecture } from './words';

/** The tables of all clouds, with the publishers of the configuration. */
export interface CloudTables {
  /** The names of publishers that `owners` may use. */
  readonly publishers: readonly string[];
  /** Whether every account sees the images of this publisher alike. */
  readonly isOfficial: (publisher: string) => boolean;
  /** The accounts of a publisher in a target. Empty where it has none there. */
  readonly accountsOf: (publisher: string, target: Target) => readonly string[];
  /**
   * The accounts whose images `public` means in a target; with a distribution, those that publish
   * its official images.
   *
   * @returns undefined where nobody but the cloud itself can publish images
   */
  readonly officialIn: (
    target: Target,
    distro: string | undefined,
  ) => readonly string[] | undefined;
  /**
   * The architecture of an instance type, where a cloud's table gives it.
   *
   * @returns undefined where the API itself filters by the type, or the type is not known
   */
  readonly architectureOf: (instanceType: string, target: Target) => Architecture | undefined;
}

/** What the tables say about one query in one target. */
export interface TargetFacts {
  /** The accounts that `owners` names, by their ids or by the names of publishers. */
  readonly accounts: readonly string[];
  /** The accounts whose images `public` means. Undefined: all images that the cloud calls its own. */
  readonly official: readonly string[] | undefined;
  /** The architecture of the query's instance type. */
  readonly architecture: Architecture | undefined;
}

/** No cloud has a table, and no publisher is configured. */
export const NO_TABLES: CloudTables = {
  publishers: [],
  isOfficial: () => false,
  accountsOf: () => [],
  officialIn: () => undefined,
  architectureOf: () => undefined,
};
