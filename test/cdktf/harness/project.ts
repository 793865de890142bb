/** A program with our package in it, in a folder of its own, as npm would lay it there. */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from '../../terraform/harness/stack';

const ROOT = path.resolve(__dirname, '../../..');

/** Both frameworks: the names of their libraries, and of our packages for them. */
export const FRAMEWORKS = ['cdktf', 'cdktn'] as const;
export type Framework = (typeof FRAMEWORKS)[number];

/** What a finished command did. */
export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A folder with a program; `remove` deletes it. */
export interface Project {
  readonly folder: string;
  write(file: string, text: string): void;
  /** Never rejects because of the exit code. */
  run(
    command: string,
    args: readonly string[],
    environment?: Readonly<Record<string, string | undefined>>,
  ): Promise<Outcome>;
  remove(): void;
}

/** A project in which the packages of this repository's tests are installed, and ours as built. */
export function makeProject(framework: Framework): Project {
  const folder = temporaryFolder();
  const modules = path.join(folder, 'node_modules');
  fs.mkdirSync(path.join(modules, '@cloudimages'), { recursive: true });
  for (const name of [framework, 'constructs', 'typescript', '@types', '.bin']) {
    fs.symlinkSync(path.join(ROOT, 'node_modules', name), path.join(modules, name));
  }
  // Copied: Node resolves from where a file really is, and ours must find the project's packages.
  const ours = path.join(modules, '@cloudimages', framework);
  for (const part of ['package.json', 'dist']) {
    fs.cpSync(path.join(builtPackage(framework), part), path.join(ours, part), { recursive: true });
  }
  fs.symlinkSync(path.join(ROOT, 'sdk/lock'), path.join(modules, '@cloudimages/lock'));
  return {
    folder,
    write: (file, text) => {
      fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      fs.writeFileSync(path.join(folder, file), text);
    },
    run: (command, args, environment = process.env) => run(folder, command, args, environment),
    remove: () => fs.rmSync(folder, { recursive: true, force: true }),
  };
}

/** The same with the example for the framework in it. */
export function makeExample(framework: Framework): Project {
  const project = makeProject(framework);
  const example = path.join(ROOT, `examples/${framework}-typescript`);
  for (const file of fs.readdirSync(example).filter((name) => /\.(ts|json)$/.test(name))) {
    fs.copyFileSync(path.join(example, file), path.join(project.folder, file));
  }
  return project;
}

/** The folder of our package for the framework. */
export function builtPackage(framework: Framework): string {
  const folder = path.join(ROOT, 'sdk', framework);
  if (!fs.existsSync(path.join(folder, 'dist/index.js'))) {
    throw new Error('needs the built packages: run `npm run build`');
  }
  return folder;
}

function run(
  cwd: string,
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const output = { stdout: '', stderr: '' };
    child.stdout.on('data', (chunk: Buffer) => (output.stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output.stderr += chunk.toString()));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, ...output }));
  });
}
