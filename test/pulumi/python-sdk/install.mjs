// Makes the Python environment of `python-sdk.test.ts` in the cache of the engines, once per machine
// and list of packages, and prints its folder: node test/pulumi/python-sdk/install.mjs
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import locate from '../../engines/locate.cjs';
import { makeOnce } from '../../engines/once.mjs';
import { run } from '../../engines/run.mjs';

const requirements = path.join(path.dirname(fileURLToPath(import.meta.url)), 'requirements.txt');
const digest = createHash('sha256')
  .update(fs.readFileSync(requirements))
  .digest('hex')
  .slice(0, 12);
const folder = path.join(locate.cacheFolder(), `python-pulumi-${digest}`);
await makeOnce(folder, async (unfinished) => {
  // Installed beside each other instead of into an environment, which cannot be moved.
  const args = ['-m', 'pip', 'install', '--quiet', '--no-deps', '--target', unfinished];
  await run('python3', [...args, '-r', requirements], { label: 'pip' });
});
console.log(folder);
