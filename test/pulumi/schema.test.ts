import { CLOUD_IDS } from '../../provider/image/words';
import fs from 'node:fs';
import path from 'node:path';
import { packageSchema } from '../../scripts/generate/pulumi-schema/package-schema';

const ROOT = path.resolve(__dirname, '../..');

function everyRef(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(everyRef);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) =>
    key === '$ref' ? [String(member)] : everyRef(member),
  );
}

test('the package schema is the one that was looked at', () => {
  const golden = path.join(ROOT, 'test/golden/pulumi/schema.json');
  const text = `${JSON.stringify(packageSchema('0.1.0'), undefined, 2)}\n`;
  if (process.env['UPDATE_GOLDEN'] === '1') fs.writeFileSync(golden, text);
  expect(text).toBe(fs.readFileSync(golden, 'utf8'));
});

test('every type that the schema refers to is in it', () => {
  const schema = packageSchema('0.1.0');
  const types = Object.keys(schema['types'] as object).map((token) => `#/types/${token}`);
  const refs = new Set(everyRef(schema));
  refs.delete('pulumi.json#/Any');
  expect([...refs].toSorted()).toEqual(types.toSorted());
});

test('whatever may hold credentials is a secret at the top level, where SDKs look', () => {
  const { config } = packageSchema('0.1.0') as {
    config: { variables: Record<string, { secret?: boolean }> };
  };
  const secrets = Object.entries(config.variables).filter(([, { secret }]) => secret === true);
  expect(secrets.map(([name]) => name)).toEqual(['cache', ...CLOUD_IDS]);
});
