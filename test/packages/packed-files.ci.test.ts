/** What `npm pack` puts into each published package. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.join(__dirname, '../..');

interface Packed {
  readonly files: readonly { readonly path: string }[];
}

function packedFiles(folder: string): readonly string[] {
  const args = ['pack', '--dry-run', '--json', '--ignore-scripts'];
  const { stdout, stderr } = spawnSync('npm', args, {
    cwd: path.join(ROOT, folder),
    encoding: 'utf8',
  });
  const [packed] = JSON.parse(stdout || '[]') as readonly Packed[];
  if (packed === undefined) throw new Error(stderr);
  return packed.files.map((file) => file.path);
}

/** Folders of `dist` that esbuild writes: they have no source file of the same name. */
const BUNDLES = ['dist/terraform-provider/', 'dist/pulumi/cloudimages/'];

/** Per package: the files and folders at its top, and the folders of its `dist`. */
const PACKAGES: Readonly<Record<string, { top: readonly string[]; dist: readonly string[] }>> = {
  provider: {
    top: ['LICENSE', 'README.md', 'bin', 'cloudimages.schema.json', 'dist', 'package.json'],
    dist: [
      ...['cli', 'clouds', 'credentials', 'errors', 'files', 'image', 'lock', 'look-up', 'os-name'],
      ...[
        'pin',
        'project',
        'pulumi',
        'refresh',
        'schema',
        'source',
        'terraform',
        'terraform-provider',
        'transport',
      ],
    ],
  },
  simulator: {
    top: ['LICENSE', 'README.md', 'dist', 'package.json'],
    dist: ['clouds', 'signatures'],
  },
  'sdk/lock': { top: ['LICENSE', 'README.md', 'dist', 'package.json'], dist: [] },
  'sdk/pulumi': {
    top: ['LICENSE', 'README.md', 'dist', 'package.json', 'provider.d.ts', 'provider.js'],
    dist: [],
  },
  'sdk/cdktf': { top: ['LICENSE', 'README.md', 'dist', 'package.json'], dist: ['bindings'] },
  'sdk/cdktn': { top: ['LICENSE', 'README.md', 'dist', 'package.json'], dist: ['bindings'] },
};

describe.each(Object.entries(PACKAGES))('the npm package in %s', (folder, expected) => {
  const files = packedFiles(folder);

  it('has only the expected files and folders', () => {
    const top = new Set(files.map((file) => file.split('/')[0]));
    expect([...top].toSorted()).toEqual(expected.top);
    const dist = files.flatMap((file) => /^dist\/([^/]+)\//.exec(file)?.[1] ?? []);
    expect([...new Set(dist)].toSorted()).toEqual(expected.dist);
  });

  it('has no generator, demo, test or build information', () => {
    const wrong = /generate(\.|\/)|write-schema|(^|\/)demo|\.test\.|fixtures|golden|tsbuildinfo/;
    expect(files.filter((file) => wrong.test(file))).toEqual([]);
  });

  it('has no built file whose source is gone', () => {
    const stale = files.filter((file) => {
      if (!file.startsWith('dist/') || BUNDLES.some((bundle) => file.startsWith(bundle))) {
        return false;
      }
      const source = file.replace(/^dist\//, '').replace(/(\.d)?\.(ts|js)$/, '.ts');
      // The scripts of pipelines are copied as they are.
      const isScript = file.startsWith('dist/refresh/');
      return !existsSync(path.join(ROOT, isScript ? 'scripts' : folder, source));
    });
    expect(stale).toEqual([]);
  });
});
