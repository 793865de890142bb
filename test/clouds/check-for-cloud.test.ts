import {
  isAccount,
  nativeProblems,
  scopeIssue,
  targetIssue,
  unsupportedBy,
} from '../../provider/clouds/definition/check-for-cloud';
import type { CloudDefinition } from '../../provider/clouds/definition/cloud-definition';
import { CLOUDS } from '../../provider/clouds/index';
import { criteriaOf } from '../../provider/image/criteria';
import type { ImageAlternative } from '../../provider/image/query.generated';

/** A cloud whose tables have each kind of row. */
const CLOUD: CloudDefinition = {
  ...CLOUDS.alicloud,
  title: 'Test Cloud',
  docs: 'docs.test/list',
  supports: { family: true, tags: false, instanceType: true, cloudInit: false },
  native: {
    Usage: { kind: 'text', values: ['instance', 'none'] },
    Codes: { kind: 'list', most: 2, values: ['a', 'b', 'c'] },
    DryRun: { kind: 'boolean' },
    'Tag.N.key': { kind: 'text', mostNumber: 20 },
    'Tag.N.value': { kind: 'text', mostNumber: 20, needs: 'Tag.N.key' },
    Show: { kind: 'text', onlyForOwners: ['self', 'shared'] },
    PageSize: { unneeded: 'all pages are read' },
    ImageName: { instead: 'name' },
  },
};

type Owners = Parameters<typeof nativeProblems>[3];

/** What is wrong with native parameters: `path: message`. */
function problems(alicloud: Readonly<Record<string, string>>, owners?: Owners): readonly string[] {
  const found = nativeProblems(CLOUD, { native: { alicloud } }, ['anyOf', 1], owners);
  return found.map(({ path, message }) => `${path.join('.')}: ${message}`);
}

const FIELDS = 'Usage, Codes, DryRun, Tag.N.key, Tag.N.value, Show';

describe('native parameters', () => {
  it.each<[string, Readonly<Record<string, string>>]>([
    ['a word of the list', { Usage: 'none' }],
    ['a list', { Codes: 'a,b' }],
    ['a boolean', { DryRun: 'false' }],
    ['numbered rows', { 'Tag.1.key': 'k', 'Tag.1.value': '', 'Tag.20.key': 'k' }],
  ])('may be %s', (_, native) => {
    expect(problems(native)).toEqual([]);
  });

  it.each<[Readonly<Record<string, string>>, string]>([
    [
      { Usages: 'x' },
      `Usages: Test Cloud has no parameter "Usages". Did you mean "Usage"? It has ${FIELDS} (docs.test/list).`,
    ],
    [
      { toString: 'x' },
      `toString: Test Cloud has no parameter "toString". It has ${FIELDS} (docs.test/list).`,
    ],
    [{ ImageName: 'x' }, 'ImageName: Use name in place of ImageName.'],
    [{ PageSize: '1' }, 'PageSize: Remove PageSize: all pages are read.'],
    [{ Usage: 'any' }, 'Usage: "any" is not one of instance, none.'],
    [{ Codes: 'a,d' }, 'Codes: "d" is not one of a, b, c.'],
    [{ Codes: 'a,b,c' }, 'Codes: There are 3 values, and the API takes 2.'],
    [{ Codes: 'a,' }, 'Codes: The list has an empty value.'],
    [{ DryRun: 'yes' }, 'DryRun: "yes" must be true or false.'],
    [{ 'Tag.N.key': 'x' }, 'Tag.N.key: Write a number from 1 in place of "N", such as Tag.1.key.'],
    [{ 'Tag.0.key': 'x' }, 'Tag.0.key: Write a number from 1 in place of "0", such as Tag.1.key.'],
    [
      { 'Tag.01.key': 'x' },
      'Tag.01.key: Write a number from 1 in place of "01", such as Tag.1.key.',
    ],
    [{ 'Tag.21.key': 'x' }, 'Tag.21.key: The largest number in Tag.N.key is 20.'],
    [
      { 'Tag.2.value': 'x', 'Tag.1.key': 'k' },
      'Tag.2.value: Tag.2.value needs Tag.2.key beside it.',
    ],
  ])('%j are refused: %s', (native, message) => {
    expect(problems(native)).toEqual([`anyOf.1.native.alicloud.${message}`]);
  });

  it('of certain owners are refused for others', () => {
    const refused = [
      'anyOf.1.native.alicloud.Show: The API takes Show only for these owners. Set `owners` to ["self"] or ["shared"].',
    ];
    expect(problems({ Show: 'x' }, ['self'])).toEqual([]);
    expect(problems({ Show: 'x' }, ['self', 'shared'])).toEqual([]);
    expect(problems({ Show: 'x' }, ['self', 'public'])).toEqual(refused);
    expect(problems({ Show: 'x' }, undefined)).toEqual(refused);
    // The owners of alternatives may differ, so nothing can be said here.
    expect(problems({ Show: 'x' }, 'unknown')).toEqual([]);
  });

  it('are checked with the owners of the conditions where no others are given', () => {
    const native = { alicloud: { Show: 'x' } };
    expect(nativeProblems(CLOUD, { native, owners: ['self'] })).toEqual([]);
    expect(nativeProblems(CLOUD, { native, owners: ['public'] })).toEqual([
      {
        path: ['native', 'alicloud', 'Show'],
        message:
          'The API takes Show only for these owners. Set `owners` to ["self"] or ["shared"].',
      },
    ]);
    expect(nativeProblems(CLOUD, { native: { qcloud: { x: 'y' } } })).toEqual([]);
    expect(nativeProblems(CLOUD, {})).toEqual([]);
  });
});

describe('conditions that an API does not support', () => {
  const refused = (conditions: ImageAlternative, cloud = CLOUD) =>
    unsupportedBy(cloud, conditions, 'alicloud/x', ['anyOf', 0]).map(
      ({ path, message }) => `${path.join('.')}: ${message}`,
    );

  it('are named one by one', () => {
    expect(refused({ family: 'golden', tags: {}, cloudInit: false, instanceType: 'a' })).toEqual([
      'anyOf.0.tags: The image API of alicloud/x (Test Cloud) does not support filtering by tags. Remove alicloud from this query, or the condition.',
      'anyOf.0.cloudInit: The image API of alicloud/x (Test Cloud) does not support filtering by cloudInit. Remove alicloud from this query, or the condition.',
    ]);
    expect(refused({ distro: 'ubuntu' })).toEqual([]);
    expect(unsupportedBy(CLOUD, { cloudInit: true }, 'alicloud/x')[0]?.path).toEqual(['cloudInit']);
  });

  it('include an instance type whose architecture the table of the cloud does not have', () => {
    const instanceArchitecture = (type: string) => (type === 'a1' ? 'arm64' : undefined);
    const cloud: CloudDefinition = { ...CLOUD, instanceArchitecture };
    expect(refused({ instanceType: 'a1' }, cloud)).toEqual([]);
    expect(refused({ instanceType: 'b1', tags: {} }, cloud)).toEqual([
      expect.stringMatching(/^anyOf\.0\.tags: /),
      'anyOf.0.instanceType: The architecture of "b1" is not known at alicloud/x (Test Cloud), and its image API does not filter by instance type. Use architecture in place of instanceType.',
    ]);
    expect(refused({}, cloud)).toEqual([]);
    const without = { ...cloud, supports: { ...cloud.supports, instanceType: false } };
    expect(refused({ instanceType: 'b1' }, without)).toEqual([
      expect.stringMatching(/does not support filtering by instanceType\./),
    ]);
  });
});

describe('an account id', () => {
  it.each(['1234', '12345678901234567890'])('has 4 to 20 digits: %s', (id) => {
    expect(isAccount({ ...CLOUD, accountForm: undefined } as never, id)).toBe(true);
  });

  it.each(['123', '123456789012345678901', 'a1234', '1234b', ''])('is not %j', (id) => {
    expect(isAccount({ ...CLOUD, accountForm: undefined } as never, id)).toBe(false);
  });

  it('has the form that the cloud gives it', () => {
    expect(isAccount({ ...CLOUD, accountForm: /^[a-z]+$/ }, 'debian')).toBe(true);
    expect(isAccount({ ...CLOUD, accountForm: /^[a-z]+$/ }, '1234')).toBe(false);
  });
});

describe('a query that cannot be listed as a whole', () => {
  const target = { cloud: 'alicloud', region: 'cn-hangzhou' } as const;
  const issue = (query: ImageAlternative, cloud: CloudDefinition) => {
    const [criteria] = criteriaOf(query);
    if (criteria === undefined) throw new Error('a query has criteria');
    return scopeIssue(cloud, criteria, target);
  };

  it('is refused in the words of the cloud, unless it names ids', () => {
    const cloud: CloudDefinition = { ...CLOUD, tooWide: () => 'name an owner' };
    expect(issue({}, cloud)).toBe('alicloud/cn-hangzhou (Test Cloud): name an owner');
    expect(issue({ imageIds: ['a'] }, cloud)).toBeUndefined();
    expect(issue({}, { ...CLOUD, tooWide: () => undefined })).toBeUndefined();
    expect(issue({}, CLOUD)).toBeUndefined();
  });
});

describe('a target', () => {
  it('is global in a cloud without regions', () => {
    const cloud: CloudDefinition = { ...CLOUD, regions: 'global' };
    expect(targetIssue(cloud, 'global')).toBeUndefined();
    expect(targetIssue(cloud, 'eu-1')).toBe('Test Cloud has no regions. Write alicloud/global.');
    expect(targetIssue(CLOUD, 'eu-1')).toBeUndefined();
  });
});
