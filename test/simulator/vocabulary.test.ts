import {
  CLOUDS as CLOUD_IDS,
  createWorld,
  defaultAccounts,
  defaultCatalog,
  VOCABULARY,
  type CatalogImage,
  type Fault,
} from '@cloudimages/simulator';
import { CLOUDS } from '../../provider/clouds/index';
import {
  bearerCredential,
  keyCredential,
  type Credential,
} from '../../provider/credentials/credential';
import { ImageError } from '../../provider/errors/image-error';
import { httpInProcess, sourceOf, workingCredential } from '../contract/harness';
import { generatedIn, oneListOf } from '../contract/scene';

// The vocabularies are what tests over every cloud rely on: each word in them is checked here, over
// the provider's own client.

interface Request {
  readonly region?: string;
  readonly credential?: Credential;
  readonly pageSize?: number;
  readonly images?: readonly CatalogImage[];
  readonly faults?: readonly Fault[];
}

describe.each([...CLOUD_IDS])('the vocabulary of %s', (cloud) => {
  const definition = CLOUDS[cloud];
  const vocabulary = VOCABULARY[cloud];
  const { mainRegion, operation, pageSize, ids, fields, codes, states } = vocabulary;
  const catalog = defaultCatalog().filter((image) => image.cloud === cloud);

  /** The rows of each page of the cloud's own images. */
  async function pagesOf(request: Request = {}): Promise<readonly (readonly object[])[]> {
    const world = createWorld({
      ...(request.images && { images: request.images }),
      faults: (request.faults ?? []).map((fault) => ({ action: operation, ...fault })),
    });
    const pages: (readonly object[])[] = [];
    const source = sourceOf(
      {
        ...definition,
        pageSize: request.pageSize ?? definition.pageSize,
        read(body: unknown) {
          const page = definition.read(body);
          if (page !== undefined && 'items' in page) pages.push(page.items);
          return page;
        },
      },
      {
        http: httpInProcess(world, cloud),
        endpoint: 'https://api.test',
        credential: request.credential ?? workingCredential(cloud),
      },
    );
    await source.list({
      target: { cloud, region: request.region ?? mainRegion },
      narrowing: oneListOf(cloud),
      scope: {},
      signal: new AbortController().signal,
    });
    return pages;
  }

  /** The vendor's code in the refusal of a request; `none` where it is not refused. */
  async function codeOf(request: Request): Promise<string> {
    return pagesOf(request).then(
      () => 'none',
      (error: unknown) => {
        if (error instanceof ImageError) return error.facts.vendorCode ?? error.message;
        throw error;
      },
    );
  }

  it('names regions that the API accepts', async () => {
    const { regions, laggingRegion, emptyRegion } = vocabulary;
    expect(regions).toContain(mainRegion);
    if (laggingRegion !== undefined) expect(regions).toContain(laggingRegion);
    expect(new Set(regions).size).toBe(regions.length);
    for (const region of regions) expect(await codeOf({ region })).toBe('none');
    if (emptyRegion === undefined) return;
    expect(regions).toContain(emptyRegion);
    expect(createWorld().images(cloud, emptyRegion)).toEqual([]);
  });

  it('names a region that lacks builds of the main region, unless it names only one', () => {
    const { laggingRegion, regions } = vocabulary;
    if (laggingRegion === undefined) return expect(regions).toEqual([mainRegion]);
    const publicIn = (region: string) =>
      catalog.filter(({ owner, regions }) => owner === 'public' && regions.includes(region));
    expect(publicIn(laggingRegion).length).toBeLessThan(publicIn(mainRegion).length);
  });

  it('names sample ids of the main region and an id that no image has', () => {
    const here = createWorld().images(cloud, mainRegion);
    expect(here.map(({ id }) => id)).toEqual(expect.arrayContaining([...ids.samples]));
    expect(catalog.map(({ id }) => id)).not.toContain(ids.unknown);
  });

  it('names owners and states of which the default catalog has images', () => {
    expect(new Set(vocabulary.owners)).toEqual(new Set(catalog.map(({ owner }) => owner)));
    const known = [states.usable, ...states.pending, ...states.failed, ...states.others];
    for (const { state } of catalog) if (state !== undefined) expect(known).toContain(state);
  });

  it('names fields that the API prints', async () => {
    const [row] = (await pagesOf()).flat();
    expect(Object.keys(row ?? {})).toEqual(expect.arrayContaining(Object.values(fields)));
  });

  it('names the largest page, which the API does not exceed', async () => {
    const { largest } = pageSize;
    const images = generatedIn(cloud, Math.min(largest, 1000) + 1);
    const [full = []] = await pagesOf({ images, pageSize: largest });
    expect(full).toHaveLength(Math.min(largest, images.length));
    if (pageSize.isFixed === true) return;
    const more = await codeOf({ images, pageSize: largest + 1 });
    expect(more === 'none').toBe(pageSize.isCapped === true);
  });

  it('names the codes of refusals', async () => {
    const own = defaultAccounts().filter((account) => account.cloud === cloud);
    const details = own[0]?.details;
    const key = (id = '', secret = '') => keyCredential({ id, secret, details });
    const shared = workingCredential(cloud);
    const id = own[0]?.keyId ?? (shared.kind === 'key' ? shared.id : '');
    if (shared.kind === 'key') {
      expect(await codeOf({ credential: key(id, 'wrong') })).toBe(codes.wrongSecret);
      expect(await codeOf({ credential: key('nobody', 'wrong') })).toBe(codes.unknownKey);
    }
    const forbidden = own.find(({ allowed }) => allowed === false);
    const { keyId, secret, bearerToken } = forbidden ?? {};
    const credential =
      bearerToken === undefined ? key(keyId, secret) : bearerCredential(bearerToken);
    expect(await codeOf({ credential })).toBe(codes.forbidden);
    expect(await codeOf({ faults: [{ kind: 'throttle' }] })).toBe(codes.throttled);
    expect(await codeOf({ faults: [{ kind: 'error' }] })).toBe(codes.internal);
    expect(await codeOf({ region: 'nowhere' })).toBe(codes.unknownRegion ?? 'none');
  });
});
