// Writes every generated file that needs no tool beyond Node: types, schemas' texts, reference docs.
// `--check` says which files would change and changes none of them back.
import { spawnSync } from 'node:child_process';

const GENERATORS = ['scripts/generate/field-table.ts', 'scripts/generate/clouds-page.ts'];
for (const generator of GENERATORS) {
  const { status } = spawnSync(process.execPath, ['scripts/run-typescript.mjs', generator], {
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
}
if (process.argv.includes('--check')) {
  const files = ['*.generated.ts', 'docs/reference', 'docs/clouds.md'];
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
