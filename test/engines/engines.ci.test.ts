/** The engines and the ways to them: each one runs, offline, with the environment made for it. */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  describeWithEngine,
  describeWithPackages,
  offlinePulumiEnv,
  offlineTerraformEnv,
} from './find';
import type { Environment } from './find';

jest.setTimeout(60_000);

let folder: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cloudimages engines '));
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

function write(files: Record<string, string>): string {
  for (const [name, text] of Object.entries(files)) fs.writeFileSync(path.join(folder, name), text);
  return folder;
}

for (const name of ['terraform', 'tofu'] as const) {
  describeWithEngine(name, name, (engine) => {
    const run = (env: Environment, ...args: readonly string[]) =>
      spawnSync(engine.path, args, { cwd: folder, env, encoding: 'utf8' });

    test('plans a resource that is built in', () => {
      const cwd = write({ 'main.tf': 'resource "terraform_data" "a" {\n  input = "x"\n}\n' });
      const env = offlineTerraformEnv(path.join(cwd, 'cli'));
      expect(run(env, 'init').stderr).toBe('');
      const plan = run(env, 'plan', '-no-color', '-detailed-exitcode');
      expect(plan.stdout).toContain('Plan: 1 to add, 0 to change, 0 to destroy.');
      expect(plan.status).toBe(2);
    });

    test('installs a provider from the folder of the test and from nowhere else', () => {
      const source = 'example.test/acme/nothing';
      const cwd = write({
        'main.tf': `terraform {\n  required_providers {\n    nothing = { source = "${source}" }\n  }\n}\n`,
      });
      const result = run(offlineTerraformEnv(path.join(cwd, 'cli')), 'init', '-no-color');
      expect(result.stderr).toContain(source);
      expect(result.status).toBe(1);
    });

    test('takes a provider from a folder, without a mirror', () => {
      const overrides = { 'example.test/acme/nothing': path.join(folder, 'a') };
      const cwd = write({ 'main.tf': '' });
      const env = offlineTerraformEnv(path.join(cwd, 'cli'), { overrides });
      expect(run(env, 'init', '-no-color').stdout).toContain(
        overrides['example.test/acme/nothing'],
      );
    });
  });
}

describeWithEngine('pulumi', 'pulumi', (pulumi) => {
  const run = (cwd: string, ...args: readonly string[]) =>
    execFileSync(pulumi.path, ['--non-interactive', ...args], {
      cwd,
      env: offlinePulumiEnv(path.join(cwd, 'engine')),
      encoding: 'utf8',
      stdio: 'pipe',
    });

  test('runs a YAML program', () => {
    const cwd = write({
      'Pulumi.yaml': 'name: smoke\nruntime: yaml\noutputs:\n  sum: ${pulumi.stack}!\n',
    });
    run(cwd, 'stack', 'init', 'dev');
    run(cwd, 'up', '--skip-preview');
    expect(JSON.parse(run(cwd, 'stack', 'output', '--json'))).toEqual({ sum: 'dev!' });
  });

  for (const set of ['pulumi-3.142.0', 'pulumi-3.248.0', 'pulumi-latest']) {
    describeWithPackages(set, set, (packages) => {
      test('previews a TypeScript program with a dynamic resource', () => {
        const cwd = write({
          'Pulumi.yaml': 'name: smoke\nruntime: nodejs\n',
          'package.json': '{ "main": "index.ts" }',
          'index.ts': `
            import * as pulumi from '@pulumi/pulumi';
            const provider: pulumi.dynamic.ResourceProvider = {
              check: async (_olds: unknown, news: { query: string }) => ({
                inputs: { ...news, picked: 'image-for-' + news.query },
              }),
              create: async (inputs: object) => ({ id: 'one', outs: inputs }),
            };
            class Picked extends pulumi.dynamic.Resource {
              readonly picked!: pulumi.Output<string>;
              constructor(name: string, query: string) {
                super(provider, name, { picked: undefined, query });
              }
            }
            export const picked = new Picked('one', 'x').picked;
          `,
        });
        fs.symlinkSync(path.join(packages, 'node_modules'), path.join(cwd, 'node_modules'));
        run(cwd, 'stack', 'init', 'dev');
        const preview: unknown = JSON.parse(run(cwd, 'preview', '--json'));
        expect(preview).toMatchObject({
          changeSummary: { create: 2 },
          steps: [
            { op: 'create', newState: { type: 'pulumi:pulumi:Stack' } },
            { op: 'create', newState: { inputs: { picked: 'image-for-x' } } },
          ],
        });
      });
    });
  }
});

describe('makeOnce', () => {
  const once = pathToFileURL(path.join(__dirname, 'once.mjs')).href;

  /** Runs `makeOnce` in a process of its own; resolves to its exit code and what it printed. */
  function makeIn(target: string, make: string): Promise<{ code: number | null; out: string }> {
    const script = `
      import fs from 'node:fs';
      import { makeOnce } from ${JSON.stringify(once)};
      await makeOnce(${JSON.stringify(target)}, async (unfinished) => { ${make} });
    `;
    const child = spawn('node', ['--input-type=module', '-e', script]);
    let out = '';
    child.stdout.on('data', (text: Buffer) => (out += text.toString()));
    return new Promise((resolve) => child.on('close', (code) => resolve({ code, out })));
  }
  const slowly = `
    console.log('made');
    await new Promise((resolve) => setTimeout(resolve, 500));
    fs.writeFileSync(unfinished + '/done', '');
  `;

  test('two at a time make the folder once', async () => {
    const target = path.join(folder, 'engine');
    const both = await Promise.all([makeIn(target, slowly), makeIn(target, slowly)]);
    expect(both.map(({ code }) => code)).toEqual([0, 0]);
    expect(both.filter(({ out }) => out.includes('made'))).toHaveLength(1);
    expect(fs.readdirSync(folder)).toEqual(['engine']);
    expect(fs.readdirSync(target)).toEqual(['done']);
  });

  test('a failure leaves nothing', async () => {
    const { code } = await makeIn(path.join(folder, 'engine'), 'throw new Error("no");');
    expect(code).toBe(1);
    expect(fs.readdirSync(folder)).toEqual([]);
  });

  test('what a killed process left is cleared away', async () => {
    const dead = spawnSync('node', ['-e', '']).pid;
    const target = path.join(folder, 'engine');
    fs.mkdirSync(`${target}.unfinished-${dead}`);
    fs.mkdirSync(`${target}.lock`);
    const owner = JSON.stringify({ pid: dead, host: os.hostname() });
    fs.writeFileSync(path.join(`${target}.lock`, 'owner.json'), owner);
    const { code } = await makeIn(target, slowly);
    expect(code).toBe(0);
    expect(fs.readdirSync(folder)).toEqual(['engine']);
  });
});
