/** What one cloud's folder brings: its API, its catalog, its accounts and its vocabulary. */
import type { Account } from './account';
import type { CatalogImage, ImageOwner } from './catalog-image';
import type { SimulatorRequest, SimulatorResponse } from './wire';
import type { ImageChange, World } from './world';

/** The words and limits of one API, for tests that run on every cloud. */
export interface Vocabulary {
  /** Region ids that the API accepts even where the catalog is empty; for Zenlayer zone ids. */
  readonly regions: readonly string[];
  /** A region where the default catalog has the most: public images, and those of accounts. */
  readonly mainRegion: string;
  /** A region that lacks the newest builds; undefined where all regions have the same images. */
  readonly laggingRegion?: string;
  /** A region without images in the default catalog; undefined where every known one has some. */
  readonly emptyRegion?: string;
  /** The action, or the last part of the path, that lists images. */
  readonly operation: string;
  /** Rows per page: when the request names no size, and at most. */
  readonly pageSize: {
    readonly usual: number;
    readonly largest: number;
    /** Whether the API gives the largest page to a request for a larger one, without an error. */
    readonly isCapped?: boolean;
    /** Whether requests name no size. The fault `pageSize` makes pages smaller. */
    readonly isFixed?: boolean;
  };
  /**
   * Images of a single list, for tests of pages, where public images are spread over many lists.
   * Absent: the cloud's own images, as they are.
   */
  readonly singleList?: {
    readonly owner: ImageOwner;
    readonly of: (image: CatalogImage) => CatalogImage;
  };
  /** How a page after the first is asked for. */
  readonly paging: 'numbers' | 'cursor';
  readonly ids: {
    /** The action of requests by ids, where it is another one. */
    readonly operation?: string;
    /** The parameter that takes image ids. */
    readonly parameter: string;
    /** How many ids one request takes; undefined where no page names a limit. */
    readonly most?: number;
    /** Ids of images in the main region. */
    readonly samples: readonly [string, string];
    /** An id of the right shape that no image has. */
    readonly unknown: string;
  };
  /** Types of operating systems that the cloud has images of. Default: all of them. */
  readonly osTypes?: readonly CatalogImage['osType'][];
  /** Kinds of images that listings can hold. */
  readonly owners: readonly ImageOwner[];
  /** Accounts of strangers in the API's form. Absent: accounts are any digits. */
  readonly accounts?: readonly [string, string];
  /** The account of the simulator's own keys, where requests name it. */
  readonly accountId?: string;
  /**
   * Where each publisher has a list of its own: a distribution, by its code in generated images, all
   * of whose images are in one list. Absent: one list has the public images of all.
   */
  readonly oneList?: string;
  /** The vendor's words for whether an image can be used. */
  readonly states: {
    readonly usable: string;
    readonly pending: readonly string[];
    readonly failed: readonly string[];
    /** Words that mean neither, and one that the documentation does not have where the API may invent some. */
    readonly others: readonly string[];
  };
  /** The vendor's words for architectures; the product's constant where the API has no such field. */
  readonly architectures: readonly string[];
  /** The architecture of every image, where the API does not report one and documents only this. */
  readonly onlyArchitecture?: 'x86_64';
  /** Instance types to narrow by; one that the cloud would have where the API takes none. */
  readonly instanceTypes: readonly [string, ...string[]];
  /** Names of fields of a printed image; absent where the API has no such field. */
  readonly fields: {
    readonly id: string;
    readonly name: string;
    readonly status: string;
    readonly architecture?: string;
    readonly createdAt?: string;
  };
  /** The vendor's error codes, as text. */
  readonly codes: {
    readonly wrongSecret: string;
    readonly unknownKey: string;
    readonly wrongToken: string;
    readonly forbidden: string;
    readonly throttled: string;
    readonly internal: string;
    /** Absent where requests name no region. */
    readonly unknownRegion?: string;
    readonly unknownParameter: string;
    /** Where the API refuses an id that no image has; the fault `refuseUnknownIds` makes it do so. */
    readonly unknownId: string;
  };
  /** Whether a refusal carries a request id. */
  readonly refusalsHaveRequestId: boolean;
  /** The action that lists regions or zones; undefined where the API has none. */
  readonly regionsOperation?: string;
}

/** A system to generate images of, in neutral words. */
export interface GeneratedSystem {
  /** For example "Rocky Linux". */
  readonly distro: string;
  /** As in ids: "rockylinux". */
  readonly code: string;
  readonly version: string;
  readonly osType: CatalogImage['osType'];
  /** Whether to make an Arm image, where the cloud has such images. */
  readonly isArm: boolean;
  readonly builtOn: Date;
  /** Part of the id that makes it unique. */
  readonly number: string;
}

/** The fields in which clouds differ. */
export type GeneratedNames = Pick<
  CatalogImage,
  'id' | 'name' | 'osName' | 'platform' | 'architecture' | 'createdAt'
>;

/** One simulated API with all that belongs to it. */
export interface SimulatedCloud {
  readonly vocabulary: Vocabulary;
  /** The images that a world starts with. */
  readonly catalog: () => readonly CatalogImage[];
  /** The accounts that a world starts with, the plain key first. */
  readonly accounts: () => readonly Account[];
  /**
   * An account under the variables that the cloud's own tools read; empty where another cloud's keys
   * serve.
   *
   * @param endpoint - where the simulated API is, for tools that read that too
   */
  readonly environment: (account: Account, endpoint: string) => Readonly<Record<string, string>>;
  readonly handle: (world: World, request: SimulatorRequest) => SimulatorResponse;
  /** How the cloud would call an image of this system. */
  readonly generate: (system: GeneratedSystem) => GeneratedNames;
  /** The nth id for images that appear later, in the shape of the cloud's own. */
  readonly newImageId: (number: number) => string;
  /** The id that goes with an image's owner, where ids name the owner. */
  readonly idOf?: (image: CatalogImage) => string;
  /** What deprecating an image changes besides `deprecated`, where the API has no word for it. */
  readonly deprecation?: ImageChange;
}

/** `20240322`. */
export function buildOf({ builtOn }: GeneratedSystem): string {
  return builtOn.toISOString().slice(0, 10).replaceAll('-', '');
}
