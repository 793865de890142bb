/** cloudimages.schema.json, as a validator of its own reads it, beside the reader of the file. */
import fs from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv';
import fc from 'fast-check';
import { describeError } from '../../provider/errors/describe-error';
import { parseProject } from '../../provider/project/project-file';
import type { Field, Fields, FieldType } from '../../provider/schema/field';
import { PROJECT_FIELDS } from '../../provider/schema/project-fields';

const FILE = path.resolve(__dirname, '../../provider/cloudimages.schema.json');
const validate = new Ajv({ strict: true, allErrors: true }).compile(
  JSON.parse(fs.readFileSync(FILE, 'utf8')),
);

const bySchema = (file: unknown): boolean => validate(file);
/** What the reader says; empty where it accepts the file. */
function problems(file: unknown): string {
  try {
    parseProject(JSON.stringify(file), 'cloudimages.json');
    return '';
  } catch (error) {
    return describeError(error).detail;
  }
}

const WEB = { distro: 'ubuntu', osVersion: '22.04', architecture: 'x86_64', mostRecent: true };
const A = 'alicloud/cn-hangzhou';

describe('valid files', () => {
  it.each<[string, object]>([
    ['an empty file', {}],
    [
      'the file of the documentation',
      {
        $schema: './node_modules/cloudimages/cloudimages.schema.json',
        targets: [A, 'tencentcloud/ap-singapore'],
        images: { web: WEB },
        policies: { maxAge: '180d', deprecated: 'fail' },
        lock: 'required',
      },
    ],
    [
      'alternatives, native parameters and policies of one image',
      {
        images: {
          'db-2': {
            anyOf: [{ distro: 'rocky' }, { distro: 'almalinux', osVersion: '>=9 <10' }],
            native: { alicloud: { Usage: 'instance' } },
            tags: { team: 'web' },
            nth: 2,
            policies: { stayOn: 'release', owners: ['public'], deniedIds: ['m-1'], minAge: '7d' },
          },
        },
      },
    ],
  ])('%s passes both', (_, file) => {
    expect([bySchema(file), problems(file)]).toEqual([true, '']);
  });
});

describe('invalid files', () => {
  it.each<[string, unknown, string]>([
    ['an unknown field', { image: {} }, 'image'],
    ['a field of the configuration', { alicloud: {} }, 'alicloud'],
    [
      'a query with an unknown field',
      { images: { web: { distribution: 'ubuntu' } } },
      'distribution',
    ],
    ['a name in place of a query', { images: { web: { query: 'other' } } }, 'query'],
    ['a name with a space', { images: { 'my web': WEB } }, 'my web'],
    ['a number in place of a version', { images: { web: { osVersion: 22.04 } } }, 'osVersion'],
    ['a target in place of targets', { targets: A }, 'targets'],
    ['another lock mode', { lock: 'frozen' }, 'lock'],
    ['a duration without a unit', { policies: { maxAge: '90' } }, 'maxAge'],
    ['an unknown policy', { images: { web: { policies: { deny: [] } } } }, 'deny'],
    ['null in place of images', { images: null }, 'images'],
    ['null in a query', { images: { web: { ...WEB, name: null } } }, 'images.web.name'],
    ['null in place of policies', { policies: null }, 'policies'],
    ['a list in place of the file', [], ''],
  ])('%s fails both, and the reader names the place', (_, file, place) => {
    expect(bySchema(file)).toBe(false);
    expect(problems(file)).toContain(place);
    expect(problems(file)).not.toBe('');
  });
});

/** Strings that the reader accepts in fields of which it checks more than the shape. */
const STRINGS: Readonly<Record<string, string>> = {
  ...{ distro: 'ubuntu', osVersion: '22.04', language: 'en', edition: 'datacenter' },
  ...{ createdAfter: '2024-01-01T00:00:00Z', createdBefore: '2026-01-01T00:00:00Z' },
  ...{
    minAge: '7d',
    maxAge: '90d',
    ttl: '5m',
    grace: '1h',
    nameRegex: '^ubuntu',
    excludeNameRegex: 'gpu',
  },
  ...{ targets: A, owners: 'public' },
};

/** A value that fits a field, or any other JSON value once in a while. */
function valueOf(name: string, { type, values }: Field): fc.Arbitrary<unknown> {
  const fitting =
    values === undefined
      ? fittingOf(name, type)
      : fc.oneof(
          { arbitrary: fc.constantFrom(...values), weight: 40 },
          { arbitrary: fc.constant('no such word'), weight: 1 },
        );
  return fc.oneof(
    { arbitrary: fitting, weight: 60 },
    { arbitrary: fc.constantFrom(...misfitsOf(type)), weight: 1 },
  );
}

/** Values of other types. */
function misfitsOf(type: FieldType): readonly unknown[] {
  const isList = typeof type === 'object' && 'list' in type;
  const others: readonly unknown[] = [null, 1.5, 'text', true, [1], { a: 1 }];
  return others.filter((value) => {
    if (type === 'string') return typeof value !== 'string';
    if (type === 'boolean') return typeof value !== 'boolean';
    return !isList || value !== null;
  });
}

function fittingOf(name: string, type: FieldType): fc.Arbitrary<unknown> {
  if (type === 'string') return fc.constant(STRINGS[name] ?? 'm-1');
  if (type === 'boolean') return fc.boolean();
  if (type === 'integer' || type === 'number') return fc.integer({ min: 1, max: 9 });
  if ('list' in type) {
    const member = fittingOf(name, type.list);
    return fc.array(member, { minLength: 1, maxLength: 2 });
  }
  if ('map' in type) {
    const keys =
      name === 'images'
        ? fc.oneof(
            { arbitrary: fc.constantFrom('web', 'db-2', 'A_1', 'a'.repeat(63)), weight: 20 },
            { arbitrary: fc.constantFrom('1st', 'with space', '', 'b'.repeat(64)), weight: 1 },
          )
        : fc.constant(name === 'native' ? 'alicloud' : 'Usage');
    return fc
      .array(fc.tuple(keys, fittingOf(name === 'native' ? '' : name, type.map)), { maxLength: 2 })
      .map((entries) => Object.fromEntries(entries));
  }
  return objectOf(type.object.fields);
}

function objectOf(fields: Fields): fc.Arbitrary<unknown> {
  const known = Object.entries(fields).map(([name, field]) =>
    valueOf(name, field).map((value) => [[name, value] as const]),
  );
  const unknown = fc
    .tuple(fc.nat(60), fc.constantFrom('Distro', 'endpoint', 'images ', 'query'))
    .map(([chance, name]) => (chance === 0 ? [[name, 'web'] as const] : []));
  return fc
    .tuple(fc.constantFrom(1, 2, 4, 20), ...known.map((one) => fc.tuple(fc.nat(19), one)), unknown)
    .map(([most, ...entries]) => {
      const last = entries.at(-1) as readonly (readonly [string, unknown])[];
      const some = entries.slice(0, -1) as readonly (readonly [number, typeof last])[];
      return Object.fromEntries([
        ...some.flatMap(([chance, entry]) => (chance < most ? entry : [])),
        ...last,
      ]);
    });
}

/** Rules over several fields, which are not in the schema. */
const BEYOND_SCHEMA = /so mostRecent must not be false|must have at least one condition/;

describe('random files', () => {
  const file = objectOf(PROJECT_FIELDS);

  it('pass the schema exactly if the reader accepts them', () => {
    fc.assert(
      fc.property(file, (data) => {
        const said = problems(data)
          .split('\n')
          .filter((line) => line.startsWith('  ') && !BEYOND_SCHEMA.test(line));
        expect({ data, said, valid: bySchema(data) }).toEqual({
          ...{ data, said, valid: said.length === 0 },
        });
      }),
      { numRuns: 1000 },
    );
  });

  it('are valid and invalid often enough to say something', () => {
    const samples = fc.sample(file, { numRuns: 500, seed: 1 });
    const valid = samples.filter((data) => problems(data) === '').length;
    expect(valid).toBeGreaterThan(100);
    expect(valid).toBeLessThan(400);
  });
});
