/** The forms of ids: resources of ARM, and the URNs of marketplace images. */

/** A marketplace image by its four parts. */
export interface Urn {
  readonly publisher: string;
  readonly offer: string;
  readonly sku: string;
  readonly version: string;
}

const MARKETPLACE =
  /\/publishers\/([^/]+)\/artifacttypes\/vmimage\/offers\/([^/]+)\/skus\/([^/]+)\/versions\/([^/]+)$/i;

const PART = '[A-Za-z0-9][\\w.-]*';
const URN = new RegExp(`^(${PART}):(${PART}):(${PART}):(${PART})$`);
const SERIES = new RegExp(`^(${PART}):(${PART}):(${PART})$`);

/** What an id is, and the parts of it that say whose image it is. */
export type ImageId =
  | { readonly kind: 'marketplace'; readonly urn: Urn }
  | { readonly kind: 'managed'; readonly subscription: string }
  | {
      readonly kind: 'gallery';
      readonly subscription: string;
      readonly gallery: string;
      readonly image: string;
      readonly version: string;
    }
  | {
      /** Of a gallery that is shared with the tenant or the subscription, or with everybody. */
      readonly kind: 'shared' | 'community';
      readonly gallery: string;
      readonly image: string;
      readonly version: string;
    };

const RESOURCE = '^/subscriptions/([^/]+)/resourceGroups/[^/]+/providers/Microsoft\\.Compute';
const MANAGED = new RegExp(`${RESOURCE}/images/[^/]+$`, 'i');
const GALLERY = new RegExp(`${RESOURCE}/galleries/([^/]+)/images/([^/]+)/versions/([^/]+)$`, 'i');
const OPEN_GALLERY =
  /^\/(shared|community)Galleries\/([^/]+)\/images\/([^/]+)\/versions\/([^/]+)$/i;

/** Ids compare without case, and answers write them in several ways. Undefined: another form. */
export function readId(id: string): ImageId | undefined {
  const urn = readUrn(id);
  if (urn !== undefined) return { kind: 'marketplace', urn };
  const [, publisher, offer, sku, version] = MARKETPLACE.exec(id) ?? [];
  if (publisher && offer && sku && version) {
    return { kind: 'marketplace', urn: { publisher, offer, sku, version } };
  }
  const [, owner] = MANAGED.exec(id) ?? [];
  if (owner) return { kind: 'managed', subscription: owner };
  const own = GALLERY.exec(id);
  if (own) {
    const [, subscription = '', gallery = '', image = '', number = ''] = own;
    return { kind: 'gallery', subscription, gallery, image, version: number };
  }
  const open = OPEN_GALLERY.exec(id);
  if (!open) return undefined;
  const [, whose = '', gallery = '', image = '', number = ''] = open;
  const kind = whose.toLowerCase() === 'shared' ? 'shared' : 'community';
  return { kind, gallery, image, version: number };
}

/** `Canonical:ubuntu-24_04-lts:server:24.04.202404230`; no URN with `latest`, which names no image. */
export function readUrn(text: string): Urn | undefined {
  const [, publisher, offer, sku, version] = URN.exec(text) ?? [];
  if (!publisher || !offer || !sku || !version || version.toLowerCase() === 'latest') {
    return undefined;
  }
  return { publisher, offer, sku, version };
}

/** `Canonical:ubuntu-24_04-lts:server` */
export function readSeries(text: string): Omit<Urn, 'version'> | undefined {
  const [, publisher, offer, sku] = SERIES.exec(text) ?? [];
  return publisher && offer && sku ? { publisher, offer, sku } : undefined;
}

export function printUrn({ publisher, offer, sku, version }: Urn): string {
  return [publisher, offer, sku, version].join(':');
}

/** The public name of a community gallery ends with a GUID, which nobody else can have. */
export function isCommunityGallery(account: string): boolean {
  return /-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(account);
}
