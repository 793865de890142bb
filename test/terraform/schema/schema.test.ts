import type { CloudDefinition } from '../../../provider/clouds/definition/cloud-definition';
import { CLOUDS } from '../../../provider/clouds/index';
import { snakeCase } from '../../../provider/schema/field';
import { isNested, type Attribute } from '../../../provider/terraform/schema/attribute';
import { printSchemaJson } from '../../../provider/terraform/schema-json';
import { TERRAFORM_ADDRESS } from '../../../provider/cli/terraform-package/source';
import { createProvider } from '../../../provider/terraform/provider';
import { expectGolden } from '../../golden/golden';
import { fakeParts } from '../harness/fake-parts';

const provider = createProvider(fakeParts());
const blocks = {
  'the provider': provider.schema,
  ...Object.fromEntries(
    [...Object.entries(provider.dataSources), ...Object.entries(provider.resources)].map(
      ([name, { schema }]) => [name, schema],
    ),
  ),
};

function everyAttribute(attributes: readonly Attribute[]): readonly Attribute[] {
  return attributes.flatMap((attribute) => [
    attribute,
    ...(isNested(attribute.type) ? everyAttribute(attribute.type.attributes) : []),
  ]);
}

test('the schema, as binding generators read it', () => {
  const json = printSchemaJson(TERRAFORM_ADDRESS, provider);
  expectGolden('terraform/schema.json', JSON.stringify(json, null, 2));
});

describe.each(Object.entries(blocks))('%s', (_name, { attributes, description }) => {
  test('has no argument with the name of a result', () => {
    const names = attributes.map(({ name }) => name);
    expect(names).toEqual([...new Set(names)]);
  });

  test('has names that Terraform takes, and not those that it keeps for itself', () => {
    const names = everyAttribute(attributes).map(({ name }) => name);
    expect(names.filter((name) => !/^[a-z][a-z0-9_]*$/.test(name))).toEqual([]);
    const reserved = [
      'connection',
      'count',
      'depends_on',
      'for_each',
      'lifecycle',
      'provider',
      'provisioner',
    ];
    expect(attributes.filter(({ name }) => reserved.includes(name))).toEqual([]);
  });

  test('is documented throughout', () => {
    expect(description).not.toBe('');
    const without = everyAttribute(attributes).filter((attribute) => attribute.description === '');
    expect(without.map(({ name }) => name)).toEqual([]);
  });
});

/** The names of a cloud's credential fields, as Terraform writes them. */
function credentialFields({ configuration }: CloudDefinition): string[] {
  return Object.entries(configuration.credentials ?? {}).flatMap(([name, { isSecret }]) =>
    isSecret === false ? [] : [snakeCase(name)],
  );
}

test('what is secret is sensitive, and nothing else', () => {
  const sensitive = everyAttribute(provider.schema.attributes).filter((each) => each.sensitive);
  expect([...new Set(sensitive.map(({ name }) => name))].toSorted()).toEqual(
    expect.arrayContaining(['access_key', 'secret_key', 'token']),
  );
  expect([...new Set(sensitive.map(({ name }) => name))].toSorted()).toEqual(
    // The URL of a cache server may contain a password.
    [...new Set(['store', ...Object.values(CLOUDS).flatMap(credentialFields)])].toSorted(),
  );
});
