/** Writes the package schema to the file named: `node scripts/run-typescript.mjs … FILE`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { packageSchema } from './package-schema';

const [, , file] = process.argv;
if (file === undefined) throw new Error('usage: write-schema.ts FILE');
const { version } = JSON.parse(readFileSync('provider/package.json', 'utf8')) as {
  readonly version: string;
};
writeFileSync(file, `${JSON.stringify(packageSchema(version), undefined, 2)}\n`);
