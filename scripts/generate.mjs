// Writes every generated file: types, reference docs, and the bindings for CDKTN and CDKTF.
// `--check` reports which files would change. It writes them all the same.
//
// The bindings need npm packages of the tests: `node test/engines/packages.mjs`. Without them they are
// left as they are; with CI=true that is an error.
import { spawnSync } from 'node:child_process';

const GENERATORS = ['scripts/generate/field-table.ts', 'scripts/generate/clouds-page.ts'];
for (const generator of GENERATORS) {
  const { status } = spawnSync(process.execPath, ['scripts/run-typescript.mjs', generator], {
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
}
const bindings = spawnSync(process.execPath, ['scripts/generate-cdktf.mjs'], { stdio: 'inherit' });
if (bindings.status === 2 && process.env.CI !== 'true') {
  console.error('The bindings for CDKTN and CDKTF were not generated.');
} else if (bindings.status !== 0) {
  process.exit(bindings.status ?? 1);
}
if (process.argv.includes('--check')) {
  const files = [
    ...[
      '*.generated.ts',
      'provider/cloudimages.schema.json',
      'docs/reference',
      'docs/clouds.md',
      'sdk/cdktn',
      'sdk/cdktf',
    ],
    ...['examples/cdktn-typescript', 'examples/cdktf-typescript'],
  ];
  const { stdout } = spawnSync('git', ['status', '--porcelain', '--', ...files], {
    encoding: 'utf8',
  });
  if (stdout.trim() !== '') {
    console.error(
      `Generated files are not up to date; commit what \`npm run generate\` writes:\n${stdout}`,
    );
    process.exit(1);
  }
}
