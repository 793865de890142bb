/** `cloudimages lock --merge` as git's own merge driver, in a real repository. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseLock, printLock, type Lock } from '@cloudimages/lock';
import { EMPTY_LOCK, withEntries } from '../../provider/lock/change';
import { anEntry } from '../lock/a-lock';

const CLI = path.resolve(__dirname, '../../provider/bin/cloudimages.js');
const FILE = 'cloudimages.lock.json';
const TARGET = 'alicloud/cn-hangzhou';

let folder: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cloudimages-merge-'));
  git('init', '-q', '-b', 'main');
  git('config', 'user.email', 'web@example.com');
  git('config', 'user.name', 'Web');
  git('config', 'commit.gpgsign', 'false');
  const driver = `'${process.execPath}' '${CLI}' lock --merge %O %A %B`;
  git('config', 'merge.cloudimages.driver', driver);
  fs.writeFileSync(path.join(folder, '.gitattributes'), `${FILE} merge=cloudimages\n`);
  commit({ web: 'm-web-1', db: 'm-db-1' });
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

function tryGit(...args: readonly string[]) {
  const environment = { PATH: process.env['PATH'] ?? '', HOME: folder, GIT_CONFIG_NOSYSTEM: '1' };
  return spawnSync('git', args, { cwd: folder, env: environment, encoding: 'utf8' });
}
function git(...args: readonly string[]): string {
  const { status, stdout, stderr } = tryGit(...args);
  if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
  return stdout;
}

const lockOf = (ids: Readonly<Record<string, string>>): Lock =>
  Object.entries(ids).reduce(
    (lock, [name, id]) =>
      withEntries(
        lock,
        { name, query: { distro: name }, scope: 'public' },
        new Map([[TARGET, anEntry({ images: [{ id, name: id, digest: `1:${'0'.repeat(32)}` }] })]]),
      ),
    EMPTY_LOCK,
  );
function commit(ids: Readonly<Record<string, string>>): void {
  fs.writeFileSync(path.join(folder, FILE), printLock(lockOf(ids)));
  git('add', '-A');
  git('commit', '-qm', 'lock');
}
/** Two branches from one commit; `main` is checked out. */
function branches(ours: Readonly<Record<string, string>>, theirs: typeof ours): void {
  git('checkout', '-q', '-b', 'theirs');
  commit(theirs);
  git('checkout', '-q', 'main');
  commit(ours);
}
const text = (): string => fs.readFileSync(path.join(folder, FILE), 'utf8');

describe('the merge driver in a git repository', () => {
  it('merges branches that changed different entries, beside each other in the file', () => {
    branches({ web: 'm-web-1', db: 'm-db-2' }, { web: 'm-web-2', db: 'm-db-1' });
    git('merge', '-q', '-m', 'merge', 'theirs');
    expect(parseLock(text(), FILE)).toEqual(lockOf({ web: 'm-web-2', db: 'm-db-2' }));
    expect(git('status', '--porcelain')).toBe('');
  });

  it('merges a branch that adds a query with one that removes another', () => {
    branches({ db: 'm-db-1' }, { web: 'm-web-1', db: 'm-db-1', cache: 'm-cache-1' });
    git('merge', '-q', '-m', 'merge', 'theirs');
    expect(parseLock(text(), FILE)).toEqual(lockOf({ db: 'm-db-1', cache: 'm-cache-1' }));
  });

  it('leaves a conflict that shows both sides of an entry that both branches changed', () => {
    branches({ web: 'm-web-2', db: 'm-db-2' }, { web: 'm-web-3', db: 'm-db-1' });
    const { status, stdout, stderr } = tryGit('merge', 'theirs');
    expect(status).toBe(1);
    const said = `${stdout}${stderr}`;
    expect(said).toContain(`conflict in web, scope public, ${TARGET}`);
    expect(said).toMatch(/ours {3}m-web-2.*\n.*theirs m-web-3/);
    expect(git('status', '--porcelain')).toContain(`UU ${FILE}`);
    expect(text()).toMatch(
      /<<<<<<< ours\n[^]*"m-web-2"[^]*=======\n[^]*"m-web-3"[^]*>>>>>>> theirs\n/,
    );
    expect(text()).toContain('"m-db-2"');
    expect(() => parseLock(text(), FILE)).toThrow('merge conflict markers');

    fs.writeFileSync(
      path.join(folder, FILE),
      text().replace(/<<<<<<< ours\n[^]*?=======\n([^]*?)>>>>>>> theirs\n/, '$1'),
    );
    git('add', FILE);
    git('commit', '-qm', 'merge');
    expect(parseLock(text(), FILE)).toEqual(lockOf({ web: 'm-web-3', db: 'm-db-2' }));
  });

  it('rebases a branch over an update of another entry', () => {
    branches({ web: 'm-web-1', db: 'm-db-2' }, { web: 'm-web-2', db: 'm-db-1' });
    git('checkout', '-q', 'theirs');
    git('rebase', '-q', 'main');
    expect(parseLock(text(), FILE)).toEqual(lockOf({ web: 'm-web-2', db: 'm-db-2' }));
  });

  it('leaves the file of our side as it is where the other side is not a lock', () => {
    git('checkout', '-q', '-b', 'theirs');
    fs.writeFileSync(path.join(folder, FILE), '{ "lockVersion": 99 }\n');
    git('commit', '-qam', 'newer');
    git('checkout', '-q', 'main');
    commit({ web: 'm-web-2', db: 'm-db-1' });
    const { status, stdout, stderr } = tryGit('merge', 'theirs');
    expect(status).not.toBe(0);
    expect(`${stdout}${stderr}`).toContain('lockVersion');
    expect(text()).toContain('"m-web-2"');
  });
});
