/** The programs in docs/cdktf.md: each type-checks and synthesizes. */
import fs from 'node:fs';
import path from 'node:path';
import {
  CANONICAL_VERSION,
  LOCK_VERSION,
  printLock,
  PUBLIC_SCOPE,
  type Lock,
} from '@cloudimages/lock';
import { anEntry } from '../lock/a-lock';
import { makeProject } from './harness/project';

jest.setTimeout(120_000);

/** What the programs take from a lock. */
const LOCK: Lock = {
  lockVersion: LOCK_VERSION,
  queries: {
    web: {
      canonicalVersion: CANONICAL_VERSION,
      query: { distro: 'ubuntu' },
      scopes: { [PUBLIC_SCOPE]: { 'alicloud/cn-hangzhou': anEntry() } },
    },
  },
};

const TEXT = fs.readFileSync(path.resolve(__dirname, '../../docs/cdktf.md'), 'utf8');

const BLOCKS = [...TEXT.matchAll(/^```ts\n([\s\S]*?)^```/gm)].map(([, block = '']) => block);

/** A program whose stack is built by a block, with a provider where the block brings none. */
function programOf(block: string): string {
  const lines = block.split('\n');
  const isImport = (line: string): boolean => line.startsWith('import ');
  return `
import * as sdk from '@cloudimages/cdktf';
import * as cdktf from 'cdktf';
${lines.filter(isImport).join('\n')}
class Stack extends cdktf.TerraformStack {
  constructor() {
    super(cdktf.Testing.app(), 'stack');
    ${block.includes('CloudimagesProvider') ? '' : "new sdk.CloudimagesProvider(this, 'default');"}
    ${lines.filter((line) => !isImport(line)).join('\n')}
  }
}
cdktf.Testing.synth(new Stack(), true);
`;
}

test('every program of the documentation synthesizes', async () => {
  expect(BLOCKS).toHaveLength(7);
  const project = makeProject('cdktf');
  try {
    project.write('cloudimages.json', JSON.stringify({ images: { web: { distro: 'ubuntu' } } }));
    project.write('cloudimages.lock.json', printLock(LOCK));
    BLOCKS.forEach((block, index) => project.write(`block-${index}.ts`, programOf(block)));
    const options = '--strict --module CommonJS --moduleResolution node10 --target ES2022';
    const files = BLOCKS.map((_, index) => `block-${index}`);
    const compiled = await project.run('node', [
      'node_modules/typescript/bin/tsc',
      ...`${options} --skipLibCheck --types node`.split(' '),
      ...files.map((file) => `${file}.ts`),
    ]);
    expect(compiled).toEqual({ code: 0, stdout: '', stderr: '' });
    const all = files.map((file) => `require('./${file}.js');`).join('');
    const synthesized = await project.run('node', ['-e', all]);
    expect(synthesized).toEqual({ code: 0, stdout: '', stderr: '' });
  } finally {
    project.remove();
  }
});
