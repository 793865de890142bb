/** Schemas for the wire. */
import { typeToJson, type CtyType } from '../cty/type';
import {
  Nesting,
  TextKind,
  type Attribute as WireAttribute,
  type FunctionSignature,
  type GetProviderSchemaResponse,
  type Schema,
} from '../protocol/provider.generated';
import { isNested, type Attribute, type BlockSchema } from '../schema/attribute';
import type { ProviderFunction } from '../server/parts';
import type { TerraformProvider } from '../provider';

/** The answer to GetProviderSchema. */
export function toWireSchema(provider: TerraformProvider): GetProviderSchemaResponse {
  const schemas = (
    of: Readonly<Record<string, { readonly schema: BlockSchema }>>,
  ): Record<string, Schema> => mapValues(of, ({ schema }) => toSchema(schema));
  return {
    provider: toSchema(provider.schema),
    dataSourceSchemas: schemas(provider.dataSources),
    resourceSchemas: schemas(provider.resources),
    functions: toWireFunctions(provider),
    serverCapabilities: { planDestroy: false, getProviderSchemaOptional: true },
    diagnostics: [],
  };
}

export function toWireFunctions({
  functions,
}: Pick<TerraformProvider, 'functions'>): Record<string, FunctionSignature> {
  return mapValues(functions, toFunction);
}

function toSchema({ version, description, attributes }: BlockSchema): Schema {
  return {
    version,
    block: {
      version,
      attributes: attributes.map(toAttribute),
      description,
      descriptionKind: TextKind.MARKDOWN,
    },
  };
}

function toAttribute({ name, type, mode, sensitive, description }: Attribute): WireAttribute {
  return {
    name,
    type: isNested(type) ? Buffer.alloc(0) : typeBytes(type),
    nestedType: isNested(type)
      ? {
          attributes: type.attributes.map(toAttribute),
          nesting: type.nesting === 'single' ? Nesting.SINGLE : Nesting.LIST,
        }
      : undefined,
    description,
    descriptionKind: TextKind.MARKDOWN,
    required: false,
    optional: mode === 'optional',
    computed: mode === 'computed',
    sensitive,
  };
}

function toFunction(of: ProviderFunction): FunctionSignature {
  return {
    summary: of.summary,
    description: of.description,
    descriptionKind: TextKind.MARKDOWN,
    parameters: of.parameters.map(({ name, type, description }) => ({
      name,
      type: typeBytes(type),
      description,
      descriptionKind: TextKind.MARKDOWN,
    })),
    return: { type: typeBytes(of.returns) },
  };
}

function typeBytes(type: CtyType): Buffer {
  return Buffer.from(JSON.stringify(typeToJson(type)));
}

function mapValues<From, To>(
  record: Readonly<Record<string, From>>,
  map: (value: From) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}
