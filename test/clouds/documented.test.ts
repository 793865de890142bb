import { createWorld, MAIN_REGION, type CloudId } from '@cloudimages/simulator';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { nativeProblems } from '../../provider/clouds/definition/check-for-cloud';
import { readImage } from '../../provider/clouds/definition/read-image';
import { CLOUDS } from '../../provider/clouds/index';
import type { Image } from '../../provider/image/answer.generated';
import { CLOUD_IDS } from '../../provider/image/words';
import { httpInProcess, sourceOf, workingCredential } from '../contract/harness';

// Every parameter, word and error code on the vendors' pages has its place in the tables.

interface Documented {
  readonly page: string;
  readonly parameters: readonly string[];
  readonly parameterWords: Readonly<Record<string, readonly string[]>>;
  readonly imageWords: Readonly<Record<string, readonly string[]>>;
  readonly errorCodes: readonly string[];
}

function documented(cloud: CloudId): Documented {
  const file = path.join(__dirname, '../fixtures', cloud, 'documented.json');
  return JSON.parse(readFileSync(file, 'utf8'));
}

type Meaning = readonly [field: keyof Image, value: unknown];

/** What the words of images mean: those on the pages, and those that the services send besides. */
const MEANINGS: Readonly<Record<CloudId, Readonly<Record<string, Record<string, Meaning>>>>> = {
  alicloud: {
    Architecture: {
      i386: ['architecture', 'i386'],
      x86_64: ['architecture', 'x86_64'],
      arm64: ['architecture', 'arm64'],
    },
    ImageOwnerAlias: {
      system: ['owner', 'public'],
      self: ['owner', 'self'],
      others: ['owner', 'shared'],
      marketplace: ['owner', 'marketplace'],
    },
    OSType: { windows: ['osType', 'windows'], linux: ['osType', 'linux'] },
    Status: {
      Available: ['status', 'available'],
      Deprecated: ['status', 'available'],
      Creating: ['status', 'pending'],
      Waiting: ['status', 'pending'],
      UnAvailable: ['status', 'failed'],
      CreateFailed: ['status', 'failed'],
    },
  },
  tencentcloud: {
    Architecture: {
      x86_64: ['architecture', 'x86_64'],
      arm: ['architecture', 'arm64'],
      i386: ['architecture', 'i386'],
    },
    ImageType: {
      PUBLIC_IMAGE: ['owner', 'public'],
      PRIVATE_IMAGE: ['owner', 'self'],
      SHARED_IMAGE: ['owner', 'shared'],
      MARKET_IMAGE: ['owner', 'marketplace'],
    },
    ImageState: {
      NORMAL: ['status', 'available'],
      USING: ['status', 'available'],
      CREATING: ['status', 'pending'],
      SYNCING: ['status', 'pending'],
      IMPORTING: ['status', 'pending'],
      CREATEFAILED: ['status', 'failed'],
      IMPORTFAILED: ['status', 'failed'],
      DELETING: ['status', 'failed'],
    },
  },
  qcloud: {
    ImageType: {
      PUBLIC_IMAGE: ['owner', 'public'],
      PRIVATE_IMAGE: ['owner', 'self'],
      SHARED_IMAGE: ['owner', 'shared'],
    },
    ImageStatus: {
      NORMAL: ['status', 'available'],
      USING: ['status', 'available'],
      CREATING: ['status', 'pending'],
      SYNCING: ['status', 'pending'],
      IMPORTING: ['status', 'pending'],
      CREATEFAILED: ['status', 'failed'],
      IMPORTFAILED: ['status', 'failed'],
    },
  },
  zenlayercloud: {
    imageType: { PUBLIC_IMAGE: ['owner', 'public'], CUSTOM_IMAGE: ['owner', 'self'] },
    imageSource: {
      OFFICIAL: ['owner', 'public'],
      MARKETING: ['owner', 'marketplace'],
      APP: ['owner', 'marketplace'],
      CUSTOM: ['owner', 'self'],
    },
    osType: {
      linux: ['osType', 'linux'],
      bsd: ['osType', 'bsd'],
      windows: ['osType', 'windows'],
      android: ['osType', 'other'],
      any: ['osType', undefined],
    },
    imageStatus: {
      AVAILABLE: ['status', 'available'],
      CREATING: ['status', 'pending'],
      SYNCING: ['status', 'pending'],
      PROCESSING: ['status', 'pending'],
      UNAVAILABLE: ['status', 'failed'],
      FAILED: ['status', 'failed'],
      DELETING: ['status', 'failed'],
    },
  },
};

/** Parameters of a query's `native`, and what of a request they become. */
const NATIVE: Readonly<Record<CloudId, readonly (readonly [Record<string, string>, object])[]>> = {
  alicloud: [
    ...[
      { ActionType: 'CreateEcs' },
      { 'Filter.1.Key': 'CreationStartTime', 'Filter.1.Value': '2024-01-01T00:00Z' },
      { ImageName: 'golden*' },
      { IsSupportIoOptimized: 'true' },
      { OwnerAccount: 'someone' },
      { ResourceGroupId: 'rg-1' },
      { ShowExpired: 'false' },
      { SnapshotId: 's-1' },
      { Usable: 'true' },
      { Usage: 'instance' },
    ].map((native) => [native, native] as const),
  ],
  tencentcloud: [
    ...['image-name', 'platform', 'tag-key', 'tag-value'].map(
      (name) =>
        [
          { [name]: 'a,b' },
          { Filters: expect.arrayContaining([{ Name: name, Values: ['a', 'b'] }]) },
        ] as const,
    ),
  ],
  qcloud: [
    [
      { 'image-name': 'a,b' },
      { 'Filters.1.Name': 'image-name', 'Filters.1.Values.0': 'a', 'Filters.1.Values.1': 'b' },
    ],
  ],
  zenlayercloud: [
    ...[
      { imageName: 'golden' },
      { category: 'Ubuntu' },
      { imageType: 'CUSTOM_IMAGE' },
      { imageSource: 'APP' },
    ].map((native) => [native, native] as const),
    [{ tagKeys: 'env,team' }, { tagKeys: ['env', 'team'] }],
  ],
};

/** Parameters that the simulated APIs do not have, since only some accounts may use them. */
const ONLY_SENT = ['dedicated-cluster-id', 'cdc-cache-status', 'ImageOwnerId'];

describe.each([...CLOUD_IDS])('the page of %s', (cloud) => {
  const definition = CLOUDS[cloud];
  const { page, parameters, parameterWords, imageWords, errorCodes } = documented(cloud);
  const target = { cloud, region: MAIN_REGION[cloud] };

  it('is the one that the definition names', () => {
    expect(definition.docs).toBe(page);
  });

  it.each(parameters)('has the parameter %s, which a query can set or has a word for', (name) => {
    expect(Object.keys(definition.native)).toContain(name);
  });

  it.each(NATIVE[cloud])('has parameters that are sent as they are: %j', async (native, sent) => {
    expect(nativeProblems(definition, { native: { [cloud]: native } })).toEqual([]);
    const world = createWorld({ images: [] });
    const source = sourceOf(definition, {
      http: httpInProcess(world, cloud),
      endpoint: 'https://api.test',
      credential: workingCredential(cloud),
    });
    const { signal } = new AbortController();
    const narrowing = { owners: ['self'] };
    const { images } = await source.list({ target, narrowing, scope: { native }, signal });
    expect(images).toEqual([]);
    expect(world.requests()).toEqual([
      expect.objectContaining({ parameters: expect.objectContaining(sent) }),
    ]);
  });

  it('has no parameter that a query can set and the tests do not send', () => {
    const sent = NATIVE[cloud].flatMap(([native]) =>
      Object.keys(native).map((name) => name.replace('.1.', '.N.')),
    );
    const settable = Object.entries(definition.native).flatMap(([name, row]) =>
      'kind' in row && !ONLY_SENT.includes(name) ? [name] : [],
    );
    expect(sent.toSorted()).toEqual(settable.toSorted());
  });

  it('closes the sets of words for parameters', () => {
    for (const [name, words] of Object.entries(parameterWords)) {
      const problems = (value: string) =>
        nativeProblems(definition, { native: { [cloud]: { [name]: value } } });
      expect(words.flatMap(problems)).toEqual([]);
      const message = `"Wrong" is not one of ${words.join(', ')}.`;
      expect(problems('Wrong')).toEqual([{ path: ['native', cloud, name], message }]);
    }
  });

  it('tells of a parameter that the API does not have', () => {
    for (const name of ['constructor', 'ImageNam']) {
      expect(
        nativeProblems(definition, { native: { [cloud]: { [name]: 'x' } } }, ['anyOf', 1]),
      ).toEqual([
        {
          path: ['anyOf', 1, 'native', cloud, name],
          message: expect.stringContaining(`${definition.title} has no parameter "${name}".`),
        },
      ]);
    }
  });

  it('tells what to write in place of parameters that a query cannot set', () => {
    const instead = Object.entries(definition.native).filter(([, row]) => !('kind' in row));
    for (const [name] of instead) {
      const [mistake] = nativeProblems(definition, { native: { [cloud]: { [name]: 'x' } } });
      expect(mistake?.message).toMatch(
        new RegExp(`^(Use .+ in place of ${name}|Remove ${name}: .+)\\.$`),
      );
    }
    expect(instead.length).toBeGreaterThan(3);
  });

  it('has no word for images that is not known', () => {
    for (const [field, words] of Object.entries(imageWords)) {
      expect(Object.keys(MEANINGS[cloud][field] ?? {})).toEqual(expect.arrayContaining([...words]));
    }
  });

  it.each(
    Object.entries(MEANINGS[cloud]).flatMap(([field, words]) =>
      Object.entries(words).map(([word, [ours, value]]) => ({ field, word, ours, value })),
    ),
  )('has the word $word for $field: $ours $value', ({ field, word, ours, value }) => {
    const problems: string[] = [];
    const raw = { ImageId: 'x', imageId: 'x', [field]: word };
    const image = readImage(definition, target, raw, (problem) => problems.push(problem));
    expect(image?.[ours]).toBe(value);
    expect(problems).toEqual([]);
  });

  it.each(errorCodes)('has the error code %s, which has a row of its own', (code) => {
    const rows = Object.keys(definition.failures);
    const fits = rows.some((row) =>
      row.endsWith('*') ? code.startsWith(row.slice(0, -1)) : row === code,
    );
    expect(fits).toBe(true);
  });
});
