/**
 * Writes the argument and answer types of the Node.js SDK from the field table.
 *
 * Run from the root of the repository: `node scripts/run-typescript.mjs scripts/generate/pulumi-sdk.ts`
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { sdkAnswers, sdkArgs } from './pulumi-sdk-types';

function write(file: string, text: string): void {
  writeFileSync(path.resolve(file), text);
}

write('sdk/pulumi/args.generated.ts', sdkArgs());
write('sdk/pulumi/answers.generated.ts', sdkAnswers());
