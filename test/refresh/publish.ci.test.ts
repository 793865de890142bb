/** The publishing job, against a real Git remote over HTTP and a recorder of REST requests. */
import fs from 'node:fs';
import path from 'node:path';
import { canaries, HOSTILE_NAME, lockOf, openWorkbench, TOKEN, type Workbench } from './workbench';

const UPDATE = 'cloudimages/update';
let bench: Workbench;
beforeEach(async () => {
  bench = await openWorkbench();
  artifacts(lockOf('new'));
});
afterEach(async () => bench.close());

function artifacts(lock: string, report = '| a | b |\n| --- | --- |\n| old | new |\n'): void {
  fs.mkdirSync(bench.artifacts, { recursive: true });
  fs.writeFileSync(path.join(bench.artifacts, 'cloudimages.lock.json'), lock);
  fs.writeFileSync(path.join(bench.artifacts, 'outdated.md'), report);
}

const publish = (extra: Readonly<Record<string, string>> = {}) =>
  bench.run('publish.mjs', { REFRESH_TOKEN: TOKEN, ...extra });
const remote = (...args: readonly string[]): string => bench.git(bench.remote, ...args);
const branches = (): string => remote('for-each-ref', '--format=%(refname:short)');
const apiCalls = () => bench.forge.requests.map(({ method, url }) => `${method} ${url}`);

describe('the publishing job', () => {
  it('opens one pull request whose only commit changes only the lock file', async () => {
    const { code, out } = await publish();
    expect({ code, out }).toEqual({ code: 0, out: 'Pull request: https://example.com/pr/7\n' });
    expect(remote('show', `${UPDATE}:cloudimages.lock.json`)).toBe(lockOf('new').trim());
    expect(remote('diff', '--name-only', 'main', UPDATE)).toBe('cloudimages.lock.json');
    expect(remote('rev-list', `main..${UPDATE}`).split('\n')).toHaveLength(1);
    expect(remote('log', '-1', '--format=%s', UPDATE)).toBe('Update machine images');
    expect(apiCalls()).toEqual([
      'GET /api/v3/repos/acme/stack/pulls?state=open&head=acme%3Acloudimages%2Fupdate&base=main',
      'POST /api/v3/repos/acme/stack/pulls',
    ]);
    const { body, headers } = bench.forge.requests[1]!;
    expect(headers.authorization).toBe(`Bearer ${TOKEN}`);
    expect(body).toMatchObject({ title: 'Update machine images', head: UPDATE, base: 'main' });
    expect((body as { body: string }).body).toContain('\n| old | new |\n');
  });

  it('updates the open pull request, and pushes nothing when the lock is the same', async () => {
    await publish();
    const before = remote('rev-parse', UPDATE);
    bench.forge.open = [{ number: 7 }];
    bench.forge.requests.length = 0;
    // The time of a commit is part of it, so a second push would have another id.
    await new Promise((resolve) => setTimeout(resolve, 1100));
    expect((await publish()).code).toBe(0);
    expect(remote('rev-parse', UPDATE)).toBe(before);
    expect(apiCalls()[1]).toBe('PATCH /api/v3/repos/acme/stack/pulls/7');
  });

  it('replaces its own commit by a newer lock, on top of the newest base', async () => {
    await publish();
    bench.commit('main.tf', '# more work');
    artifacts(lockOf('newer'));
    expect((await publish()).code).toBe(0);
    expect(remote('rev-parse', `${UPDATE}^`)).toBe(remote('rev-parse', 'main'));
    expect(remote('diff', '--name-only', 'main', UPDATE)).toBe('cloudimages.lock.json');
    expect(remote('show', `${UPDATE}:cloudimages.lock.json`)).toBe(lockOf('newer').trim());
  });

  it('does not overwrite a commit of a person on the branch', async () => {
    bench.commit('cloudimages.lock.json', lockOf('by hand'), UPDATE);
    const before = remote('rev-parse', UPDATE);
    const { code, err } = await publish();
    expect(code).toBe(1);
    expect(err).toContain(`The newest commit of ${UPDATE} was made by another author.`);
    expect(remote('rev-parse', UPDATE)).toBe(before);
    expect(apiCalls()).toEqual([]);
  });

  it('removes its branch when the base has the same lock already', async () => {
    await publish();
    expect(branches()).toContain(UPDATE);
    bench.commit('cloudimages.lock.json', lockOf('new'));
    bench.forge.requests.length = 0;
    const { code, out } = await publish();
    expect({ code, out }).toEqual({ code: 0, out: 'The lock file is up to date.\n' });
    expect(branches()).toBe('main');
    expect(apiCalls()).toEqual([]);
  });

  it('runs no hook and no filter, and checks nothing out', async () => {
    bench.commit('.gitattributes', '* filter=evil\n');
    const hooks = path.join(bench.folder, 'home', 'hooks');
    fs.mkdirSync(hooks);
    for (const hook of ['pre-push', 'post-commit', 'reference-transaction', 'post-index-change']) {
      const file = path.join(hooks, hook);
      fs.writeFileSync(file, `#!/bin/sh\ntouch ${bench.folder}/CANARY-${hook}\n`, { mode: 0o755 });
    }
    const filter = `touch ${bench.folder}/CANARY-filter; cat`;
    fs.writeFileSync(
      path.join(bench.folder, 'home', '.gitconfig'),
      `[core]\n\thooksPath = ${hooks}\n[filter "evil"]\n\tclean = "${filter}"\n\tsmudge = "${filter}"\n`,
    );
    expect((await publish()).code).toBe(0);
    expect(remote('diff', '--name-only', 'main', UPDATE)).toBe('cloudimages.lock.json');
    expect(canaries(bench.folder)).toEqual([]);
  });

  it('sends the token in headers only, and shows it nowhere', async () => {
    const { out, err } = await publish();
    const basic = `Basic ${Buffer.from(`x-access-token:${TOKEN}`).toString('base64')}`;
    expect([...bench.forge.gitHeaders]).toEqual([basic]);
    expect(out + err).not.toContain(TOKEN);
  });

  it('fails with a wrong token, without showing it', async () => {
    const { code, out, err } = await publish({ REFRESH_TOKEN: 'wr0ng-t0ken' });
    expect(code).toBe(1);
    expect(err).toContain('git ls-remote failed');
    expect(out + err).not.toMatch(/wr0ng-t0ken|d3IwbmctdDBrZW4/);
    expect(branches()).toBe('main');
  });

  it('needs a token, and says which', async () => {
    const { code, err } = await publish({ REFRESH_TOKEN: '' });
    expect(code).toBe(1);
    expect(err).toContain('Use one of an app or a bot');
  });

  it.each([
    ['a workflow', 'on: push\n'],
    ['JSON that is not a lock', '{"scripts":{}}'],
    ['null', 'null'],
  ])('refuses an artifact that is %s', async (_what, text) => {
    artifacts(text);
    const { code, err } = await publish();
    expect(code).toBe(1);
    expect(err).toContain('The artifact is not a lock file');
    expect(branches()).toBe('main');
  });

  it('refuses an artifact that is a link', async () => {
    const file = path.join(bench.artifacts, 'cloudimages.lock.json');
    fs.rmSync(file);
    fs.symlinkSync('/etc/hostname', file);
    const { code, err } = await publish();
    expect(code).toBe(1);
    expect(err).toContain('is not a regular file');
  });

  it('refuses a lock file that is a link on the base branch', async () => {
    fs.rmSync(path.join(bench.checkout, 'cloudimages.lock.json'));
    fs.symlinkSync('main.tf', path.join(bench.checkout, 'cloudimages.lock.json'));
    fs.writeFileSync(path.join(bench.checkout, 'main.tf'), '');
    bench.commit('other.tf', '');
    const { code, err } = await publish();
    expect(code).toBe(1);
    expect(err).toContain('cloudimages.lock.json is not a plain file on main');
  });

  it.each([
    ['an unknown base', { REFRESH_BASE: 'nowhere' }, 'There is no branch nowhere.'],
    ['a branch that is the base', { REFRESH_BRANCH: 'main' }, 'must not be the base branch'],
    ['an invalid branch name', { REFRESH_BRANCH: '--force $(touch CANARY)' }, 'check-ref-format'],
    ['a lock file outside', { REFRESH_LOCK_FILE: '../x.json' }, 'inside the repository'],
  ])('refuses %s', async (_what, settings, message) => {
    const { code, err } = await publish(settings);
    expect(code).toBe(1);
    expect(err).toContain(message);
    expect(branches()).toBe('main');
    expect(canaries(bench.folder)).toEqual([]);
  });

  it('opens a merge request in GitLab', async () => {
    const { code, out } = await publish({
      GITHUB_REPOSITORY: '',
      GITLAB_CI: 'true',
      CI_API_V4_URL: `${bench.forge.origin}/api/v4`,
      CI_PROJECT_ID: '42',
      CI_PROJECT_URL: `${bench.forge.origin}/acme/stack`,
      REFRESH_BASE: 'main',
    });
    expect({ code, out }).toEqual({ code: 0, out: 'Pull request: https://example.com/mr/7\n' });
    expect(apiCalls()).toEqual([
      'GET /api/v4/projects/42/merge_requests?state=opened&source_branch=cloudimages%2Fupdate&target_branch=main',
      'POST /api/v4/projects/42/merge_requests',
    ]);
    expect(bench.forge.requests[1]!.headers['private-token']).toBe(TOKEN);
  });
});

describe('a hostile image name', () => {
  it('goes from the resolving job to the pull request without any effect', async () => {
    fs.rmSync(bench.artifacts, { recursive: true });
    expect((await bench.run('resolve.mjs', { FAKE_NAME: HOSTILE_NAME })).code).toBe(0);
    expect((await publish()).code).toBe(0);
    const { body } = bench.forge.requests[1]!.body as { body: string };
    const rows = body.split('\n').filter((line) => line !== '' && !line.startsWith('|'));
    expect(rows.join(' ')).toMatch(/^Newer machine images exist[^]*Review the ids, and merge/);
    expect(body).not.toMatch(/@octocat|#1|GH-2|!3|<img|<!--|&#64;|\$\{\{|https:\/\/|\]\(/);
    expect(body).not.toMatch(/^\/merge/m);
    expect(body).not.toMatch(/^::/m);
    expect(canaries(bench.folder)).toEqual([]);
    expect(remote('diff', '--name-only', 'main', UPDATE)).toBe('cloudimages.lock.json');
  });

  it('cannot make the text longer than GitHub accepts', async () => {
    artifacts(lockOf('new'), `| ${'@'.repeat(500)} |\n`.repeat(1000));
    expect((await publish()).code).toBe(0);
    const { body } = bench.forge.requests[1]!.body as { body: string };
    expect(body.length).toBeLessThan(65_536);
    expect(body).toMatch(/\d+ more rows: run `cloudimages outdated`/);
  });
});
