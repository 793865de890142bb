/** The resolving job: what it runs, what it leaves as artifacts, and what it refuses. */
import fs from 'node:fs';
import path from 'node:path';
import { canaries, HOSTILE_NAME, lockOf, openWorkbench, type Workbench } from './workbench';

let bench: Workbench;
beforeEach(async () => (bench = await openWorkbench()));
afterEach(async () => bench.close());

const artifact = (name: string): string => path.join(bench.artifacts, name);

describe('the resolving job', () => {
  it('reports what is outdated, updates the lock, and leaves both as artifacts', async () => {
    const { code } = await bench.run('resolve.mjs');
    expect(code).toBe(0);
    expect(bench.calls().map(({ args }) => args)).toEqual([
      ['outdated', '--output', 'markdown'],
      ['lock', '--update'],
    ]);
    expect(fs.readFileSync(artifact('cloudimages.lock.json'), 'utf8')).toBe(lockOf('new'));
    expect(fs.readFileSync(artifact('outdated.md'), 'utf8')).toContain('| ubuntu | old | new |');
  });

  it('does not touch the lock when nothing is outdated', async () => {
    const { code } = await bench.run('resolve.mjs', { FAKE_CODES: '{"outdated":0}' });
    expect(code).toBe(0);
    expect(bench.calls()).toHaveLength(1);
    expect(fs.readFileSync(artifact('cloudimages.lock.json'), 'utf8')).toBe(lockOf('old'));
  });

  it.each(['{"outdated":1}', '{"lock":1}'])(
    'leaves no artifact when a command fails: %s',
    async (codes) => {
      const { code, err } = await bench.run('resolve.mjs', { FAKE_CODES: codes });
      expect(code).toBe(1);
      expect(err).toContain('failed with exit code 1. Nothing is published.');
      expect(fs.existsSync(bench.artifacts)).toBe(false);
    },
  );

  it('passes a scope as one argument, whatever it says', async () => {
    const scope = '$(touch CANARY) `touch CANARY`; --all';
    await bench.run('resolve.mjs', { REFRESH_SCOPE: scope });
    expect(bench.calls().map(({ args }) => args)).toEqual([
      ['outdated', '--output', 'markdown', '--scope', scope],
      ['lock', '--update', '--scope', scope],
    ]);
    expect(canaries(bench.folder)).toEqual([]);
  });

  it('runs the commands in the folder of the lock file', async () => {
    bench.commit('infra/cloudimages.lock.json', lockOf('old'));
    const lockFile = { REFRESH_LOCK_FILE: 'infra/cloudimages.lock.json' };
    expect((await bench.run('resolve.mjs', lockFile)).code).toBe(0);
    expect(fs.readFileSync(artifact('cloudimages.lock.json'), 'utf8')).toBe(lockOf('new'));
    const untouched = path.join(bench.checkout, 'cloudimages.lock.json');
    expect(fs.readFileSync(untouched, 'utf8')).toBe(lockOf('old'));
  });

  it('stops workflow commands while names of images are printed', async () => {
    const { out, err } = await bench.run('resolve.mjs', { FAKE_NAME: HOSTILE_NAME });
    const [, stop] = /^::stop-commands::([0-9a-f-]{36})$/m.exec(out) ?? [];
    expect(out).toContain(`\n::${stop}::\n`);
    expect(out).not.toContain('add-mask');
    expect(err).toContain('progress:');
    expect(canaries(bench.folder)).toEqual([]);
  });

  it.each([
    ['the lock file', 'cloudimages.lock.json', 'cloudimages.lock.json'],
    ['its folder', 'infra', 'infra/cloudimages.lock.json'],
  ])('refuses to publish what a link leads to: %s', async (_what, link, lockFile) => {
    const outside = path.join(bench.folder, 'secrets');
    fs.mkdirSync(outside);
    fs.writeFileSync(path.join(outside, 'cloudimages.lock.json'), 'a secret');
    fs.rmSync(path.join(bench.checkout, link), { force: true });
    const target = link.endsWith('.json') ? path.join(outside, link) : outside;
    fs.symlinkSync(target, path.join(bench.checkout, link));
    const settings = { REFRESH_LOCK_FILE: lockFile, FAKE_CODES: '{"outdated":0}' };
    const { code, err } = await bench.run('resolve.mjs', settings);
    expect(code).toBe(1);
    expect(err).toContain('must be a regular file of the repository, without links on its path');
    expect(fs.existsSync(artifact('cloudimages.lock.json'))).toBe(false);
  });

  it.each(['../elsewhere.json', '/etc/hosts.json', '.git/config.json', 'lock.yml', 'a\nb.json'])(
    'refuses a lock file at %j',
    async (lockFile) => {
      const { code, err } = await bench.run('resolve.mjs', { REFRESH_LOCK_FILE: lockFile });
      expect(code).toBe(1);
      expect(err).toContain('must be a .json file inside the repository');
      expect(bench.calls()).toEqual([]);
    },
  );

  it('names the missing lock file and the command that makes it', async () => {
    fs.rmSync(path.join(bench.checkout, 'cloudimages.lock.json'));
    const { code, err } = await bench.run('resolve.mjs', { FAKE_CODES: '{"outdated":0}' });
    expect(code).toBe(1);
    expect(err).toContain('There is no cloudimages.lock.json. Run `cloudimages lock`');
  });
});

describe('the check on every push', () => {
  it('looks each named image up from the lock, then verifies the lock', async () => {
    expect((await bench.run('check.mjs')).code).toBe(0);
    expect(bench.calls()).toEqual([
      { args: ['find', '--output', 'ids', '--', 'web'], mode: 'frozen' },
      { args: ['verify'], mode: 'frozen' },
    ]);
  });

  it('passes a file with policies, whatever folder it runs in', async () => {
    const policy = { REFRESH_POLICY: 'policies/prod $(touch CANARY).json' };
    await bench.run('resolve.mjs', policy);
    await bench.run('check.mjs', policy);
    const flags = ['--policy', path.join(bench.checkout, policy.REFRESH_POLICY)];
    expect(bench.calls().map(({ args }) => args)).toEqual([
      ['outdated', '--output', 'markdown', ...flags],
      ['lock', '--update', ...flags],
      ['find', '--output', 'ids', '--', 'web'],
      ['verify', ...flags],
    ]);
    expect(canaries(bench.folder)).toEqual([]);
  });

  it('makes no request in the part that runs without credentials', async () => {
    expect((await bench.run('check.mjs', { REFRESH_VERIFY: 'false' })).code).toBe(0);
    expect(bench.calls().map(({ args }) => args[0])).toEqual(['find']);
  });

  it('fails for images that are not locked, and names them', async () => {
    const { code, err } = await bench.run('check.mjs', { FAKE_CODES: '{"find":1}' });
    expect(code).toBe(1);
    expect(err).toContain('not locked: ["web"]');
  });

  it('fails when verify does', async () => {
    const { code, err } = await bench.run('check.mjs', { FAKE_CODES: '{"verify":5}' });
    expect(code).toBe(1);
    expect(err).toContain('cloudimages verify failed with exit code 5');
  });

  it('passes names as operands, never as flags or commands', async () => {
    const names = ['--config=/etc/passwd', '$(touch CANARY)', '`touch CANARY`\n::set-env::'];
    const images = Object.fromEntries(names.map((name) => [name, {}]));
    fs.writeFileSync(path.join(bench.checkout, 'cloudimages.json'), JSON.stringify({ images }));
    const { err } = await bench.run('check.mjs', { FAKE_CODES: '{"find":2}' });
    const finds = bench.calls().map(({ args }) => args.slice(-2));
    expect(finds).toEqual(names.map((name) => ['--', name]));
    expect(err).not.toContain('\n::set-env');
    expect(canaries(bench.folder)).toEqual([]);
  });
});
