/** action.yml and the GitLab template: their own steps, run as a runner runs them. */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import {
  canaries,
  HOSTILE_NAME,
  lockOf,
  openWorkbench,
  REPOSITORY,
  runProcess,
  TOKEN,
  type Ended,
  type Workbench,
} from './workbench';

interface Step {
  readonly name?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}

interface GitlabJob {
  readonly extends?: string;
  readonly variables?: Readonly<Record<string, string>>;
  readonly before_script?: readonly string[];
  readonly script?: readonly string[];
  readonly environment?: { readonly name: string };
  readonly rules?: readonly { readonly if: string }[];
}

const read = (file: string): string => fs.readFileSync(path.join(REPOSITORY, file), 'utf8');
const action = parse(read('action.yml'));
const steps = action.runs.steps as readonly Step[];
const template = read('templates/gitlab/refresh.yml');
const [header, jobs] = parseAllDocuments(template).map((document) => document.toJS());

let bench: Workbench;
beforeEach(async () => {
  bench = await openWorkbench();
  fakeNpm();
});
afterEach(async () => bench.close());

/** `npm install` makes the fake command; `npm pack` packs the scripts as the package holds them. */
function fakeNpm(): void {
  const bin = path.join(bench.folder, 'bin');
  const packed = path.join(bench.folder, 'packed');
  fs.cpSync(path.join(REPOSITORY, 'scripts/refresh'), path.join(packed, 'package/dist/refresh'), {
    recursive: true,
  });
  execFileSync('tar', ['-czf', path.join(packed, 'package.tgz'), '-C', packed, 'package']);
  fs.writeFileSync(
    path.join(bin, 'npm'),
    `#!/bin/sh
echo "$PWD npm $*" >> ${bench.folder}/npm.log
case "$1" in
  install) mkdir -p node_modules/.bin && mv ${bin}/cloudimages node_modules/.bin/ ;;
  pack) cp ${packed}/package.tgz cloudimages-0.1.0.tgz ;;
esac
`,
    { mode: 0o755 },
  );
}

/** Runs the steps of the action with a shell. Artifacts stay where they are, as between two jobs. */
async function runAction(inputs: Readonly<Record<string, string>>, event = 'schedule') {
  const defaults = Object.fromEntries(
    Object.entries(action.inputs as Record<string, { default?: string }>).map(
      ([name, input]): [string, string] => [name, input.default ?? ''],
    ),
  );
  const given: Record<string, string> = { ...defaults, ...inputs };
  const evaluate = (text: string): string =>
    text.replace(/\$\{\{ (.*?) \}\}/g, (_all, expression: string) => {
      if (expression === 'runner.temp') return bench.folder;
      if (expression === 'github.event_name') return event;
      const [name = '', compared] = expression.replace('inputs.', '').split(' == ');
      return compared === undefined ? given[name]! : String(`'${given[name]}'` === compared);
    });
  let last: Ended = { code: 0, out: '', err: '' };
  for (const step of steps.filter(({ run }) => run !== undefined)) {
    const wanted = [...(step.if ?? '').matchAll(/inputs\.job (==|!=) '(\w+)'/g)].map(
      ([, operator, job]) => (given['job'] === job) === (operator === '=='),
    );
    if (wanted.length > 0 && !wanted.includes(true)) continue;
    const env = Object.entries(step.env ?? {}).map(([name, value]) => [name, evaluate(value)]);
    last = await runProcess('sh', ['-e', '-c', step.run!], bench.checkout, {
      ...bench.environment,
      ...Object.fromEntries(env),
      GITHUB_ACTION_PATH: REPOSITORY,
      RUNNER_TEMP: bench.folder,
    });
    if (last.code !== 0) return last;
  }
  return last;
}

/** Runs one job of the template. */
async function runGitlab(
  name: string,
  inputs: Readonly<Record<string, string>> = {},
  extra: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const job = jobs[name] as GitlabJob;
  const base = jobs[job.extends!] as GitlabJob;
  const given: Record<string, string> = { version: '0.1.0', ...inputs };
  for (const [input, { default: value }] of Object.entries(
    header.spec.inputs as Record<string, { default?: string }>,
  )) {
    given[input] ??= value ?? '';
  }
  const predefined: Record<string, string> = {
    GITLAB_CI: 'true',
    CI_PROJECT_DIR: bench.checkout,
    CI_DEFAULT_BRANCH: 'main',
    CI_API_V4_URL: `${bench.forge.origin}/api/v4`,
    CI_PROJECT_ID: '42',
    CI_PROJECT_URL: `${bench.forge.origin}/acme/stack`,
    ...extra,
  };
  const fill = (text: string): string =>
    text.replace(/\$\[\[ inputs\.(\S+) \]\]/g, (_all, input: string) => given[input]!);
  const variables = Object.entries({ ...base.variables, ...job.variables }).map(
    ([key, value]): [string, string] => [
      key,
      fill(value).replace(/\$(CI_\w+)/g, (_all, variable: string) => predefined[variable]!),
    ],
  );
  const { GITHUB_REPOSITORY: _none, GITHUB_ACTIONS: _neither, ...environment } = bench.environment;
  const script = [...(base.before_script ?? []), ...(job.script ?? [])].map(fill).join('\n');
  return runProcess('sh', ['-e', '-c', script], bench.checkout, {
    ...environment,
    ...predefined,
    ...Object.fromEntries(variables),
  });
}

describe('the GitHub Action', () => {
  it('resolves in one job and publishes in the other', async () => {
    const hostile = { FAKE_NAME: HOSTILE_NAME };
    Object.assign(bench.environment, hostile, {
      REFRESH_FOLDER: undefined,
    });
    const resolved = await runAction({ job: 'resolve' });
    expect({ code: resolved.code, err: resolved.err.split('progress')[0] }).toEqual({
      code: 0,
      err: '',
    });
    const published = await runAction({ job: 'publish', token: TOKEN });
    expect(published).toMatchObject({ code: 0, out: 'Pull request: https://example.com/pr/7\n' });
    const shown = bench.git(bench.remote, 'show', 'cloudimages/update:cloudimages.lock.json');
    expect(shown).toBe(lockOf('new').trim());
    expect(canaries(bench.folder)).toEqual([]);
  });

  it('installs the version of this release, outside the repository', async () => {
    await runAction({ job: 'check' });
    const { version } = JSON.parse(read('provider/package.json'));
    const log = fs.readFileSync(path.join(bench.folder, 'npm.log'), 'utf8');
    expect(log).toBe(
      `${bench.folder}/cloudimages npm install --ignore-scripts --no-audit --no-fund --save-exact cloudimages@${version}\n`,
    );
    expect(bench.calls().map(({ args }) => args[0])).toEqual(['find', 'verify']);
  });

  it('installs nothing in the job that has the token', async () => {
    await runAction({ job: 'publish', token: TOKEN });
    expect(fs.existsSync(path.join(bench.folder, 'npm.log'))).toBe(false);
  });

  it('runs without credentials as job "frozen"', async () => {
    expect((await runAction({ job: 'frozen' }, 'pull_request')).code).toBe(0);
    expect(bench.calls().map(({ args }) => args[0])).toEqual(['find']);
  });

  it.each(['$(touch CANARY)', "publish'; touch CANARY; '", 'resolve\ntouch CANARY', ''])(
    'refuses the job %j',
    async (job) => {
      expect((await runAction({ job })).err).toContain('must be resolve, publish, check or frozen');
      expect(canaries(bench.folder)).toEqual([]);
    },
  );

  it.each(['latest', '1.0.0; touch CANARY', 'file:/tmp/evil', '1.0.0 evil'])(
    'refuses the version %j',
    async (version) => {
      const { code, err } = await runAction({ job: 'resolve', version });
      expect(code).toBe(1);
      expect(err).toContain('The version must be exact');
    },
  );

  it.each(['pull_request_target', 'workflow_run'])('refuses to run on %s', async (event) => {
    const { code, err } = await runAction({ job: 'publish', token: TOKEN }, event);
    expect(code).toBe(1);
    expect(err).toContain('does not run on pull_request_target or workflow_run');
    expect(bench.forge.requests).toEqual([]);
  });

  it('has no expression in a script, and gives the token to one step only', () => {
    expect(steps.filter(({ run }) => run?.includes('${{'))).toEqual([]);
    const withToken = steps.filter((step) => JSON.stringify(step).includes('inputs.token'));
    expect(withToken.map(({ name }) => name)).toEqual(['Publish the pull request']);
    expect(withToken[0]?.if).toBe("inputs.job == 'publish'");
    expect(steps.filter(({ uses }) => uses?.startsWith('actions/checkout'))).toEqual([]);
  });
});

describe('the GitLab template', () => {
  it('resolves in one job and publishes in the other', async () => {
    expect((await runGitlab('cloudimages-resolve', {}, { FAKE_NAME: HOSTILE_NAME })).code).toBe(0);
    const published = await runGitlab('cloudimages-publish', {}, { CLOUDIMAGES_TOKEN: TOKEN });
    expect(published).toMatchObject({ code: 0, out: 'Pull request: https://example.com/mr/7\n' });
    const shown = bench.git(bench.remote, 'show', 'cloudimages/update:cloudimages.lock.json');
    expect(shown).toBe(lockOf('new').trim());
    expect(canaries(bench.folder)).toEqual([]);
  });

  it('checks the lock on every push', async () => {
    expect((await runGitlab('cloudimages-check')).code).toBe(0);
    expect(bench.calls().map(({ args }) => args[0])).toEqual(['find', 'verify']);
  });

  it('publishes without a checkout, without dependencies, and in an environment of its own', () => {
    const publish = jobs['cloudimages-publish'] as GitlabJob;
    expect(publish.variables?.['GIT_STRATEGY']).toBe('none');
    expect(JSON.stringify(publish)).not.toContain('install.mjs');
    const withToken = Object.entries(jobs as Record<string, GitlabJob>).filter(([, job]) =>
      JSON.stringify(job).includes('CLOUDIMAGES_TOKEN'),
    );
    expect(withToken.map(([name, job]) => [name, job.environment?.name])).toEqual([
      ['cloudimages-publish', 'cloudimages-publish'],
    ]);
  });

  it('puts no input into a script, and limits each one by an expression', () => {
    const scripts = Object.values(jobs as Record<string, GitlabJob>).flatMap((job) => [
      ...(job.before_script ?? []),
      ...(job.script ?? []),
    ]);
    expect(scripts.filter((line) => line.includes('$[['))).toEqual([]);
    const inputs = Object.entries(header.spec.inputs as Record<string, { regex?: string }>);
    const free = inputs.filter(([, { regex }]) => regex === undefined).map(([name]) => name);
    expect(free).toEqual(['image']);
  });
});
