import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

// A throw-away cloud in a copy of the repository: what it takes to add one, and that it works.

const ROOT = path.resolve(__dirname, '../..');
const CLOUD = 'marscloud';
const MOST_FILES = 14;

/** Folders that hold no sources. */
const SKIPPED = /(^|\/)(node_modules|\.git|coverage|\.stryker-tmp)(\/|$)/;

let copy: string;

beforeAll(() => {
  copy = mkdtempSync(path.join(tmpdir(), 'cloudimages-new-cloud-'));
  cpSync(ROOT, copy, {
    recursive: true,
    preserveTimestamps: true,
    filter: (file) => !SKIPPED.test(path.relative(ROOT, file)),
  });
  linkModules('node_modules');
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** Dependencies are shared with the repository; the workspace's own packages are the copy's. */
function linkModules(folder: string): void {
  mkdirSync(path.join(copy, folder));
  for (const entry of readdirSync(path.join(ROOT, folder), { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.name === '@cloudimages') linkModules(file);
    else if (entry.isSymbolicLink())
      symlinkSync(readlinkSync(path.join(ROOT, file)), path.join(copy, file));
    else symlinkSync(path.join(ROOT, file), path.join(copy, file));
  }
}

function run(...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...args], {
    cwd: copy,
    encoding: 'utf8',
    env: { ...process.env, CLOUDIMAGES_TEST_BUILD: 'done' },
  });
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}:\n${stdout}${stderr}`);
  return `${stdout}${stderr}`;
}

/** Every file of the copy that people maintain, with a digest of its content. */
function maintained(): Map<string, string> {
  const files = readdirSync(copy, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(copy, path.join(entry.parentPath, entry.name)))
    .filter((file) => !SKIPPED.test(file) && !/(^|\/)dist\//.test(file));
  const { stdout } = spawnSync('git', ['check-attr', '--stdin', 'linguist-generated'], {
    cwd: ROOT,
    encoding: 'utf8',
    input: files.join('\n'),
  });
  const generated = new Set(
    stdout.split('\n').flatMap((line) => (line.endsWith(': true') ? [line.split(': ')[0]] : [])),
  );
  return new Map(
    files
      .filter((file) => !generated.has(file))
      .map((file) => [
        file,
        createHash('sha256')
          .update(readFileSync(path.join(copy, file)))
          .digest('hex'),
      ]),
  );
}

/** The files that docs/adding-a-cloud.md names, with the cloud's name filled in. */
function documentedFiles(): string[] {
  const page = readFileSync(path.join(ROOT, 'docs/adding-a-cloud.md'), 'utf8');
  return [...page.matchAll(/^\| `([^`]+)`/gm)].map(([, file = '']) =>
    file.replaceAll('<cloud>', CLOUD),
  );
}

it('a new cloud touches at most 14 files, which the page names, builds, and passes the contract suite', () => {
  const before = maintained();
  const written = run('scripts/new-cloud.mjs', CLOUD).trim().split('\n');
  run('scripts/generate.mjs');
  run('node_modules/typescript/bin/tsc', '-b', 'simulator', 'provider');
  const touched = [...maintained()]
    .filter(([file, digest]) => before.get(file) !== digest)
    .map(([file]) => file);
  expect(touched.length).toBeLessThanOrEqual(MOST_FILES);
  expect(touched.toSorted()).toEqual(written.toSorted());
  expect(touched.toSorted()).toEqual(documentedFiles().toSorted());

  const report = run(
    'node_modules/jest/bin/jest.js',
    'test/contract/clouds.test.ts',
    '-t',
    CLOUD,
    '-w',
    '1',
  );
  const passed = Number(/(\d+) passed/.exec(report)?.[1] ?? 0);
  expect(passed).toBeGreaterThan(40);
}, 300_000);

it('new-cloud refuses a name that is taken or has no place, and changes nothing', () => {
  const before = maintained();
  expect(() => run('scripts/new-cloud.mjs', 'zenlayercloud')).toThrow('exists already');
  expect(() => run('scripts/new-cloud.mjs', 'Mars-Cloud')).toThrow('usage: npm run new-cloud NAME');
  expect(() => run('scripts/new-cloud.mjs')).toThrow('usage: npm run new-cloud NAME');
  expect(maintained()).toEqual(before);
}, 60_000);
