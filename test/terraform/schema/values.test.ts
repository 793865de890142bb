import { ANSWER_FIELDS } from '../../../provider/schema/answer-fields';
import { QUERY_FIELDS } from '../../../provider/schema/query-fields';
import { UNKNOWN, type CtyObject } from '../../../provider/terraform/cty/value';
import { fromPlain, toPlain } from '../../../provider/terraform/schema/values';
import { inTerraformWords } from '../../../provider/terraform/schema/words';

describe('arguments', () => {
  test('become a query: other names, without the absent', () => {
    const config = {
      name_regex: '^a',
      distro: null,
      nth: 2,
      optional: false,
      native: { alicloud: { ImageOwnerAlias: 'system' } },
      tags: { createdAt: 'as_it_is' },
      any_of: [{ os_type: 'linux', os_version: null }, null],
      image: { not: 'an argument' },
    };
    expect(toPlain(config, QUERY_FIELDS)).toEqual({
      nameRegex: '^a',
      nth: 2,
      optional: false,
      native: { alicloud: { ImageOwnerAlias: 'system' } },
      tags: { createdAt: 'as_it_is' },
      anyOf: [{ osType: 'linux' }, {}],
    });
  });

  test('that are not known yet are left out, and nothing else moves', () => {
    const config: CtyObject = {
      name: UNKNOWN,
      targets: ['alicloud/cn-hangzhou', UNKNOWN],
      tags: { team: UNKNOWN },
      any_of: [UNKNOWN, { os_type: 'linux', name: UNKNOWN }],
    };
    expect(toPlain(config, QUERY_FIELDS)).toEqual({ anyOf: [{}, { osType: 'linux' }] });
    expect(toPlain({ any_of: UNKNOWN }, QUERY_FIELDS)).toEqual({});
  });
});

describe('an answer', () => {
  test('becomes attributes: other names, null for the absent, texts in our words', () => {
    const answer = {
      id: 'digest',
      ids: ['createdAt'],
      images: [
        {
          id: 'm-1',
          osType: 'linux',
          tags: { osType: 'osType' },
          inferred: ['osVersion'],
          sizeGiB: 2.5,
        },
      ],
      idByTarget: { 'alicloud/cn-hangzhou': 'm-1' },
      warnings: [{ code: 'mixed-recency', message: 'no createdAt' }],
      explanation: { text: 'osType(linux)', targets: [] },
    };
    const attributes = fromPlain(answer, ANSWER_FIELDS);
    expect(attributes).toMatchObject({
      id: 'digest',
      ids: ['createdAt'],
      id_by_target: { 'alicloud/cn-hangzhou': 'm-1' },
      any_of_index: null,
      warnings: [{ code: 'mixed-recency', target: null, message: 'no created_at' }],
      explanation: { text: 'os_type(linux)', targets: [] },
    });
    expect(attributes['images']).toEqual([
      expect.objectContaining({
        id: 'm-1',
        os_type: 'linux',
        name: null,
        tags: { osType: 'osType' },
        inferred: ['os_version'],
        size_gib: 2.5,
      }),
    ]);
  });
});

describe('a text', () => {
  test.each([
    [
      'Set `mostRecent`, or nameRegex and sizeGiB.',
      'Set `most_recent`, or name_regex and size_gib.',
    ],
    ["Zenlayer's instanceTypeId, and AccessKey.", "Zenlayer's instanceTypeId, and AccessKey."],
    ['~/.aliyun/config.json and myImageIds', '~/.aliyun/config.json and myImageIds'],
  ])('has our fields in snake_case: %s', (text, expected) => {
    expect(inTerraformWords(text)).toBe(expected);
  });

  test('keeps the columns of an explanation in line', () => {
    const text = [
      'alicloud/cn-hangzhou: 9 images listed',
      '  status(available)         removed 0, 9 left',
      '  osType(linux)             removed 1, 8 left',
      '  includeDeprecated(false)  removed 2 (1 with no known value), 6 left',
      '  no match',
    ];
    expect(inTerraformWords(text.join('\n')).split('\n')).toEqual([
      'alicloud/cn-hangzhou: 9 images listed',
      '  status(available)          removed 0, 9 left',
      '  os_type(linux)             removed 1, 8 left',
      '  include_deprecated(false)  removed 2 (1 with no known value), 6 left',
      '  no match',
    ]);
  });

  test('of any length is read in linear time', () => {
    const text = `a${'A'.repeat(200_000)}_`;
    expect(inTerraformWords(text)).toBe(text);
  });
});
