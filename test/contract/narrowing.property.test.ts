import {
  accountEnvironment,
  createWorld,
  defaultAccounts,
  defaultCatalog,
  generateImages,
  MAIN_REGION,
  VOCABULARY,
  withOwnersId,
  type CatalogImage,
  type CloudId,
  type World,
} from '@cloudimages/simulator';
import fc from 'fast-check';
import { CLOUDS } from '../../provider/clouds/index';
import { createEngine, type ComposedEngine } from '../../provider/compose';
import type { ImagesAnswer } from '../../provider/image/answer.generated';
import type { ImageQuery } from '../../provider/image/query.generated';
import {
  ARCHITECTURES,
  CLOUD_IDS,
  OS_TYPES,
  OWNERS,
  STATUS_CONDITIONS,
} from '../../provider/image/words';
import { casesOf } from '../in-full';
import { anyConditions } from '../image/arbitraries';
import { hastyClock, httpInProcess } from './harness';

// The law of narrowing: what an API is told to leave out changes no answer.
// select(query, list(narrow(query))) = select(query, list({}))

const NOW = Date.parse('2025-06-08T00:00:00Z');

/** Accounts of strangers, in the cloud's own form. */
const accountsOf = (cloud: CloudId): readonly [string, string] =>
  VOCABULARY[cloud].accounts ?? ['1234567890123456', '12345678901234567890'];

const FAMILIES = ['golden-ubuntu', 'acs:ubuntu_22_04_x64'] as const;

const anyTag = fc.constantFrom('production', 'staging', '', ' ');
const anyTags = fc.record({ env: anyTag, team: anyTag }, { requiredKeys: [] });

function anyCatalog(cloud: CloudId): fc.Arbitrary<readonly CatalogImage[]> {
  const { owners, states, architectures } = VOCABULARY[cloud];
  const everyState = [states.usable, ...states.pending, ...states.failed, ...states.others];
  const pool = generateImages({ cloud, count: 30, seed: 5 });
  const changes = someOf(
    {
      owner: fc.constantFrom(...owners),
      ownerId: fc.constantFrom(...accountsOf(cloud)),
      state: fc.constantFrom(...everyState),
      architecture: fc.constantFrom(...architectures),
      osType: fc.constantFrom('linux' as const, 'windows' as const, 'bsd' as const),
      deprecated: fc.boolean(),
      // Some rows have no time, and a date in their id or name alone.
      createdAt: fc.constant(''),
      family: fc.constantFrom(...FAMILIES),
      cloudInit: fc.boolean(),
      tags: anyTags,
    },
    5,
  );
  return fc
    .uniqueArray(fc.tuple(fc.constantFrom(...pool), changes), {
      selector: ([{ id }]) => id,
      maxLength: 15,
    })
    .map((images) => images.map(([image, change]) => withOwnersId({ ...image, ...change })));
}

/** Objects with a few of these fields: a query with many random conditions fits nothing. */
function someOf<T extends object>(
  fields: { readonly [K in keyof T]: fc.Arbitrary<T[K]> },
  maxLength: number,
): fc.Arbitrary<Partial<T>> {
  const names = Object.keys(fields) as (keyof T)[];
  return fc
    .subarray(names, { maxLength })
    .chain((kept) => fc.record<T, keyof T>(fields).map((all) => pick(all, kept)));
}

function pick<T extends object>(object: T, keys: readonly (keyof T)[]): Partial<T> {
  const entries = Object.entries(object).filter(([key]) => keys.includes(key as keyof T));
  return Object.fromEntries(entries) as Partial<T>;
}

/** The owners whose images are too many for a listing without another condition. */
function tooWide(cloud: CloudId): readonly string[] {
  return OWNERS.filter((owner) => CLOUDS[cloud].tooWide?.({ owners: [owner] }) !== undefined);
}

/** Queries that this cloud can answer, over the ids of these images. */
function anyQuery(cloud: CloudId, ids: readonly string[]): fc.Arbitrary<ImageQuery> {
  const { supports } = CLOUDS[cloud];
  const id = fc.constantFrom(...ids, 'no-such-image', 'img-nosuchid');
  const tooMany = [
    ...ids,
    ...Array.from({ length: 101 }, (_, n) => `img-none${String(n).padStart(4, '0')}`),
  ];
  const narrowing = someOf<ImageQuery>(
    {
      imageIds: fc.oneof(fc.array(id, { minLength: 1, maxLength: 9 }), fc.constant(tooMany)),
      owners: fc.subarray([...OWNERS, ...accountsOf(cloud), 'publisher'], { minLength: 1 }),
      status: fc.constantFrom(...STATUS_CONDITIONS),
      includeDeprecated: fc.boolean(),
      createdAfter: fc.constant('2020-01-01T00:00:00Z'),
      createdBefore: fc.constant('2030-01-01T00:00:00Z'),
      osType: fc.constantFrom(...OS_TYPES),
      architecture: fc.constantFrom(...ARCHITECTURES),
      ...(supports.tags ? { tags: anyTags } : {}),
      ...(supports.family ? { family: fc.constantFrom(...FAMILIES) } : {}),
      ...(supports.cloudInit ? { cloudInit: fc.boolean() } : {}),
      ...(supports.instanceType
        ? { instanceType: fc.constantFrom(...VOCABULARY[cloud].instanceTypes) }
        : {}),
    },
    4,
  );
  const others = fc.oneof({ weight: 3, arbitrary: fc.constant({}) }, anyConditions);
  return fc.tuple(others, narrowing).map(([conditions, narrower]) => {
    const { cloudInit: _cloudInit, ...rest }: ImageQuery = conditions;
    const asked: ImageQuery = { ...rest, ...narrower };
    const owners = asked.owners?.filter((owner) => !tooWide(cloud).includes(owner));
    return {
      ...asked,
      ...(owners === undefined ? {} : { owners: owners.length > 0 ? owners : ['self'] }),
      targets: [`${cloud}/${MAIN_REGION[cloud]}`],
      optional: true,
    };
  });
}

function engineOver(world: World, cloud: CloudId): ComposedEngine {
  return createEngine(
    { publishers: { publisher: { [cloud]: accountsOf(cloud)[0] } } },
    {
      environment: accountEnvironment(defaultAccounts()),
      http: httpInProcess(world, cloud),
      now: () => new Date(NOW),
      clock: hastyClock(),
    },
  );
}

/** What an answer says, but for the counts of what was listed. */
function sayingOf({ id, images, idByTarget, warnings }: ImagesAnswer): unknown {
  return { id, images, idByTarget, warnings };
}

describe.each([...CLOUD_IDS])('narrowing at %s', (cloud) => {
  it('changes no answer over random catalogs', async () => {
    const scenes = anyCatalog(cloud).chain((images) =>
      fc.record({
        images: fc.constant(images),
        query: anyQuery(
          cloud,
          images.map(({ id }) => id),
        ),
      }),
    );
    const seen = { answers: 0, narrowed: 0 };
    await fc.assert(
      fc.asyncProperty(scenes, async ({ images, query }) => {
        const engine = engineOver(createWorld({ images, now: () => NOW }), cloud);
        const narrowed = await engine.getImages(query);
        const whole = await engine.getImages(query, { everything: true });
        expect(sayingOf(narrowed)).toEqual(sayingOf(whole));
        seen.answers += Number(whole.images.length > 0);
        seen.narrowed += Number(listed(narrowed) < listed(whole));
      }),
      { numRuns: casesOf(250) },
    );
    // A law over empty answers, or over listings that are whole anyway, would say nothing.
    expect(seen.answers).toBeGreaterThan(casesOf(20));
    expect(seen.narrowed).toBeGreaterThan(casesOf(20));
  }, 60_000);

  it('changes no answer over the catalog that worlds start with', async () => {
    const engine = engineOver(createWorld({ now: () => NOW }), cloud);
    const ids = defaultCatalog().flatMap((image) => (image.cloud === cloud ? [image.id] : []));
    await fc.assert(
      fc.asyncProperty(anyQuery(cloud, ids), async (query) => {
        const narrowed = await engine.getImages(query);
        const whole = await engine.getImages(query, { everything: true });
        expect(sayingOf(narrowed)).toEqual(sayingOf(whole));
      }),
      { numRuns: casesOf(100) },
    );
  }, 60_000);
});

function listed({ explanation }: ImagesAnswer): number {
  return explanation.targets[0]?.listed ?? 0;
}
