/** The faults that a simulated API can have, and which requests each affects. */
import type { CatalogImage } from './catalog-image';
import type { CloudId } from './clouds/ids';
import type { Json } from './wire';

/** What goes wrong. */
export type FaultEffect =
  /** The vendor's throttling error. `retryAfterSeconds` adds a Retry-After header. */
  | {
      readonly kind: 'throttle';
      readonly retryAfterSeconds?: number;
      readonly code?: string;
      readonly status?: number;
    }
  /** A vendor error by code; without one, the vendor's internal error. Status: where the vendor uses it. */
  | {
      readonly kind: 'error';
      readonly code?: string;
      readonly message?: string;
      readonly status?: number;
    }
  /** An HTTP status from the gateway, 500 to 599. Tencent's gateways answer HTML, the others their error shape. */
  | { readonly kind: 'status'; readonly status: number }
  /** The vendor's error for a wrong signature, although the signature is right. */
  | { readonly kind: 'unauthenticated' }
  /** The vendor's error for an account without permission. */
  | { readonly kind: 'forbidden' }
  /** The connection is reset. */
  | { readonly kind: 'reset' }
  /** The request is never answered. */
  | { readonly kind: 'hang' }
  | { readonly kind: 'slow'; readonly delayMs: number }
  /** The body stops half-way (or after `keepBytes`). `complete`: as a finished HTTP message of broken JSON; else the connection closes early. */
  | { readonly kind: 'truncate'; readonly keepBytes?: number; readonly complete?: boolean }
  /** An HTML page instead of the answer. Default status 502. */
  | { readonly kind: 'html'; readonly status?: number }
  /** The right answer followed by so much white space. */
  | { readonly kind: 'oversize'; readonly bytes: number }
  /** A wrong total: `total` itself, or the right one plus `add` (may be negative; never below 0). */
  | { readonly kind: 'total'; readonly total?: number; readonly add?: number }
  /** Totals and page numbers as strings. */
  | { readonly kind: 'totalAsString' }
  /** Before this page is made, an image appears at the head of the list, so that later pages shift by one. */
  | { readonly kind: 'imageAppears'; readonly image?: CatalogImage }
  /** Before this page is made, an image is removed (the first of the list unless `id` names another). */
  | { readonly kind: 'imageVanishes'; readonly id?: string }
  /** The first rows of the page (one, unless `rows` says more) come twice. */
  | { readonly kind: 'duplicateRows'; readonly rows?: number }
  /** A page without rows under an unchanged total. */
  | { readonly kind: 'emptyPage' }
  /** The rows of the first page again. */
  | { readonly kind: 'repeatPage' }
  /** The service's clock is off by this much, in its checks and in its Date header. */
  | { readonly kind: 'clockSkew'; readonly byMs: number }
  /** Fields of the printed images are missing or have other values; `rows` counts from 0, absent: all. */
  | {
      readonly kind: 'fields';
      readonly drop?: readonly string[];
      readonly set?: Readonly<Record<string, Json>>;
      readonly rows?: readonly number[];
    }
  /** Where the API chooses the size of its pages: this one has so many rows at most. */
  | { readonly kind: 'pageSize'; readonly rows: number }
  /** Cursors only: a page leads to itself again, so that the list never ends. */
  | { readonly kind: 'cursorRepeats' }
  /** Cursors only: the last page with rows leads to one more, which is empty. */
  | { readonly kind: 'cursorToEmptyPage' }
  /** A request for ids, one of which no image has, is refused with the vendor's "not found". */
  | { readonly kind: 'refuseUnknownIds' }
  /** Architectures and states that no documentation has. */
  | { readonly kind: 'unknownWords' }
  /** qcloud only: success too comes as `{code: 0, message: "", codeDesc: "Success", …}`. */
  | { readonly kind: 'gatewayEnvelope'; readonly codeAsString?: boolean };

/** Which requests a fault affects. Everything absent: all of them, without end. */
export interface FaultScope {
  readonly cloud?: CloudId;
  readonly action?: string;
  readonly region?: string;
  /** Page numbers from 1. `imageAppears` and `imageVanishes` have [2] and once by default. */
  readonly pages?: readonly number[];
  /** Let so many matching requests pass first. */
  readonly skip?: number;
  /** Affect so many requests, then no more. */
  readonly times?: number;
}

/** One effect and the requests that it affects. */
export type Fault = FaultEffect & FaultScope;

/** What a fault's scope is compared with. */
export interface FaultTarget {
  readonly cloud: CloudId;
  readonly action: string;
  readonly region: string;
  readonly page: number;
}

/** A set of faults that counts down as requests meet them. */
export interface FaultQueue {
  /** The effects on this request, in the order in which they were set. */
  take(target: FaultTarget): readonly FaultEffect[];
}

/** Every kind of effect. */
const KINDS: Readonly<Record<FaultEffect['kind'], true>> = {
  throttle: true,
  error: true,
  status: true,
  unauthenticated: true,
  forbidden: true,
  reset: true,
  hang: true,
  slow: true,
  truncate: true,
  html: true,
  oversize: true,
  total: true,
  totalAsString: true,
  imageAppears: true,
  imageVanishes: true,
  duplicateRows: true,
  emptyPage: true,
  repeatPage: true,
  clockSkew: true,
  fields: true,
  pageSize: true,
  cursorRepeats: true,
  cursorToEmptyPage: true,
  refuseUnknownIds: true,
  unknownWords: true,
  gatewayEnvelope: true,
};

/**
 * A queue of its own; two queues of the same faults do not share their counts.
 * Throws for a kind that does not exist, since a fault that never comes would let a test pass.
 */
export function createFaultQueue(faults: readonly Fault[]): FaultQueue {
  const unknown = faults.find(({ kind }) => !Object.hasOwn(KINDS, kind));
  if (unknown) throw new Error(`simulator: no such fault: ${unknown.kind}`);
  const waiting = faults.map((fault) => ({
    fault: withUsualScope(fault),
    skip: fault.skip ?? 0,
    left: withUsualScope(fault).times ?? Infinity,
  }));
  return {
    take(target) {
      return waiting.flatMap((entry) => {
        if (entry.left <= 0 || !inScope(entry.fault, target)) return [];
        if (entry.skip > 0) {
          entry.skip -= 1;
          return [];
        }
        entry.left -= 1;
        return [entry.fault];
      });
    },
  };
}

/** The effects of one kind, narrowed to it. */
export function effectsOf<K extends FaultEffect['kind']>(
  effects: readonly FaultEffect[],
  kind: K,
): readonly Extract<FaultEffect, { kind: K }>[] {
  return effects.filter(
    (effect): effect is Extract<FaultEffect, { kind: K }> => effect.kind === kind,
  );
}

function withUsualScope(fault: Fault): Fault {
  return fault.kind === 'imageAppears' || fault.kind === 'imageVanishes'
    ? { pages: [2], times: 1, ...fault }
    : fault;
}

function inScope(fault: FaultScope, target: FaultTarget): boolean {
  return (
    (fault.cloud === undefined || fault.cloud === target.cloud) &&
    (fault.action === undefined || fault.action === target.action) &&
    (fault.region === undefined || fault.region === target.region) &&
    (fault.pages === undefined || fault.pages.includes(target.page))
  );
}
