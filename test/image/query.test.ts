import vm from 'node:vm';
import { createEngine } from '../../provider/compose';
import { renderError } from '../../provider/errors/describe-error';
import type { ImageAlternative, ImageQuery } from '../../provider/image/query.generated';
import { checkQuery, readValidQuery } from '../../provider/image/query';
import type { Field, FieldType } from '../../provider/schema/field';
import { ALTERNATIVE_TYPE, QUERY_FIELDS } from '../../provider/schema/query-fields';
import { expectGolden } from '../golden/golden';

const FIELDS = Object.entries<Field>(QUERY_FIELDS);

/** What the table shows as a value of a field, written in TypeScript. */
function exampleOf({ example = 'undefined' }: Field): unknown {
  return vm.runInNewContext(`(${example})`, Object.create(null) as object);
}

/** A value that no field of this type can take, and where its mistake stands below the field. */
function wrongFor(type: FieldType): {
  readonly value: unknown;
  readonly below: (string | number)[];
} {
  if (type === 'string') return { value: 7, below: [] };
  if (typeof type === 'string') return { value: 'seven', below: [] };
  if ('list' in type) {
    const { value, below } = wrongFor(type.list);
    return { value: [value], below: [0, ...below] };
  }
  if ('map' in type) {
    const { value, below } = wrongFor(type.map);
    return { value: { alicloud: value }, below: ['alicloud', ...below] };
  }
  return { value: 'seven', below: [] };
}

async function refusal(query: unknown, configuration: unknown = {}): Promise<unknown> {
  const engine = createEngine(configuration, { environment: {} });
  return engine.getImages(query).then(
    () => undefined,
    (error: unknown) => error,
  );
}

describe('a query with mistakes', () => {
  it('is told all of them at once, each with its path and what is allowed', async () => {
    const error = await refusal({
      targets: ['alicloud/cn-hangzhou', 'alicloud'],
      nameRegex: '^ubuntu(?!.*gpu)',
      distr: 'ubuntu',
      osVersion: 22.1,
      architecture: 'amd64',
      anyOf: [{ osType: 'linux' }, { osType: 'Linus', optional: true }],
    });
    expect(error).toMatchObject({ code: 'invalid-query' });
    expectGolden('query/mistakes.txt', renderError(error));
  });

  it('is told what a cloud cannot answer, with the target', async () => {
    const error = await refusal({
      targets: ['qcloud/ap-guangzhou', 'zenlayercloud/asia-east-1a', 'alicloud/cn-hangzhou'],
      tags: { env: 'production' },
      anyOf: [{ cloudInit: true }, { family: 'golden' }],
    });
    expect(error).toMatchObject({ code: 'unsupported-filter' });
    expectGolden('query/unsupported.txt', renderError(error));
  });

  it('is told what is wrong with a cloud’s own parameters', async () => {
    const error = await refusal({
      targets: ['alicloud/cn-hangzhou'],
      native: { alicloud: { Usages: 'instance', Usage: 'any', ImageId: 'x', PageSize: '10' } },
    });
    expect(error).toMatchObject({ code: 'invalid-query' });
    expectGolden('query/native.txt', renderError(error));
  });

  it('is asked for a target where neither it nor the configuration names one', async () => {
    expect(await refusal({ distro: 'ubuntu' })).toMatchObject({
      code: 'invalid-query',
      facts: { issues: [{ path: ['targets'] }] },
    });
  });

  it('is told the publishers that the configuration names', async () => {
    const publishers = { canonical: { alicloud: '1234567890123456' } };
    const query = { targets: ['alicloud/cn-hangzhou'], owners: ['canonica'] };
    expect(await refusal(query, { publishers })).toMatchObject({
      code: 'invalid-query',
      facts: {
        issues: [
          { path: ['owners', 0], message: expect.stringContaining('Did you mean "canonical"?') },
        ],
      },
    });
  });
});

describe.each(FIELDS)('the field %s', (name, field) => {
  it('takes the example of the table', () => {
    const example = exampleOf(field);
    expect(example).not.toBeUndefined();
    expect(checkQuery({ [name]: example })).toEqual([]);
  });

  it('refuses a value of another type, with its path', () => {
    const { value, below } = wrongFor(field.type);
    expect(checkQuery({ [name]: value })).toEqual([
      {
        path: [name, ...below],
        message: expect.stringMatching(/^must be .+, not ("seven"|a number \(7\))/s),
      },
    ]);
  });

  it('takes null and undefined for nothing', () => {
    expect(checkQuery({ [name]: null })).toEqual([]);
    expect(checkQuery({ [name]: undefined })).toEqual([]);
  });

  it('names the words that it takes', () => {
    const words = field.values ?? [];
    for (const word of words) expect(checkQuery({ [name]: word })).toEqual([]);
    const messages = checkQuery({ [name]: 'x'.repeat(30) }).map(({ message }) => message);
    for (const word of words) expect(messages[0]).toContain(word);
  });
});

describe('the fields of an alternative', () => {
  it.each(Object.entries<Field>(ALTERNATIVE_TYPE.fields))(
    'are checked as in the query: %s',
    (name, field) => {
      expect(checkQuery({ anyOf: [{ [name]: exampleOf(field) }] })).toEqual([]);
      const { value, below } = wrongFor(field.type);
      const [mistake] = checkQuery({ anyOf: [{ osType: 'linux' }, { [name]: value }] });
      expect(mistake?.path).toEqual(['anyOf', 1, name, ...below]);
    },
  );

  it.each(Object.keys(QUERY_FIELDS).filter((name) => !(name in ALTERNATIVE_TYPE.fields)))(
    'are not those of the query itself: %s',
    (name) => {
      expect(checkQuery({ anyOf: [{ [name]: true }] })).toEqual([
        {
          path: ['anyOf', 0, name],
          message: `"${name}" belongs to the query itself and cannot differ between alternatives.`,
        },
      ]);
    },
  );
});

describe('checkQuery', () => {
  /** One mistake, and a part of what is said about it. */
  const MISTAKES: readonly (readonly [string, unknown, readonly (string | number)[], string])[] = [
    [
      'no object',
      'ubuntu',
      [],
      'must be an object with fields such as targets and query, not "ubuntu"',
    ],
    ['a list', [], [], 'not a list'],
    [
      'a Map, whose members nobody would see',
      new Map([['distro', 'x']]),
      [],
      'not a class instance',
    ],
    ['an inherited name', { toString: 'x' }, ['toString'], 'There is no field "toString".'],
    ['a field in snake case', { name_regex: 'x' }, ['name_regex'], 'Did you mean "nameRegex"?'],
    ['an unknown cloud', { targets: ['alicoud/x'] }, ['targets', 0], 'Did you mean "alicloud"?'],
    ['no region', { targets: ['alicloud/'] }, ['targets', 0], 'the form cloud/region'],
    ['an empty list', { imageIds: [] }, ['imageIds'], 'nothing could match'],
    [
      'a list with a hole',
      { imageIds: new Array(1) },
      ['imageIds', 0],
      'must be a string, not undefined',
    ],
    [
      'an empty text',
      { name: ' ' },
      ['name'],
      'must not be empty. Omit the field to skip this filter.',
    ],
    ['look-around', { nameRegex: '(?=x)' }, ['nameRegex'], 'Use excludeNameRegex'],
    ['a broken expression', { nameRegex: '(' }, ['nameRegex'], 'is not a valid RE2 expression'],
    ['another tool’s word', { architecture: 'aarch64' }, ['architecture'], 'mean "arm64"?'],
    ['another case', { osType: 'Linux' }, ['osType'], 'Did you mean "linux"?'],
    ['an unknown distribution', { distro: 'ubunut' }, ['distro'], 'Did you mean "ubuntu"?'],
    ['another cloud’s owner', { owners: ['system'] }, ['owners', 0], 'Did you mean "public"?'],
    ['a status elsewhere', { status: 'active' }, ['status'], 'Did you mean "available"?'],
    ['a version as a number', { osVersion: 22.1 }, ['osVersion'], 'Write versions in quotes'],
    ['half a version', { osVersion: '>=' }, ['osVersion'], '">="'],
    ['no calendar date', { createdAfter: '2024-02-30T00:00:00Z' }, ['createdAfter'], 'RFC 3339'],
    ['a date alone', { createdBefore: '2024-02-03' }, ['createdBefore'], 'RFC 3339'],
    ['no unit', { minAge: '7' }, ['minAge'], 'such as 7d'],
    ['the zeroth', { nth: 0 }, ['nth'], 'from 1 to 10000'],
    ['half an image', { nth: 1.5 }, ['nth'], 'whole number'],
    ['an n-th of all', { nth: 2, mostRecent: false }, ['nth'], 'so mostRecent must not be false'],
    [
      'a time that is over before it begins',
      { createdAfter: '2024-02-01T00:00:00Z', createdBefore: '2024-02-01T00:00:00+00:00' },
      ['createdBefore'],
      'or no image can match',
    ],
    [
      'a tag that is no text',
      { tags: { env: 1 } },
      ['tags', 'env'],
      'must be a string, not a number (1)',
    ],
    [
      'an unknown cloud’s own',
      { native: { awz: {} } },
      ['native', 'awz'],
      'must be one of alicloud',
    ],
    ['an alternative that is none', { anyOf: ['x'] }, ['anyOf', 0], 'must be an object'],
    [
      'an empty alternative',
      { anyOf: [{}] },
      ['anyOf', 0],
      'an empty alternative matches any image',
    ],
    [
      'an alternative with nothing but null',
      { anyOf: [{ osType: 'linux' }, { distro: null }] },
      ['anyOf', 1],
      'must have at least one condition',
    ],
    ['a language by its name', { language: 'English' }, ['language'], 'Did you mean "en"?'],
    ['a locale', { language: 'zh-cn' }, ['language'], 'Did you mean "zh"?'],
    ['an unknown edition', { edition: 'datacentre' }, ['edition'], 'Did you mean "datacenter"?'],
    ['a short edition', { edition: 'std' }, ['edition'], 'Did you mean "standard"?'],
  ];

  it.each(MISTAKES)('tells of %s', (_, query, path, said) => {
    expect(checkQuery(query)).toEqual([{ path, message: expect.stringContaining(said) }]);
  });

  it('takes an empty query, whose defaults do the rest', () => {
    expect(checkQuery({})).toEqual([]);
  });

  it('takes two dates in their order, and a year that is a leap year', () => {
    const query = { createdAfter: '2024-02-29T00:00:00Z', createdBefore: '2024-03-01T00:00:00Z' };
    expect(checkQuery(query)).toEqual([]);
  });

  it('ends for data without an end: cycles, 5,000 levels, and strings of a megabyte', () => {
    const cycle: Record<string, unknown> = {};
    cycle['tags'] = cycle;
    cycle['anyOf'] = [cycle];
    let deep: unknown = 'x';
    for (let n = 0; n < 5_000; n += 1) deep = [{ anyOf: deep }];
    for (const query of [cycle, { anyOf: deep }, { tags: { deep } }, { osType: 'x'.repeat(1e6) }]) {
      const issues = checkQuery(query);
      expect(issues).not.toEqual([]);
      expect(JSON.stringify(issues).length).toBeLessThan(10_000);
      expect(() => readValidQuery(query)).not.toThrow();
    }
  });

  it.each([['public'], ['1234567890123456'], ['canonical']])('takes the owner %s', (owner) => {
    expect(checkQuery({ owners: [owner] })).toEqual([]);
  });

  it('knows every field of the types, and no other', () => {
    const known: Record<keyof ImageQuery, true> = {
      ...ofAlternative,
      targets: true,
      query: true,
      sameBuild: true,
      optional: true,
      anyOf: true,
    };
    expect(Object.keys(QUERY_FIELDS).toSorted()).toEqual(Object.keys(known).toSorted());
    expect(Object.keys(ALTERNATIVE_TYPE.fields).toSorted()).toEqual(
      Object.keys(ofAlternative).toSorted(),
    );
  });
});

/** A field of the type that is missing here does not compile, nor does one too many. */
const ofAlternative: Record<keyof ImageAlternative, true> = {
  imageIds: true,
  name: true,
  nameRegex: true,
  excludeIds: true,
  excludeNameRegex: true,
  osType: true,
  distro: true,
  osVersion: true,
  architecture: true,
  bootMode: true,
  language: true,
  edition: true,
  variants: true,
  owners: true,
  status: true,
  includeDeprecated: true,
  family: true,
  tags: true,
  instanceType: true,
  cloudInit: true,
  createdAfter: true,
  createdBefore: true,
  minAge: true,
  order: true,
  mostRecent: true,
  nth: true,
  native: true,
};
