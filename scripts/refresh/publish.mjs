// The publishing job: makes one pull request from the artifacts of the resolving job. It has a token
// that can write, so it runs no code of the repository, checks nothing out, and changes only the lock file.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { forgeOf } from './forge.mjs';
import { openRemote } from './git.mjs';
import { pullRequestText } from './report.mjs';
import {
  LOCK_ARTIFACT,
  MOST_BYTES,
  readSettings,
  REPORT_ARTIFACT,
  runScript,
} from './settings.mjs';

const say = (text) => process.stdout.write(`${text}\n`);

await runScript(async (environment) => {
  const token = environment.REFRESH_TOKEN;
  if (!token) {
    throw new Error('no token is given. Use one of an app or a bot that can write pull requests.');
  }
  const { lockFile, folder } = readSettings(environment);
  const base = environment.REFRESH_BASE || environment.GITHUB_REF_NAME;
  if (!base) throw new Error('REFRESH_BASE is not set: the branch to merge into.');
  const branch = environment.REFRESH_BRANCH || 'cloudimages/update';
  if (branch === base) throw new Error('The branch of the update must not be the base branch.');
  const title = environment.REFRESH_TITLE || 'Update machine images';
  checkLock(readArtifact(folder, LOCK_ARTIFACT));
  const text = pullRequestText(readArtifact(folder, REPORT_ARTIFACT));

  const forge = forgeOf(environment, token);
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'cloudimages-publish-'));
  try {
    const { url, authorization } = forge;
    const remote = openRemote({ url, authorization, folder: scratch });
    const file = path.join(folder, LOCK_ARTIFACT);
    if (updateBranch(remote, { base, branch, lockFile, file, title })) {
      say(`Pull request: ${await forge.openOrUpdate({ branch, base, title, text })}`);
    }
  } finally {
    fs.rmSync(scratch, { recursive: true, force: true });
  }
});

/** Brings the branch up to date. Returns whether it holds an update. */
function updateBranch(remote, { base, branch, lockFile, file, title }) {
  const parent = remote.fetchBranch(base);
  if (parent === undefined) throw new Error(`There is no branch ${base}.`);
  const seen = remote.fetchBranch(branch);
  if (seen !== undefined && !remote.isOurs(seen)) {
    throw new Error(
      `The newest commit of ${branch} was made by another author. Merge or remove the branch.`,
    );
  }
  const current = remote.entryOf(parent, lockFile);
  if (current !== undefined && !current.startsWith('100644 ')) {
    throw new Error(`${lockFile} is not a plain file on ${base}.`);
  }
  const blob = remote.addFile(file);
  if (current === `100644 ${blob}`) {
    say('The lock file is up to date.');
    // An open pull request would change nothing any more. Removing its branch closes it.
    if (seen !== undefined) remote.push(branch, undefined, seen);
    return false;
  }
  const commit = remote.commit({ parent, file: lockFile, blob, message: title });
  const isSame =
    seen !== undefined &&
    remote.treeOf(seen) === remote.treeOf(commit) &&
    remote.parentsOf(seen).join() === parent;
  // A push starts the checks again, so an unchanged branch is left alone.
  if (!isSame) remote.push(branch, commit, seen);
  return true;
}

function readArtifact(folder, name) {
  const file = path.join(folder, name);
  const stat = fs.lstatSync(file, { throwIfNoEntry: false });
  if (stat?.isFile() !== true || stat.size > MOST_BYTES) {
    throw new Error(`The artifact ${name} is missing, or is not a regular file.`);
  }
  return fs.readFileSync(file, 'utf8');
}

/** Anything but a lock file stays out. What it says is checked by `cloudimages verify` on the branch. */
function checkLock(text) {
  let lock;
  try {
    lock = JSON.parse(text);
  } catch {
    throw new Error('The artifact is not a lock file: it is not valid JSON.');
  }
  const isLock =
    typeof lock === 'object' &&
    Number.isInteger(lock?.lockVersion) &&
    typeof lock.queries === 'object';
  if (!isLock) throw new Error('The artifact is not a lock file of cloudimages.');
}
