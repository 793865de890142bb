// The check on every push: each named image is locked, and each locked id still is what the lock says.
import fs from 'node:fs';
import path from 'node:path';
import { cloudimages } from './cloudimages.mjs';
import { readSettings, runScript } from './settings.mjs';

await runScript(async (environment) => {
  const { lockFile } = readSettings({ REFRESH_FOLDER: '.', ...environment });
  const cwd = path.dirname(path.resolve(lockFile));
  const options = { cwd, environment: { ...environment, CLOUDIMAGES_LOCK: 'frozen' } };

  // Answered from the lock: no request, so this part also works without credentials.
  const unlocked = [];
  for (const name of namedImages(path.join(cwd, 'cloudimages.json'))) {
    const { code } = await cloudimages(['find', '--output', 'ids', '--', name], options);
    if (code !== 0) unlocked.push(name);
  }
  if (unlocked.length > 0) {
    throw new Error(
      `not locked: ${JSON.stringify(unlocked)}. Run \`cloudimages lock\` and commit ${lockFile}.`,
    );
  }
  if (environment.REFRESH_VERIFY === 'false') return;
  const { REFRESH_POLICY: policy } = environment;
  const flags = policy ? ['--policy', path.resolve(policy)] : [];
  const { code } = await cloudimages(['verify', ...flags], options);
  if (code !== 0) throw new Error(`cloudimages verify failed with exit code ${code}.`);
});

function namedImages(file) {
  if (!fs.existsSync(file)) return [];
  const { images = {} } = JSON.parse(fs.readFileSync(file, 'utf8'));
  return Object.keys(images);
}
