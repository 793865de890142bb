/** Field table → Pulumi package schema, from which the SDKs of all languages are made. */
import { ANSWER_FIELDS, SINGLE_ANSWER_FIELDS } from '../../../provider/schema/answer-fields';
import { CONFIGURATION_FIELDS } from '../../../provider/schema/configuration-fields';
import type { Field, Fields, FieldType, ObjectType } from '../../../provider/schema/field';
import { QUERY_FIELDS } from '../../../provider/schema/query-fields';
import { GET_IMAGE_EXAMPLE, GET_IMAGES_EXAMPLE, PINNED_IMAGE_EXAMPLE } from './examples';
import { PIN_FIELDS, TRIGGERS_DOC } from './pin-fields';
import { isSecret } from '../../../provider/pulumi/server/provider-configuration';
import { TOKENS } from '../../../provider/pulumi/tokens';

/** JSON, as the schema of a Pulumi package holds it. */
type Json = Readonly<Record<string, unknown>>;

/**
 * The whole schema of the package.
 *
 * @see https://www.pulumi.com/docs/iac/extending-pulumi/schema/
 */
export function packageSchema(version: string): Json {
  const types = new Map<string, Json>();
  const properties = (fields: Fields): Json => propertiesOf(fields, types);

  const provider = properties(CONFIGURATION_FIELDS);
  const query = properties(QUERY_FIELDS);
  const pin = properties(PIN_FIELDS);
  const triggers = {
    type: 'array',
    items: { $ref: 'pulumi.json#/Any' },
    description: TRIGGERS_DOC,
  };
  const functions = {
    [TOKENS.getImages]: functionOf(
      `The machine images that a query means, in each of its targets.\n\n${GET_IMAGES_EXAMPLE}`,
      query,
      ANSWER_FIELDS,
      properties,
    ),
    [TOKENS.getImage]: functionOf(
      `The one machine image that a query means, over all of its targets. More than one is an error.\n\n${GET_IMAGE_EXAMPLE}`,
      query,
      SINGLE_ANSWER_FIELDS,
      properties,
    ),
  };
  return {
    name: 'cloudimages',
    displayName: 'Cloud Images',
    version,
    description:
      'Which machine image, in each of these clouds and regions, is the one I mean? Look-up and pinning for Alibaba Cloud, Tencent Cloud and Zenlayer.',
    keywords: ['pulumi', 'cloudimages', 'category/utility', 'kind/native'],
    license: 'Apache-2.0',
    publisher: 'cloudimages',
    meta: { supportPack: true },
    config: { variables: provider },
    provider: {
      description:
        'Where to look and with what credentials. What is not given comes from the environment and from the clouds’ own profile files.',
      inputProperties: provider,
    },
    types: Object.fromEntries([...types].toSorted(([a], [b]) => (a < b ? -1 : 1))),
    functions,
    resources: {
      [TOKENS.pinnedImage]: {
        description: `A machine image that stays the same until its query or a trigger changes, never because a newer image appeared. A refresh reports a newer image, and a pinned image that is deprecated or gone.\n\n${PINNED_IMAGE_EXAMPLE}`,
        inputProperties: { ...query, triggers },
        properties: { ...query, triggers, ...pin },
        required: requiredOf(PIN_FIELDS),
      },
    },
    language: {
      nodejs: { packageName: '@cloudimages/pulumi-plugin', respectSchemaVersion: true },
      python: { respectSchemaVersion: true, pyproject: { enabled: true } },
      go: { respectSchemaVersion: true, generateResourceContainerTypes: true },
      csharp: { respectSchemaVersion: true },
      java: { respectSchemaVersion: true },
    },
  };
}

function functionOf(
  description: string,
  query: Json,
  answer: Fields,
  properties: (fields: Fields) => Json,
): Json {
  return {
    description,
    inputs: { type: 'object', properties: query },
    outputs: {
      type: 'object',
      properties: { ...query, ...properties(answer) },
      required: requiredOf(answer),
    },
  };
}

function requiredOf(fields: Fields): readonly string[] {
  return Object.entries(fields).flatMap(([name, field]) => (field.required === true ? [name] : []));
}

function propertiesOf(fields: Fields, types: Map<string, Json>): Json {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, propertyOf(field, types)]),
  );
}

function propertyOf(field: Field, types: Map<string, Json>): Json {
  return {
    ...typeOf(field.type, types),
    description: describe(field),
    ...(isSecret(field) ? { secret: true } : {}),
  };
}

function typeOf(type: FieldType, types: Map<string, Json>): Json {
  if (typeof type === 'string') return { type };
  if ('list' in type) return { type: 'array', items: typeOf(type.list, types) };
  if ('map' in type) return { type: 'object', additionalProperties: typeOf(type.map, types) };
  return { $ref: `#/types/${tokenOf(type.object, types)}` };
}

/** The token of an object type, which is written down on the way. */
function tokenOf(object: ObjectType, types: Map<string, Json>): string {
  const token = `cloudimages:index:${object.name}`;
  if (!types.has(token)) {
    types.set(token, {});
    types.set(token, {
      type: 'object',
      description: object.doc,
      properties: propertiesOf(object.fields, types),
      required: requiredOf(object.fields),
    });
  }
  return token;
}

/** The schema has no place for a default that only people read, nor for a set of words. */
function describe(field: Field): string {
  const words = field.values?.map((word) => `\`${word}\``).join(', ');
  return [
    field.doc,
    ...(words === undefined ? [] : [`One of ${words}.`]),
    ...(field.default === undefined ? [] : [`Default: ${field.default}.`]),
  ].join(' ');
}
