// Installs the npm package into a folder outside the repository, so that no file of the repository, such
// as .npmrc, says where it comes from. Packages run no install scripts.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { runScript } from './settings.mjs';

await runScript((environment) => {
  const version = environment.VERSION || ownVersion();
  if (!/^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/.test(version)) {
    throw new Error(`The version must be exact, such as 1.2.3, not ${JSON.stringify(version)}.`);
  }
  const [, , folder] = process.argv;
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(`${folder}/package.json`, '{ "private": true }\n');
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--save-exact'];
  const { status } = spawnSync('npm', ['install', ...flags, `cloudimages@${version}`], {
    cwd: folder,
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error(`npm could not install cloudimages ${version}.`);
});

/** The action and the package are released together. */
function ownVersion() {
  const file = new URL('../../provider/package.json', import.meta.url);
  return JSON.parse(fs.readFileSync(file, 'utf8')).version;
}
