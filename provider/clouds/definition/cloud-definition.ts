/** What one cloud's file says. Facts and tables; `define-cloud.ts` does the work. */
import type { CredentialLink } from '../../credentials/chain';
import type { Image, ImageDisk } from '../../image/answer.generated';
import type { OsFacts } from '../../os-name/os-name';
import type { CloudId } from '../../image/words';
import type { Narrowing, Scope } from '../../source/source';
import type { Endpoint } from '../../transport/endpoint';
import type { HttpRequest } from '../../transport/http-client';
import type { RateLimit } from '../../transport/throttle';
import type { SigningCredential, SigningMoment } from '../../transport/signing/credential';
import type { FailureTable, VendorFailure } from './failures';
import type { FieldReader, RawImage, Report } from './field-readers';

/** Parameters of a listing, before paging: JSON-like, in the API's own names. */
export type Parameters = Readonly<Record<string, unknown>>;

/** What a request for one page is made of. */
export interface PageCall {
  readonly region: string;
  readonly parameters: Parameters;
  /** Counted from 0. */
  readonly page: number;
  readonly pageSize: number;
  readonly endpoint: Endpoint;
  readonly credential: SigningCredential;
  readonly moment: SigningMoment;
}

/** One page as read: the objects, and the total as the API writes it; absent where it tells none. */
export interface Page {
  readonly items: readonly RawImage[];
  readonly total?: string | number | undefined;
  readonly requestId?: string | undefined;
}

/**
 * One of an API's own parameters, for the `native` field of queries: how its text is checked, or
 * what to use in its place. An `N` between dots in its name stands for a number.
 */
export type NativeParameter =
  | {
      /** A list is written with commas. */
      readonly kind: 'text' | 'list' | 'boolean';
      /** The words allowed, where the page closes the set. */
      readonly values?: readonly string[];
    }
  | { readonly instead: string }
  /** Why nobody has to give it. */
  | { readonly unneeded: string };

/** The fields of an image that a cloud's table reads; the rest comes from the names. */
export type ImageTable = {
  readonly [
    K in Exclude<
      keyof Image,
      | 'cloud'
      | 'region'
      | 'target'
      | 'raw'
      | 'inferred'
      | 'distro'
      | 'osVersion'
      | 'variant'
      | 'bootMode'
      | 'language'
      | 'edition'
      | 'loginUser'
      | 'buildDate'
      | 'disks'
      | 'id'
      | 'deprecatedAt'
    >
  ]: FieldReader<NonNullable<Image[K]>> | 'not told';
} & { readonly id: FieldReader<string> };

/** What stands in the names of an image, as the OS-name reader wants it. */
export interface NamedParts {
  readonly osName?: string | undefined;
  readonly platform?: string | undefined;
  readonly family?: string | undefined;
  readonly version?: string | undefined;
}

/** Fields of an image that a cloud's habits decide, with those that are inferred. */
export interface Settled {
  readonly fields: Partial<Pick<Image, 'osType' | 'architecture' | 'owner' | 'deprecated'>>;
  readonly inferred: readonly string[];
}

/** One cloud's image API. */
export interface CloudDefinition {
  readonly id: CloudId;
  /** The cloud as people call it. */
  readonly title: string;
  /** The vendor's page on the call. */
  readonly docs: string;
  readonly apiVersion: string;
  readonly operation: string;
  /** What the part of a target after the slash is, for messages. */
  readonly regionIs: string;
  /** The permissions that listing needs, as the cloud names them. */
  readonly leastPrivilege: readonly string[];
  /** Where credentials are looked for, first to last. */
  readonly credentials: readonly CredentialLink[];
  readonly rateLimit: RateLimit;
  /** The largest page that the API gives. */
  readonly pageSize: number;
  /** The cloud's own endpoint for a region. */
  readonly endpoint: (region: string) => string;
  /** A signed request for one page. */
  readonly request: (call: PageCall) => HttpRequest;
  /** A body as parsed: a page, or the failure that it tells. Undefined: neither. */
  readonly read: (body: unknown, httpStatus: number) => Page | VendorFailure | undefined;
  /** The parameter sets whose listings together hold every image that the narrowing keeps. */
  readonly views: (narrowing: Narrowing, scope: Scope) => readonly Parameters[];
  /** The query fields that this API can answer. The others are an error that names the target. */
  readonly answers: Readonly<Record<'family' | 'tags' | 'instanceType' | 'cloudInit', boolean>>;
  /** Every parameter on the API's page. */
  readonly native: Readonly<Record<string, NativeParameter>>;
  readonly failures: FailureTable;
  readonly image: ImageTable;
  readonly disks: (raw: RawImage, report: Report) => readonly ImageDisk[];
  readonly named: (raw: RawImage, report: Report) => NamedParts;
  /** Decides by the cloud's habits what its fields leave open. */
  readonly settle: (facts: {
    readonly image: Partial<Image>;
    readonly read: OsFacts;
    readonly raw: RawImage;
  }) => Settled;
  /** A request that only asks whether listing is allowed, where the API has one. */
  readonly permissionCheck?: { readonly parameters: Parameters; readonly succeedsWith: string };
}
