/** A real Git remote with a stack, a fake `cloudimages`, and the refresh scripts run as processes. */
import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { serveForge, type ForgeServer } from './forge-server';

export const REPOSITORY = path.resolve(__dirname, '../..');
export const TOKEN = 'ghs_s3cr3tt0k3n';

/** Everything that a shell, a workflow, Markdown or a forge could act upon, in the name of an image. */
export const HOSTILE_NAME = [
  '`touch CANARY` $(touch CANARY) ${{ github.token }} $[[ inputs.version ]]',
  '| evil | ]]> <img src=x onerror=alert(1)> <!-- @octocat closes #1 closes GH-2 !3',
  '/merge',
  '::add-mask::a ::set-env name=PATH::/evil',
  '[click](https://evil.example) www.evil.example &#64;octocat "; touch CANARY; \'',
].join('\n');

/** How a process ended. */
export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Where a test runs. */
export interface Workbench {
  readonly folder: string;
  /** The bare repository `acme/stack`. */
  readonly remote: string;
  /** A clone of it, as the resolving job checks it out. */
  readonly checkout: string;
  /** The folder of the artifacts. */
  readonly artifacts: string;
  readonly forge: ForgeServer;
  /** The variables of a job of GitHub. */
  readonly environment: Readonly<Record<string, string>>;
  readonly git: (folder: string, ...args: readonly string[]) => string;
  /** Commits a file in the checkout and pushes it. */
  readonly commit: (file: string, text: string, branch?: string) => void;
  readonly run: (script: string, extra?: Readonly<Record<string, string>>) => Promise<Ended>;
  /** Runs `cloudimages` itself in the checkout. */
  readonly runCommand: (
    args: readonly string[],
    extra: Readonly<Record<string, string>>,
  ) => Promise<Ended>;
  /** Every call of the fake `cloudimages`: its arguments and its lock mode. */
  readonly calls: () => readonly { readonly args: readonly string[]; readonly mode?: string }[];
  readonly close: () => Promise<void>;
}

/** A lock that says one word, for telling locks apart. */
export function lockOf(id: string): string {
  return `${JSON.stringify({ lockVersion: 1, queries: { [id]: {} } }, undefined, 2)}\n`;
}

/** Makes a workbench. `main` holds cloudimages.json and the lock `old`. */
export async function openWorkbench(): Promise<Workbench> {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'cloudimages-refresh-')));
  const remotes = path.join(folder, 'remotes');
  const remote = path.join(remotes, 'acme', 'stack.git');
  const checkout = path.join(folder, 'checkout');
  const home = path.join(folder, 'home');
  const bin = path.join(folder, 'bin');
  const log = path.join(folder, 'calls.jsonl');
  for (const one of [remote, checkout, home, bin]) fs.mkdirSync(one, { recursive: true });
  const cleanEnvironment = {
    PATH: `${bin}${path.delimiter}${path.dirname(process.execPath)}${path.delimiter}${process.env['PATH']}`,
    HOME: home,
    GIT_CONFIG_NOSYSTEM: '1',
  };
  const git = (cwd: string, ...args: readonly string[]): string =>
    execFileSync('git', args, { cwd, encoding: 'utf8', env: cleanEnvironment }).trim();
  git(remote, 'init', '--quiet', '--bare', '--initial-branch=main');
  git(remote, 'config', 'http.receivepack', 'true');
  git(checkout, 'init', '--quiet', '--initial-branch=main');
  git(checkout, 'config', 'user.name', 'A Person');
  git(checkout, 'config', 'user.email', 'person@example.com');
  git(checkout, 'remote', 'add', 'origin', remote);

  const commit = (file: string, text: string, branch = 'main'): void => {
    const target = path.join(checkout, file);
    fs.mkdirSync(path.dirname(target), { recursive: true });
    fs.writeFileSync(target, text);
    git(checkout, 'add', '-A');
    git(checkout, 'commit', '--quiet', '-m', 'work');
    git(checkout, 'push', '--quiet', 'origin', `HEAD:${branch}`);
  };
  commit('cloudimages.json', JSON.stringify({ images: { web: { distro: 'ubuntu' } } }));
  commit('cloudimages.lock.json', lockOf('old'));

  const fake = path.join(bin, 'cloudimages');
  fs.copyFileSync(path.join(__dirname, 'fake-cloudimages.cjs'), fake);
  fs.chmodSync(fake, 0o755);

  const expected = new Set(
    ['x-access-token', 'oauth2'].map(
      (user) => `Basic ${Buffer.from(`${user}:${TOKEN}`).toString('base64')}`,
    ),
  );
  const forge = await serveForge(remotes, (header) => expected.has(header ?? ''));
  const artifacts = path.join(folder, 'artifacts');
  const environment = {
    ...cleanEnvironment,
    FAKE_LOG: log,
    REFRESH_FOLDER: artifacts,
    GITHUB_ACTIONS: 'true',
    GITHUB_SERVER_URL: forge.origin,
    GITHUB_API_URL: `${forge.origin}/api/v3`,
    GITHUB_REPOSITORY: 'acme/stack',
    GITHUB_REF_NAME: 'main',
  };
  return {
    ...{ folder, remote, checkout, artifacts, forge, environment, git, commit },
    run: (script, extra = {}) =>
      runProcess(process.execPath, [path.join(REPOSITORY, 'scripts/refresh', script)], checkout, {
        ...environment,
        ...extra,
      }),
    runCommand: (args, extra) => runProcess(fake, args, checkout, { ...environment, ...extra }),
    calls: () =>
      fs.existsSync(log)
        ? fs
            .readFileSync(log, 'utf8')
            .trim()
            .split('\n')
            .map((line) => JSON.parse(line))
        : [],
    close: async () => {
      await forge.close();
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Runs a process to its end, in exactly this environment. */
export function runProcess(
  command: string,
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>>,
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const written = { out: '', err: '' };
    child.stdout.on('data', (chunk: Buffer) => (written.out += chunk.toString('utf8')));
    child.stderr.on('data', (chunk: Buffer) => (written.err += chunk.toString('utf8')));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, ...written }));
  });
}

/** Names of files anywhere in a folder that a hostile text would have made. */
export function canaries(folder: string): readonly string[] {
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => path.basename(name).startsWith('CANARY'));
}
