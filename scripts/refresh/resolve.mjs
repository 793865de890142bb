// The resolving job: reports what is outdated, updates the lock file, and leaves both as artifacts.
// It needs read-only credentials of the clouds, and no token that can write to the repository.
import fs from 'node:fs';
import path from 'node:path';
import { cloudimages } from './cloudimages.mjs';
import {
  LOCK_ARTIFACT,
  MOST_BYTES,
  readSettings,
  REPORT_ARTIFACT,
  runScript,
} from './settings.mjs';

/** The exit code of `cloudimages outdated` when there is something to update. */
const OUTDATED = 4;

await runScript(async (environment) => {
  const { lockFile, folder } = readSettings(environment);
  const options = { cwd: folderOf(lockFile), environment };
  const { REFRESH_SCOPE: scope, REFRESH_POLICY: policy } = environment;
  const flags = [
    ...(scope ? ['--scope', scope] : []),
    ...(policy ? ['--policy', path.resolve(policy)] : []),
  ];

  // Before the update: the report compares the lock that is in use with the newest images.
  const report = await cloudimages(['outdated', '--output', 'markdown', ...flags], options);
  if (report.code !== 0 && report.code !== OUTDATED) throw failed('outdated', report.code);
  if (report.code === OUTDATED) {
    const update = await cloudimages(['lock', '--update', ...flags], options);
    if (update.code !== 0) throw failed('lock --update', update.code);
  }
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, LOCK_ARTIFACT), readInside(lockFile));
  fs.writeFileSync(path.join(folder, REPORT_ARTIFACT), report.out);
});

function failed(command, code) {
  return new Error(`cloudimages ${command} failed with exit code ${code}. Nothing is published.`);
}

function folderOf(lockFile) {
  return path.dirname(path.resolve(lockFile));
}

/** The artifact becomes public with the pull request, so no link may lead to a file outside. */
function readInside(file) {
  const root = fs.realpathSync('.');
  const stat = fs.lstatSync(file, { throwIfNoEntry: false });
  if (stat === undefined) {
    throw new Error(`There is no ${file}. Run \`cloudimages lock\` and commit the file first.`);
  }
  const isInside = fs.realpathSync(file) === path.join(root, file);
  if (!stat.isFile() || !isInside || stat.size > MOST_BYTES) {
    throw new Error(`${file} must be a regular file of the repository, without links on its path.`);
  }
  return fs.readFileSync(file);
}
