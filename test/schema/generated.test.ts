import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const ROOT = path.join(__dirname, '../..');

it('every file that is made from the field table is as the table makes it', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'generated-'));
  const script = path.join(ROOT, 'scripts/run-typescript.mjs');
  const generator = path.join(ROOT, 'scripts/generate/field-table.ts');
  const { stderr } = spawnSync(process.execPath, [script, generator], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) =>
    entry.isFile() ? [path.relative(folder, path.join(entry.parentPath, entry.name))] : [],
  );
  expect(files).toEqual(
    expect.arrayContaining(['provider/image/query.generated.ts', 'docs/reference/query.md']),
  );
  for (const file of files) {
    expect(readFileSync(path.join(ROOT, file), 'utf8')).toBe(
      readFileSync(path.join(folder, file), 'utf8'),
    );
  }
  rmSync(folder, { recursive: true });
});
