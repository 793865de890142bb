/**
 * Writes every file that is made from the field table. `npm run generate` runs it, and the gate
 * checks that running it changes nothing.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { version } from '../../provider/package.json';
import { ANSWER_FIELDS, SINGLE_ANSWER_FIELDS } from '../../provider/schema/answer-fields';
import { CONFIGURATION_FIELDS } from '../../provider/schema/configuration-fields';
import type { ObjectType } from '../../provider/schema/field';
import { IMAGE_TYPE } from '../../provider/schema/image-fields';
import { ALTERNATIVE_TYPE, QUERY_FIELDS } from '../../provider/schema/query-fields';
import { NAMED_QUERY_TYPE, PROJECT_FIELDS } from '../../provider/schema/project-fields';
import { toJsonSchema } from './to-json-schema';
import { toMarkdown } from './to-markdown';
import { toTypeScript } from './to-typescript';

const HEADER =
  '// Made from the field table in provider/schema by `npm run generate`. Do not edit.\n';

const query: ObjectType = {
  name: 'ImageQuery',
  doc: 'Which machine image is meant: plain data, the same in every front. All fields are optional.',
  fields: QUERY_FIELDS,
  extends: ALTERNATIVE_TYPE,
};
const answer: ObjectType = {
  name: 'ImagesAnswer',
  doc: 'What `getImages` answers.',
  fields: ANSWER_FIELDS,
};
const singleAnswer: ObjectType = {
  name: 'ImageAnswer',
  doc: 'What `getImage` answers: exactly one image.',
  fields: SINGLE_ANSWER_FIELDS,
};
const configuration: ObjectType = {
  name: 'Configuration',
  doc: 'How the engine is set up. All of it is optional.',
  fields: CONFIGURATION_FIELDS,
};

/** The fields of a query have a page of their own. */
const { policies } = NAMED_QUERY_TYPE.fields;
const projectFile: ObjectType = {
  name: 'ProjectFile',
  doc: 'All fields are optional.',
  fields: {
    ...PROJECT_FIELDS,
    images: {
      ...PROJECT_FIELDS.images,
      type: {
        map: {
          object: {
            ...NAMED_QUERY_TYPE,
            doc: 'All fields of [the query](query.md) but `query`, spelled as in TypeScript, and:',
            fields: policies === undefined ? {} : { policies },
          },
        },
      },
    },
  },
};

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
  writeFileSync(path.resolve(file), text);
}

function typesFile(
  objects: readonly ObjectType[],
  direction: 'input' | 'output',
  wordsFrom = './words',
): string {
  const { text, words } = toTypeScript(objects, { direction });
  const imports =
    words.length === 0 ? '' : `import type { ${words.join(', ')} } from '${wordsFrom}';\n\n`;
  return `${HEADER}${imports}${text}`;
}

write('provider/image/query.generated.ts', typesFile([query], 'input'));
write(
  'provider/image/answer.generated.ts',
  typesFile([IMAGE_TYPE, answer, singleAnswer], 'output'),
);
write(
  'provider/schema/configuration.generated.ts',
  typesFile([configuration], 'input', '../image/words'),
);

write(
  'provider/release.generated.ts',
  `// Made from provider/package.json by \`npm run generate\`. Do not edit.\n/** The release of cloudimages. */\nexport const RELEASE = '${version}';\n`,
);

write(
  'provider/cloudimages.schema.json',
  `${JSON.stringify(toJsonSchema('cloudimages.json', 'https://github.com/cloudimages/cloudimages/blob/main/provider/cloudimages.schema.json', PROJECT_FIELDS), undefined, 2)}\n`,
);

write(
  'docs/reference/cloudimages-json.md',
  toMarkdown(
    'cloudimages.json',
    'Every field of the file, written in JSON. It is read by every front end; [Pin images](../pinning.md) says how it is found and used. It comes with a repository and is not trusted: endpoints, credentials, profiles, proxies and publishers are errors in it. `"$schema"` gives completion and checks in editors.',
    projectFile,
    { json: true },
  ),
);

write(
  'docs/reference/query.md',
  toMarkdown(
    'The query',
    'What can be asked. The same fields in every front: as written here in TypeScript, Pulumi and the library, in snake_case in Terraform, as `--kebab-case` flags on the command line.',
    query,
  ),
);
write(
  'docs/reference/answer.md',
  toMarkdown('The answer', 'What `getImages` answers, in every front.', answer),
);
write(
  'docs/reference/configuration.md',
  toMarkdown('The configuration', 'How a front is set up. All of it is optional.', configuration),
);
