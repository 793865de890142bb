/** One operation of an API: how it is requested, and how its answers are read. */
import type { Owner } from '../../image/words';
import type { Endpoint } from '../../transport/endpoint';
import type { HttpRequest } from '../../transport/http-client';
import type { SigningCredential, SigningMoment } from '../../transport/signing/credential';
import type { Absence, VendorFailure } from './failures';
import type { RawImage } from './field-readers';

/** Parameters of a request, before paging: JSON-like, in the API's own names. */
export type Parameters = Readonly<Record<string, unknown>>;

/** One list to request: its parameters, and what differs from the API's other lists. */
export interface ListParameters {
  readonly parameters: Parameters;
  /** Where the list stands, where the API's lists have paths of their own. */
  readonly path?: string;
  /** Where lists differ in it. */
  readonly method?: HttpRequest['method'];
  /** A base URL of its own, such as that of another service. */
  readonly endpoint?: string;
  /**
   * What this request names, so that the API's "no such thing" is an empty list. To any other
   * request such an answer is an error.
   */
  readonly names?: Absence;
  /** Whose images the list holds, where the images themselves do not show it. */
  readonly owner?: Owner;
  /** What it is called in errors and logs, where that is not the operation. */
  readonly operation?: string;
  /** Fields that each of its items takes from the item that led to the list, such as a parent's. */
  readonly inherited?: RawImage;
  /** Absent: the items are images. */
  readonly then?: NextLists;
}

/**
 * What to list for each item of a list that names no images, such as the offers of a publisher. The
 * lists are read side by side. Each of them is read, or the listing is an error.
 */
export interface NextLists {
  /** Distinguishes listings that begin alike and go on differently, such as `offers ubuntu-*`. */
  readonly name: string;
  /** None: the item leads to no image that is wanted. */
  readonly lists: (item: RawImage) => readonly ListParameters[];
}

/** Where a request is sent. */
export interface ServiceEndpoint extends Endpoint {
  /** What stands before the API's own paths, such as `/image`; usually empty. No slash at the end. */
  readonly basePath: string;
}

/** What a request for one page is made of. */
export interface PageCall extends Omit<ListParameters, 'endpoint' | 'names' | 'owner' | 'then'> {
  readonly region: string;
  /** Counted from 0. */
  readonly page: number;
  /** What the page before this one gave as `next`. Undefined for the first page. */
  readonly cursor?: string | undefined;
  readonly pageSize: number;
  readonly endpoint: ServiceEndpoint;
  readonly credential: SigningCredential;
  /** The account whose images are one's own, where the credential or the configuration names it. */
  readonly accountId?: string | undefined;
  readonly moment: SigningMoment;
}

/** One page as read. */
export interface Page<T> {
  readonly items: readonly T[];
  /** The total as the API writes it; absent where it reports none. Numbered pages only. */
  readonly total?: string | number | undefined;
  /** The token or link of the next page; absent, null or empty on the last one. Cursors only. */
  readonly next?: string | null | undefined;
  readonly requestId?: string | undefined;
}

/** The body of a page, from which its items can be read again: few are ever shown whole. */
export interface PageBody<T> {
  readonly rows: () => readonly T[];
}

/** A page with its body, which takes a fraction of the memory of the items. */
export interface ReadPage<T> extends Page<T> {
  readonly body: PageBody<T>;
}

/** One operation of an API. */
export interface ApiOperation<T> {
  /** Its name, such as `DescribeImages`. */
  readonly operation: string;
  /** The permissions that it needs, as the cloud names them. */
  readonly leastPrivilege: readonly string[];
  /** What the body of an answer is. Default `json`. */
  readonly format?: 'json' | 'xml';
  /**
   * How a list goes on. `pages`: numbered, read side by side up to the total. `cursor`: each page
   * leads to the next, and only the absence of a cursor ends the list. `single`: one answer has all.
   */
  readonly paging: 'pages' | 'cursor' | 'single';
  /** The largest page that the API gives. */
  readonly pageSize: number;
  /** A signed request for one page. */
  readonly request: (call: PageCall) => HttpRequest;
  /** A parsed body: a page, or the failure that it reports. Undefined: neither. */
  readonly read: (body: unknown) => Page<T> | VendorFailure | undefined;
}
