/** The provider's schema as `terraform providers schema -json` prints it, without Terraform. */
import { typeToJson } from './cty/type';
import type { ProviderFunction } from './server/parts';
import type { TerraformProvider } from './provider';
import { isNested, type Attribute, type BlockSchema } from './schema/attribute';

/** A JSON object of Terraform's own format. */
export type SchemaJson = Readonly<Record<string, unknown>>;

/**
 * What binding generators read.
 *
 * @param address - such as `registry.terraform.io/cloudimages/cloudimages`
 * @see https://developer.hashicorp.com/terraform/cli/commands/providers/schema
 */
export function printSchemaJson(
  address: string,
  provider: Pick<TerraformProvider, 'schema' | 'dataSources' | 'resources' | 'functions'>,
): SchemaJson {
  return {
    format_version: '1.0',
    provider_schemas: {
      [address]: {
        provider: blockJson(provider.schema),
        resource_schemas: mapValues(provider.resources, ({ schema }) => blockJson(schema)),
        data_source_schemas: mapValues(provider.dataSources, ({ schema }) => blockJson(schema)),
        functions: mapValues(provider.functions, functionJson),
      },
    },
  };
}

function blockJson({ version, description, attributes }: BlockSchema): SchemaJson {
  return {
    version,
    block: {
      attributes: attributesJson(attributes),
      description,
      description_kind: 'markdown',
    },
  };
}

function attributesJson(attributes: readonly Attribute[]): SchemaJson {
  return Object.fromEntries(
    attributes.map((attribute) => [attribute.name, attributeJson(attribute)]),
  );
}

function attributeJson({ type, mode, sensitive, description }: Attribute): SchemaJson {
  return {
    ...(isNested(type)
      ? {
          nested_type: {
            attributes: attributesJson(type.attributes),
            nesting_mode: type.nesting,
          },
        }
      : { type: typeToJson(type) }),
    description,
    description_kind: 'markdown',
    [mode]: true,
    ...(sensitive ? { sensitive } : {}),
  };
}

function functionJson({ summary, description, parameters, returns }: ProviderFunction): SchemaJson {
  return {
    description,
    summary,
    return_type: typeToJson(returns),
    parameters: parameters.map(({ name, type, description: about }) => ({
      name,
      description: about,
      type: typeToJson(type),
    })),
  };
}

function mapValues<From>(
  record: Readonly<Record<string, From>>,
  map: (value: From) => SchemaJson,
): SchemaJson {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}
