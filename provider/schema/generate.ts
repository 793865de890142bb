/**
 * Writes every file that is made from the field table. `npm run generate` runs it, and the gate
 * checks that running it changes nothing.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { ANSWER_FIELDS, SINGLE_ANSWER_FIELDS } from './answer-fields';
import { CONFIGURATION_FIELDS } from './configuration-fields';
import type { ObjectType } from './field';
import { IMAGE_TYPE } from './image-fields';
import { QUERY_FIELDS } from './query-fields';
import { toTypeScript } from './to-typescript';

const HEADER =
  '// Made from the field table in provider/schema by `npm run generate`. Do not edit.\n';

const query: ObjectType = {
  name: 'ImageQuery',
  doc: 'Which machine image is meant: plain data, the same in every front. All fields are optional.',
  fields: QUERY_FIELDS,
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

function write(file: string, text: string): void {
  writeFileSync(path.resolve(file), text);
}

function typesFile(objects: readonly ObjectType[], direction: 'input' | 'output'): string {
  const { text, words } = toTypeScript(objects, { direction });
  const imports =
    words.length === 0 ? '' : `import type { ${words.join(', ')} } from './words';\n\n`;
  return `${HEADER}${imports}${text}`;
}

write('provider/image/query.generated.ts', typesFile([query], 'input'));
write(
  'provider/image/answer.generated.ts',
  typesFile([IMAGE_TYPE, answer, singleAnswer], 'output'),
);
write('provider/schema/configuration.generated.ts', typesFile([configuration], 'input'));
