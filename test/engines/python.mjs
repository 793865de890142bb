// Makes the Python set in the cache: the packages of requirements.txt, and the generator of Python
// SDKs from inside Pulumi's own Go module.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import locate from './locate.cjs';
import { makeOnce } from './once.mjs';
import { run } from './run.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));

export async function installPython() {
  const folder = locate.pythonFolder();
  if (fs.existsSync(folder)) return console.log(`python: ${folder}`);
  console.log('python: installing packages and building the SDK generator; half a minute');
  await makeOnce(folder, async (unfinished) => {
    // Installed beside each other instead of into an environment, which cannot be moved.
    const packages = path.join(unfinished, 'packages');
    const args = ['-m', 'pip', 'install', '--quiet', '--no-deps', '--target', packages];
    await run('python3', [...args, '-r', path.join(here, 'python', 'requirements.txt')], {
      label: 'pip',
    });
    const main = path.join(here, 'python', 'generate-sdk', 'main.go');
    const generator = path.join(unfinished, 'generate-sdk');
    await run('go', ['build', '-trimpath', '-o', generator, main], {
      cwd: path.join(here, 'pulumi'),
      label: 'go build',
    });
  });
  console.log(`python: ${folder}`);
}
