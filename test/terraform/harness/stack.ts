/** A folder with a configuration in which a real Terraform or OpenTofu runs. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Engine } from '../../engines/find';

/** How a run ended. */
export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Both, as a user sees them one after the other. */
  readonly text: string;
}

/** A running engine. */
export interface StartedRun {
  /** Of the engine, and of its process group. */
  readonly pid: number;
  readonly ended: Promise<Run>;
}

export interface Stack {
  readonly directory: string;
  /** Writes a file of the configuration. */
  readonly write: (name: string, text: string) => void;
  readonly run: (...args: readonly string[]) => Promise<Run>;
  /** Runs another program in the folder and the environment of the engine. */
  readonly command: (program: string, ...args: readonly string[]) => Promise<Run>;
  /** As `run`, in a process group of its own. */
  readonly start: (...args: readonly string[]) => StartedRun;
  readonly remove: () => void;
}

/** What a stack is made of. */
export interface StackOptions {
  readonly engine: Engine;
  /** Complete: nothing of the test's own environment is added. */
  readonly environment: Readonly<Record<string, string>>;
  /** The configuration, `main.tf`. */
  readonly configuration: string;
  /** Default: a new one. */
  readonly directory?: string;
}

/** A folder of the test's own, in the system's temporary one. */
export function temporaryFolder(): string {
  return realpathSync(mkdtempSync(path.join(tmpdir(), 'cloudimages-test-')));
}

export function createStack(options: StackOptions): Stack {
  const { engine, environment, configuration } = options;
  const directory = options.directory ?? temporaryFolder();
  const write = (name: string, text: string): void => {
    const file = path.join(directory, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  };
  write('main.tf', configuration);
  const startProgram = (program: string, args: readonly string[]): StartedRun => {
    const child = spawn(program, args, {
      cwd: directory,
      env: environment,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const output = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].setEncoding('utf8').on('data', (text: string) => {
        output[name] += text;
      });
    }
    if (child.pid === undefined) throw new Error(`${program} could not be started`);
    return {
      pid: child.pid,
      ended: new Promise((resolve) => {
        child.once('close', (code) =>
          resolve({ code, ...output, text: `${output.stdout}${output.stderr}` }),
        );
      }),
    };
  };
  const start = (...args: readonly string[]): StartedRun => startProgram(engine.path, args);
  return {
    directory,
    write,
    start,
    run: (...args) => start(...args).ended,
    command: (program, ...args) => startProgram(program, args).ended,
    remove: () => rmSync(directory, { recursive: true, force: true }),
  };
}

/** `required_providers` for the provider, and what follows it. */
export function withProvider(configuration: string): string {
  return `terraform {
  required_providers {
    cloudimages = {
      source = "cloudimages/cloudimages"
    }
  }
}
${configuration}`;
}
