/** Field table → the argument and result types of `@cloudimages/pulumi`. */
import { ANSWER_FIELDS, SINGLE_ANSWER_FIELDS } from '../../provider/schema/answer-fields';
import { CONFIGURATION_FIELDS } from '../../provider/schema/configuration-fields';
import type { ObjectType } from '../../provider/schema/field';
import { QUERY_FIELDS } from '../../provider/schema/query-fields';
import { toTypeScript } from './to-typescript';
import { PINNED_DETAILS } from './pulumi-schema/pin-fields';

const HEADER =
  '// Made from the field table in provider/schema by scripts/generate/pulumi-sdk.ts. Do not edit.\n';

const input = (type: string): string => `pulumi.Input<${type}>`;

const imagesArgs: ObjectType = {
  name: 'GetImagesArgs',
  doc: 'Which machine images are meant. All fields are optional.',
  fields: QUERY_FIELDS,
};

const configuration: ObjectType = {
  name: 'Configuration',
  doc: 'Where to look and with what credentials. What is not given comes from the stack’s configuration in the namespace `cloudimages`, then from the environment.',
  fields: CONFIGURATION_FIELDS,
};

/** Plain arguments, and the same where any value may be an `Input`. */
export function sdkArgs(): string {
  const plain = toTypeScript([imagesArgs, configuration], {
    direction: 'input',
    inlineWords: true,
  });
  const inputs = toTypeScript([imagesArgs, configuration], {
    direction: 'input',
    inlineWords: true,
    wrap: input,
    rename: (name) => (name === 'GetImagesArgs' ? 'GetImagesOutputArgs' : `${name}Input`),
  });
  return [
    `${HEADER}import type * as pulumi from '@pulumi/pulumi';\n`,
    plain.text,
    inputs.text,
    '/** Which one machine image is meant. All fields are optional. */',
    'export type GetImageArgs = GetImagesArgs;\n',
    '/** Which one machine image is meant. All fields are optional. */',
    'export type GetImageOutputArgs = GetImagesOutputArgs;\n',
  ].join('\n');
}

/** What the functions answer, without the arguments that they echo. */
export function sdkAnswers(): string {
  const { text } = toTypeScript(
    [
      {
        name: 'ImagesAnswer',
        doc: 'What a query for any number of images means.',
        fields: ANSWER_FIELDS,
      },
      {
        name: 'ImageAnswer',
        doc: 'What a query for one image means.',
        fields: SINGLE_ANSWER_FIELDS,
      },
      PINNED_DETAILS,
    ],
    { direction: 'output', inlineWords: true },
  );
  return `${HEADER}${text}`;
}
