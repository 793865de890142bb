/** A Pulumi project in a folder of its own, with our packages in it as npm would lay them there. */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '../../..');

/** The plugin as `scripts/build-pulumi.mjs` builds it. */
export const PLUGIN_FOLDER = path.join(ROOT, 'provider/dist/pulumi/cloudimages');

/** What a finished command did. */
export interface Outcome {
  readonly code: number | null;
  /** Standard output and standard error, in the order in which they came. */
  readonly output: string;
  readonly stdout: string;
}

/** A folder with a project; `remove` deletes it. */
export interface Project {
  readonly folder: string;
  /** A folder beside it, for state and the like. */
  readonly scratch: string;
  write(file: string, text: string): void;
  /** Runs a command in the folder. Never rejects because of its exit code. */
  run(command: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<Outcome>;
  remove(): void;
}

/**
 * Makes a project.
 *
 * @param packages - a folder whose `node_modules` the project gets, with `@cloudimages/pulumi` and
 * `cloudimages` beside them
 */
export function makeProject(packages: string, files: Readonly<Record<string, string>>): Project {
  const base = fs.mkdtempSync(path.join(os.tmpdir(), 'cloudimages-pulumi-'));
  const folder = path.join(base, 'project');
  fs.mkdirSync(folder);
  linkPackages(packages, path.join(folder, 'node_modules'));
  const project: Project = {
    folder,
    scratch: path.join(base, 'scratch'),
    write: (file, text) => fs.writeFileSync(path.join(folder, file), text),
    run: (command, args, env) => run(command, args, { cwd: folder, env }),
    remove: () => fs.rmSync(base, { recursive: true, force: true }),
  };
  for (const [file, text] of Object.entries(files)) project.write(file, text);
  return project;
}

/**
 * Ours are copied, not linked: Node resolves from where a file really is, and `@cloudimages/pulumi`
 * must find the project's own `@pulumi/pulumi`.
 */
function linkPackages(packages: string, modules: string): void {
  const built = path.join(ROOT, 'sdk/pulumi/dist/index.js');
  if (!fs.existsSync(built) || !fs.existsSync(path.join(PLUGIN_FOLDER, 'plugin.cjs'))) {
    throw new Error('needs the built packages: run `npm run build`');
  }
  fs.mkdirSync(path.join(modules, '@cloudimages'), { recursive: true });
  for (const entry of fs.readdirSync(path.join(packages, 'node_modules'))) {
    if (entry === '@cloudimages' || entry === 'cloudimages') continue;
    fs.symlinkSync(path.join(packages, 'node_modules', entry), path.join(modules, entry));
  }
  fs.symlinkSync(path.join(ROOT, 'provider'), path.join(modules, 'cloudimages'));
  const ours = path.join(modules, '@cloudimages/pulumi');
  for (const part of ['package.json', 'provider.js', 'provider.d.ts', 'dist']) {
    fs.cpSync(path.join(ROOT, 'sdk/pulumi', part), path.join(ours, part), { recursive: true });
  }
}

function run(
  command: string,
  args: readonly string[],
  options: { readonly cwd: string; readonly env: NodeJS.ProcessEnv },
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let stdout = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      stdout += chunk.toString();
    });
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output, stdout }));
  });
}
