// Installs the npm package sets of `npm/` into the cache, once per machine and lock file:
//   node test/engines/packages.mjs [NAME...]
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import locate from './locate.cjs';
import { makeOnce } from './once.mjs';
import { run } from './run.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));

/** Installs one set, unless it is there; rejects if npm fails. */
export async function installPackages(name) {
  const folder = locate.packagesFolder(name);
  if (!fs.existsSync(folder)) {
    console.log(`${name}: installing with npm (about 20 seconds, 110 to 150 MB)`);
    await makeOnce(folder, async (unfinished) => {
      for (const file of ['package.json', 'package-lock.json']) {
        fs.copyFileSync(path.join(here, 'npm', name, file), path.join(unfinished, file));
      }
      const args = ['ci', '--no-audit', '--no-fund', '--ignore-scripts', '--engine-strict=false'];
      await run('npm', args, { cwd: unfinished, label: name });
    });
  }
  console.log(`${name}: ${folder}`);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const names = process.argv.slice(2);
  const unknown = names.filter((name) => !locate.packageSets().includes(name));
  if (unknown.length > 0) {
    console.error(
      `no such set: ${unknown.join(', ')}; there are ${locate.packageSets().join(', ')}`,
    );
    process.exit(2);
  }
  for (const name of names.length > 0 ? names : locate.packageSets()) await installPackages(name);
}
