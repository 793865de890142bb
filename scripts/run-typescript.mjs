// Runs a TypeScript file with Node: bundled by esbuild in memory, so that no build has to come first.
import { build } from 'esbuild';
import { createRequire } from 'node:module';
import path from 'node:path';
import vm from 'node:vm';

const [entry, ...args] = process.argv.slice(2);
if (entry === undefined) {
  console.error('usage: node scripts/run-typescript.mjs FILE.ts [ARGUMENT...]');
  process.exit(2);
}
const file = path.resolve(entry);
const { outputFiles } = await build({
  entryPoints: [file],
  bundle: true,
  write: false,
  platform: 'node',
  format: 'cjs',
  packages: 'external',
  sourcemap: 'inline',
  logLevel: 'error',
});
process.argv = [process.argv[0], file, ...args];
const run = vm.runInThisContext(
  `(function (exports, require, module, __filename, __dirname) {${outputFiles[0].text}\n})`,
  { filename: file, importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER },
);
const module = { exports: {} };
run(module.exports, createRequire(file), module, file, path.dirname(file));
