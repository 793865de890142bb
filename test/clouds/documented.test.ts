import { createWorld, MAIN_REGION, VOCABULARY, type CloudId } from '@cloudimages/simulator';
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
  /**
   * What the words of images mean: field, word, our field and its value (`null`: none). Those on the
   * page, and those that the service sends besides.
   */
  readonly meanings?: Readonly<Record<string, Readonly<Record<string, object>>>>;
  /** Parameters of a query's `native`, and what they become in the request; the same by default. */
  readonly native?: readonly { readonly set: Record<string, string>; readonly sent?: object }[];
  /** Parameters that the simulated API does not have, since only some accounts may use them. */
  readonly onlySent?: readonly string[];
}

function documented(cloud: CloudId): Documented {
  const file = path.join(__dirname, '../fixtures', cloud, 'documented.json');
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** Matches objects with more members, and arrays with more entries. */
function containing(value: unknown): unknown {
  if (Array.isArray(value)) return expect.arrayContaining(value.map(containing));
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).map(([name, inner]) => [name, containing(inner)] as const);
  return expect.objectContaining(Object.fromEntries(members));
}

describe.each([...CLOUD_IDS])('the page of %s', (cloud) => {
  const definition = CLOUDS[cloud];
  const { page, parameters, parameterWords, imageWords, errorCodes } = documented(cloud);
  const { meanings = {}, native = [], onlySent = [] } = documented(cloud);
  const target = { cloud, region: MAIN_REGION[cloud] };

  it('is the one that the definition names', () => {
    expect(definition.docs).toBe(page);
  });

  it.each(parameters)('has the parameter %s, which a query can set or has a word for', (name) => {
    expect(Object.keys(definition.native)).toContain(name);
  });

  it('has parameters that are sent as they are', async () => {
    for (const { set, sent = set } of native) {
      const owners = ['self'];
      expect(nativeProblems(definition, { owners, native: { [cloud]: set } })).toEqual([]);
      expect(await parametersSent(set)).toEqual(containing(sent));
    }
  });

  /** The parameters of the only list request of a query with these native parameters. */
  async function parametersSent(set: Readonly<Record<string, string>>): Promise<unknown> {
    const world = createWorld({ images: [] });
    const source = sourceOf(definition, {
      http: httpInProcess(world, cloud),
      endpoint: 'https://api.test',
      credential: workingCredential(cloud),
    });
    const { signal } = new AbortController();
    const narrowing = { owners: ['self'], includeDeprecated: false };
    const scope = { native: set };
    const { images } = await source.list({ target, narrowing, scope, signal });
    expect(images).toEqual([]);
    const { operation } = VOCABULARY[cloud];
    const [list, ...others] = world.requests().filter(({ action }) => action === operation);
    expect(others).toEqual([]);
    return list?.parameters;
  }

  it('has no parameter that a query can set and the tests do not send', () => {
    const sent = native.flatMap(({ set }) =>
      Object.keys(set).map((name) => name.replace('.1.', '.N.')),
    );
    const settable = Object.entries(definition.native).flatMap(([name, row]) =>
      'kind' in row && !onlySent.includes(name) ? [name] : [],
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

  it('reports a parameter that the API does not have', () => {
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

  it('says what to use in place of parameters that a query cannot set', () => {
    const instead = Object.entries(definition.native).filter(([, row]) => !('kind' in row));
    for (const [name] of instead) {
      const [problem] = nativeProblems(definition, { native: { [cloud]: { [name]: 'x' } } });
      const literal = name.replace(/[$.<>]/g, '\\$&');
      expect(problem?.message).toMatch(
        new RegExp(`^(Use .+ in place of ${literal}|Remove ${literal}: .+)\\.$`),
      );
    }
    expect(instead.length).toBeGreaterThan(3);
  });

  it('has no word for images that is not known', () => {
    for (const [field, words] of Object.entries(imageWords)) {
      expect(Object.keys(meanings[field] ?? {})).toEqual(expect.arrayContaining([...words]));
    }
  });

  it('gives every word of images its meaning', () => {
    const { id } = VOCABULARY[cloud].fields;
    for (const [field, words] of Object.entries(meanings)) {
      for (const [word, meaning] of Object.entries(words)) {
        const problems: string[] = [];
        const raw = { [id]: 'x', [field]: word };
        const report = (problem: string) => problems.push(problem);
        const image = readImage(definition, target, raw, report, { nowMs: 0 });
        for (const [ours, value] of Object.entries(meaning)) {
          expect([field, word, image?.[ours as keyof Image] ?? null]).toEqual([field, word, value]);
        }
        expect(problems).toEqual([]);
      }
    }
  });

  it.each(errorCodes)('has the error code %s, which has a row of its own', (code) => {
    const rows = Object.keys(definition.failures);
    const fits = rows.some((row) =>
      row.endsWith('*') ? code.startsWith(row.slice(0, -1)) : row === code,
    );
    expect(fits).toBe(true);
  });
});
