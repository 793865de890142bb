// One commit that changes one file, made in an empty repository of its own. Nothing is checked out, so
// no link, hook, filter or submodule of the repository can take part.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const AUTHOR = { name: 'cloudimages', email: 'cloudimages@users.noreply.github.com' };

/**
 * Opens the remote repository.
 *
 * @param folder - an empty folder to work in
 * @param authorization - the value of the HTTP header, sent to this remote only; it is passed by the
 * environment, where other users of the machine cannot see it
 */
export function openRemote({ url, authorization, folder }) {
  const settings = [
    [`http.${url}.extraHeader`, `Authorization: ${authorization}`],
    ['http.followRedirects', 'false'],
    ['credential.helper', ''],
    ['core.hooksPath', '/dev/null'],

    ['gc.auto', '0'],
  ];
  const env = {
    ...withoutToken(process.env),
    GIT_DIR: path.join(folder, 'repository.git'),
    GIT_INDEX_FILE: path.join(folder, 'index'),
    GIT_TERMINAL_PROMPT: '0',
    GIT_AUTHOR_NAME: AUTHOR.name,
    GIT_AUTHOR_EMAIL: AUTHOR.email,
    GIT_COMMITTER_NAME: AUTHOR.name,
    GIT_COMMITTER_EMAIL: AUTHOR.email,
    GIT_CONFIG_COUNT: String(settings.length),
    ...Object.fromEntries(
      settings.flatMap(([key, value], index) => [
        [`GIT_CONFIG_KEY_${index}`, key],
        [`GIT_CONFIG_VALUE_${index}`, value],
      ]),
    ),
  };
  const git = (...args) => {
    const { status, stdout, stderr, error } = spawnSync('git', args, { env, encoding: 'utf8' });
    if (error !== undefined) throw new Error(`cannot run git: ${error.message}`);
    if (status !== 0) throw new Error(`git ${args[0]} failed: ${stderr.trim()}`);
    return stdout.trim();
  };
  git('init', '--quiet', '--bare');

  /** The commit of a branch; undefined when there is no such branch. */
  const fetchBranch = (branch) => {
    git('check-ref-format', `refs/heads/${branch}`);
    if (git('ls-remote', url, `refs/heads/${branch}`) === '') return undefined;
    git('fetch', '--quiet', '--no-tags', '--depth=1', url, `refs/heads/${branch}`);
    return git('rev-parse', 'FETCH_HEAD');
  };
  return {
    fetchBranch,
    /** The blob of a path, as `<mode> <id>`; undefined when there is none. */
    entryOf: (commit, file) => {
      const [entry] = git('ls-tree', '--full-tree', commit, '--', `:(literal)${file}`).split('\t');
      const [mode, , id] = entry.split(' ');
      return id === undefined ? undefined : `${mode} ${id}`;
    },
    addFile: (file) => git('hash-object', '-w', '--no-filters', '--', file),
    /** A commit on top of another one that changes one file. */
    commit: ({ parent, file, blob, message }) => {
      fs.rmSync(env.GIT_INDEX_FILE, { force: true });
      git('read-tree', parent);
      git('update-index', '--add', '--cacheinfo', `100644,${blob},${file}`);
      const tree = git('write-tree');
      return git('commit-tree', '--no-gpg-sign', tree, '-p', parent, '-m', message);
    },
    treeOf: (commit) => git('rev-parse', `${commit}^{tree}`),
    parentsOf: (commit) =>
      git('cat-file', 'commit', commit)
        .split('\n\n')[0]
        .split('\n')
        .filter((line) => line.startsWith('parent '))
        .map((line) => line.slice('parent '.length)),
    /** Whether a commit was made here, and not by a person. */
    isOurs: (commit) => git('log', '-1', '--format=%ce', commit) === AUTHOR.email,
    /** Moves a branch, if it still is where it was seen. Without a commit the branch is removed. */
    push: (branch, commit, seen = '') =>
      git(
        'push',
        '--quiet',
        `--force-with-lease=refs/heads/${branch}:${seen}`,
        url,
        `${commit ?? ''}:refs/heads/${branch}`,
      ),
  };
}

function withoutToken({ REFRESH_TOKEN: _token, ...environment }) {
  return environment;
}
