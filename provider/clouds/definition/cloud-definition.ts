/** What one cloud's file says: facts and tables. The other files of this folder do the work. */
import type { CredentialLink, ExplicitCredential } from '../../credentials/chain';
import type { Image, ImageDisk } from '../../image/answer.generated';
import type { ImageAlternative } from '../../image/query.generated';
import type { Architecture, CloudId } from '../../image/words';
import type { Distro } from '../../os-name/distributions';
import type { StatedFacts } from '../../os-name/lazy-os-facts';
import type { OsFields } from '../../os-name/os-name';
import type { Narrowing, Scope } from '../../source/source';
import type { Endpoint } from '../../transport/endpoint';
import type { HttpRequest } from '../../transport/http-client';
import type { SigningKey, SigningMoment } from '../../transport/signing/credential';
import type { RateLimit } from '../../transport/throttle';
import type { ApiOperation, ListParameters, Parameters } from './api-operation';
import type { FailureTable, VendorFailure } from './failures';
import type { FieldReader, RawImage, Report } from './field-readers';
import type { NativeParameter } from './native-parameters';

export type { ListParameters, Page, PageCall, Parameters } from './api-operation';
export type { NativeParameter } from './native-parameters';

/** Fields that no table reads: they come from the target, from the names, or from `disks`. */
type NotInTables =
  | 'cloud'
  | 'region'
  | 'target'
  | 'raw'
  | 'inferred'
  | 'distro'
  | 'osVersion'
  | 'variant'
  | 'language'
  | 'edition'
  | 'loginUser'
  | 'buildDate'
  | 'disks';

/** The fields of an image that a cloud's table reads. What the API leaves open comes from the names. */
export type ImageTable = {
  readonly [K in Exclude<keyof Image, NotInTables | 'id' | 'deprecated'>]:
    FieldReader<NonNullable<Image[K]>> | 'not reported';
} & {
  readonly id: FieldReader<string>;
  /** `from deprecatedAt`: nothing else says it. Where a time is read, an image is deprecated once it has passed. */
  readonly deprecated: FieldReader<boolean> | 'not reported' | 'from deprecatedAt';
};

/** What an API says about the OS in words, for the name reader. Id and name are added to it. */
export type OsHints = OsFields;

/** The fields that names can tell. */
export type FieldFromNames = keyof StatedFacts & keyof Image;

/** What a cloud's own rules may decide from. */
export interface InferenceFacts {
  /** The fields that the API reported. */
  readonly image: Partial<Image>;
  /** What the names say. Each fact is worked out when it is read. */
  readonly names: StatedFacts;
  readonly raw: RawImage;
}

/** Requests by image id, where the API has a parameter for ids. */
export interface IdRequest {
  /** The most ids that one request takes. */
  readonly most: number;
  /** Whether an id has the form that the API takes. An id of another form belongs to no image. */
  readonly isId?: (id: string) => boolean;
  readonly list: (ids: readonly string[]) => ListParameters;
}

/** How a credential is traded for a token, where the API takes nothing else. */
export interface SignIn {
  /** For errors and logs, such as `POST /v3/auth/tokens`. */
  readonly operation: string;
  /** The request; it names its own URL, under `endpoint` where that is given. */
  readonly request: (call: {
    readonly credential: SigningKey;
    /** The configured endpoint that takes the place of the cloud's own. */
    readonly endpoint: Endpoint | undefined;
    /** Which of the cloud's separate sites, where the configuration says. */
    readonly site?: string | undefined;
    readonly moment: SigningMoment;
  }) => HttpRequest;
  /** A JSON body and its headers, whose names are in lower case. Undefined: neither of the two. */
  readonly read: (
    body: unknown,
    headers: Readonly<Record<string, string>>,
    now: Date,
    credential: SigningKey,
  ) => SignedIn | VendorFailure | undefined;
}

/** What a sign-in brings. */
export interface SignedIn {
  /** Sent as a bearer credential. */
  readonly token: string;
  /** How long the token is good. Milliseconds. */
  readonly lifetimeMs: number;
  /** The endpoints that the answer names: base URLs by region. */
  readonly endpoints?: Readonly<Record<string, string>>;
  /** The account that signed in, as `ownerId` has it: its images are `self`. */
  readonly accountId?: string | undefined;
}

/** One region or zone as the API lists it. */
export interface Region {
  /** The second part of a target. */
  readonly id: string;
  /** Its name for people. */
  readonly name?: string | undefined;
  /** Its base URL, where the answer names one. */
  readonly endpoint?: string | undefined;
}

/** The API's list of regions. */
export interface RegionList extends ApiOperation<Region> {
  readonly parameters: Parameters;
  /** The region whose endpoint answers, by the configured site where there are several. */
  readonly askedIn: string | ((site: string | undefined) => string);
}

/** A field of the cloud's own part of the configuration that holds a part of a credential. */
export interface CredentialField {
  readonly doc: string;
  /** `settings`: none of the usual parts; the credential link reads it under the name `setting`. */
  readonly part: keyof ExplicitCredential;
  /** The name in `settings`. */
  readonly setting?: string;
  /** Default true. */
  readonly isSecret?: boolean;
}

/** The cloud's own part of the configuration. */
export interface CloudConfiguration {
  /** What it is, for people. One sentence. */
  readonly doc: string;
  /** By the names of the cloud's own Terraform provider. */
  readonly credentials: Readonly<Record<string, CredentialField>>;
  /** The file in which profiles stand. */
  readonly profileFile?: string;
  /** A setting that chooses between the cloud's separate sites, and the words it takes. */
  readonly site?: { readonly doc: string; readonly values: readonly string[] };
  /** Another cloud of the same vendor whose configured keys serve where this one has none. */
  readonly sharesKeysWith?: CloudId;
}

/** Who publishes official images in a cloud where anyone can publish images. */
export interface Publisher {
  /** The name that queries use in `owners`, such as `canonical`: lower-case letters, digits, dashes. */
  readonly name: string;
  /**
   * Its accounts as `ownerId` has them: account ids, projects or publishers. By partition where the
   * cloud has partitions, and by region for accounts of one region only. Where both are absent, it
   * has no known account.
   */
  readonly accounts: readonly string[] | Readonly<Record<string, readonly string[]>>;
  /** The distributions whose official images it publishes. With one of them, `public` means these. */
  readonly distros: readonly Distro[];
  /** Where the accounts are published. */
  readonly source: string;
}

/** The conditions that decide how much is listed. */
export type ListedConditions = Pick<
  ImageAlternative,
  'imageIds' | 'distro' | 'family' | 'tags' | 'instanceType' | 'native'
> & {
  /** With the defaults filled in. */
  readonly owners: readonly string[] | undefined;
};

/** What has to be done before an instance can start from an image. */
export interface StartRequirement {
  /** Such as `must-be-accepted`. */
  readonly code: string;
  /** What has to be done, as the end of a sentence that names the image. */
  readonly message: string;
}

/** One cloud's image API. */
export interface CloudDefinition extends ApiOperation<RawImage> {
  readonly id: CloudId;
  /** The cloud as people call it. */
  readonly title: string;
  /** The vendor's page on the call. */
  readonly docs: string;
  /** What surprises people about this cloud, one sentence each, for docs/clouds.md. */
  readonly traps?: readonly string[];
  readonly apiVersion: string;
  /** What the part of a target after the slash is, for messages. */
  readonly regionIs: string;
  /** Where credentials are looked for, first to last. */
  readonly credentials: readonly CredentialLink[];
  readonly configuration: CloudConfiguration;
  readonly signIn?: SignIn;
  readonly rateLimit: RateLimit;
  /** The cloud's own endpoint for a region: a base URL. */
  readonly endpoint: (region: string, site?: string) => string;
  /**
   * Whether `endpoint` is sure of this region. Otherwise the list of regions is asked first, and
   * its answer wins. Default: always.
   */
  readonly knowsEndpoint?: (region: string) => boolean;
  /**
   * `global`: the cloud has no regions, and targets say `global`. `signed in`: those of the
   * endpoints that signing in brings. Absent: the API lists none.
   */
  readonly regions?: RegionList | 'global' | 'signed in';
  /** The lists that together hold every image that the narrowing keeps. */
  readonly listRequests: (narrowing: Narrowing, scope: Scope) => readonly ListParameters[];
  /**
   * The requests that find images by their ids. A later one is made only for the ids that the
   * earlier ones did not bring. None: the scope cannot be combined with ids, so images are listed.
   */
  readonly byIds: (scope: Scope) => readonly IdRequest[];
  /** The query fields that this API can answer. The others are an error that names the target. */
  readonly supports: Readonly<Record<'family' | 'tags' | 'instanceType' | 'cloudInit', boolean>>;
  /**
   * The architecture of an instance type, by a table or a naming rule with its source, where the API
   * cannot filter by the type. The image's architecture is then a condition that is reported as
   * inferred. Undefined: the type is not known, which is an error that names the target.
   */
  readonly instanceArchitecture?: (instanceType: string) => Architecture | undefined;
  /**
   * The official publishers, in a cloud where anyone can publish images. Then `public` means their
   * images only: `listRequests` gets their accounts in place of `public`, those of the query's
   * `distro` alone, and images of other accounts are never public.
   */
  readonly publishers?: readonly Publisher[];
  /** Whether an image can be used in a region, where lists hold the images of all regions. */
  readonly isInRegion?: (raw: RawImage, region: string) => boolean;
  /** The partition of a region, where accounts differ between partitions. */
  readonly partitionOf?: (region: string) => string;
  /** The form of an account in `owners` and in the configuration. Default: 4 to 20 digits. */
  readonly accountForm?: RegExp;
  /**
   * Why a query would list more than can be listed, and what to add to it. Not called for queries
   * that name ids. Undefined: the owners bound the listing.
   */
  readonly tooWide?: (conditions: ListedConditions) => string | undefined;
  /** What has to be done before an instance can start from an image, from the API's own object. */
  readonly beforeStart?: (raw: RawImage) => readonly StartRequirement[];
  /** Every parameter on the API's page. */
  readonly native: Readonly<Record<string, NativeParameter>>;
  readonly failures: FailureTable;
  readonly image: ImageTable;
  readonly disks: (raw: RawImage, report: Report) => readonly ImageDisk[];
  readonly osHints: (raw: RawImage, report: Report) => OsHints;
  /**
   * The cloud's own exceptions to the common inference, each with its source. Every field that it
   * returns takes the place of what the API and the names say, and is listed as inferred; one that
   * it returns as undefined is not known, whatever the names say.
   */
  readonly infer?: (facts: InferenceFacts) => {
    readonly [K in FieldFromNames | 'loginUser']?: Image[K] | undefined;
  };
  /** A request that only asks whether listing is allowed, where the API has one. */
  readonly permissionCheck?: { readonly parameters: Parameters; readonly succeedsWith: string };
}
