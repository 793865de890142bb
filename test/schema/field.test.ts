import { IMAGE_FIELDS } from '../../provider/schema/image-fields';
import { checkFields } from '../../provider/schema/check-fields';
import { ANSWER_FIELDS } from '../../provider/schema/answer-fields';
import { CONFIGURATION_FIELDS } from '../../provider/schema/configuration-fields';
import {
  firstSentence,
  kebabCase,
  snakeCase,
  type Field,
  type Fields,
  type FieldType,
} from '../../provider/schema/field';
import { QUERY_FIELDS } from '../../provider/schema/query-fields';

const TABLES: Readonly<Record<string, Fields>> = {
  query: QUERY_FIELDS,
  image: IMAGE_FIELDS,
  answer: ANSWER_FIELDS,
  configuration: CONFIGURATION_FIELDS,
};

/** Every field of a table, those inside objects too. */
function allFields(fields: Fields, path: string): readonly (readonly [string, Field])[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const at = `${path}.${name}`;
    const inner = objectIn(field.type);
    return [[at, field] as const, ...(inner === undefined ? [] : allFields(inner, at))];
  });
}

function objectIn(type: FieldType): Fields | undefined {
  if (typeof type === 'string') return undefined;
  if ('object' in type) return type.object.fields;
  return objectIn('list' in type ? type.list : type.map);
}

const EVERY = Object.entries(TABLES).flatMap(([name, fields]) => allFields(fields, name));

describe('the field table', () => {
  it.each(EVERY)('says what %s is', (_, { doc }) => {
    expect(doc).toMatch(/[.:]$/);
    expect(firstSentence(doc).length).toBeGreaterThan(4);
  });

  it.each(EVERY.filter(([, { values }]) => values !== undefined))(
    'has each word of %s once',
    (_, { values = [] }) => {
      expect(new Set(values).size).toBe(values.length);
      expect(values.length).toBeGreaterThan(1);
    },
  );

  it('has a name in every writing that no other field of its object has', () => {
    for (const fields of Object.values(TABLES)) {
      const names = Object.keys(fields);
      for (const write of [snakeCase, kebabCase]) {
        expect(new Set(names.map(write)).size).toBe(names.length);
      }
    }
  });

  it('marks every secret of the configuration', () => {
    const inputs = allFields(CONFIGURATION_FIELDS, 'configuration');
    const secrets = inputs.filter(([name]) => /key|secret|token|password/i.test(name));
    expect(secrets.length).toBeGreaterThan(8);
    for (const [, field] of secrets) expect(field.secret).toBe(true);
  });
});

describe('names', () => {
  it.each([
    ['nameRegex', 'name_regex', 'name-regex'],
    ['sizeGiB', 'size_gib', 'size-gib'],
    ['minDiskGiB', 'min_disk_gib', 'min-disk-gib'],
    ['anyOf', 'any_of', 'any-of'],
    ['id', 'id', 'id'],
  ])('write %s as %s and %s', (camel, snake, kebab) => {
    expect(snakeCase(camel)).toBe(snake);
    expect(kebabCase(camel)).toBe(kebab);
  });

  it.each([
    ['One. Two.', 'One.'],
    ['What it is: more of it.', 'What it is.'],
    ['Versions such as 22.04 too. More.', 'Versions such as 22.04 too.'],
    ['No end', 'No end'],
  ])('have a first sentence: %s', (doc, sentence) => {
    expect(firstSentence(doc)).toBe(sentence);
  });
});

describe('checkFields', () => {
  const inner: Fields = { sizeGiB: { type: 'number', doc: '' } };
  const fields: Fields = {
    text: { type: 'string', doc: '' },
    count: { type: 'integer', doc: '' },
    flag: { type: 'boolean', doc: '' },
    disks: { type: { list: { object: { name: 'Disk', doc: '', fields: inner } } }, doc: '' },
    tags: { type: { map: 'string' }, doc: '' },
  };

  it('finds nothing wrong with data of the right shapes, and takes null for absent', () => {
    const data = { text: '', count: 0, flag: false, disks: [{ sizeGiB: 0.5 }], tags: { a: '' } };
    expect(checkFields(fields, data)).toEqual([]);
    expect(checkFields(fields, { text: null, disks: [{ sizeGiB: undefined }] })).toEqual([]);
  });

  it('reports every problem with its path, and never a value, which may be a secret', () => {
    const data = { text: 1, count: 1.5, flag: 'yes', disks: [{}, { sizeGib: 1 }, 7], tags: ['a'] };
    expect(checkFields(fields, data, ['x'])).toEqual([
      { path: ['x', 'text'], message: 'must be a string, not a number.' },
      { path: ['x', 'count'], message: 'must be a whole number, not a number.' },
      { path: ['x', 'flag'], message: 'must be true or false, not a string.' },
      {
        path: ['x', 'disks', 1, 'sizeGib'],
        message: 'There is no field "sizeGib". Did you mean "sizeGiB"? The fields are sizeGiB.',
      },
      {
        path: ['x', 'disks', 2],
        message: 'must be an object with fields such as sizeGiB, not a number.',
      },
      { path: ['x', 'tags'], message: 'must be a map, not a list.' },
    ]);
    expect(checkFields(fields, 'x')).toEqual([
      { path: [], message: 'must be an object with fields such as text and count, not a string.' },
    ]);
    expect(checkFields(fields, { toString: 'x' })).toHaveLength(1);
  });
});
