// Installs the Python packages of `python-sets/` into the cache, once per machine and file:
//   node test/engines/build.mjs python-sets
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import locate from './locate.cjs';
import { makeOnce } from './once.mjs';
import { run } from './run.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));

export async function installPythonSet(name) {
  const folder = locate.pythonSetFolder(name);
  if (!fs.existsSync(folder)) {
    console.log(`${name}: installing with pip; half a minute`);
    await makeOnce(folder, async (unfinished) => {
      // Installed beside each other instead of into an environment, which cannot be moved.
      const packages = path.join(unfinished, 'packages');
      const requirements = path.join(here, 'python-sets', `${name}.txt`);
      const args = ['-m', 'pip', 'install', '--quiet', '--no-deps', '--target', packages];
      await run('python3', [...args, '-r', requirements], { cwd: here, label: 'pip' });
    });
  }
  console.log(`${name}: ${folder}`);
}
