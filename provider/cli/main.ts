/** The entry of the command line: runs one command, renders failures, sets the exit code. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { CommanderError } from 'commander';
import { createEngine, type ComposedEngine } from '../compose';
import { renderError } from '../errors/describe-error';
import { isImageError } from '../errors/image-error';
import { EXIT, exitCodeOf } from './exit-codes';
import type { Terminal } from './output';
import { createProgram, type Action, type Actions } from './program';

/** Runs the command line of this process, and ends with its exit code. */
export async function main(args: readonly string[]): Promise<void> {
  const terminal: Terminal = {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    errIsTerminal: process.stderr.isTTY === true,
    colours: process.stderr.isTTY === true && process.env['NO_COLOR'] === undefined,
  };
  const controller = new AbortController();
  // A second Ctrl-C finds no listener and ends the process at once.
  process.once('SIGINT', () => controller.abort());
  process.once('SIGTERM', () => controller.abort());
  process.exitCode = await runCommandLine(args, terminal, controller.signal);
}

/** Runs one command. Never throws: failures are written and become the exit code. */
export async function runCommandLine(
  args: readonly string[],
  terminal: Terminal,
  signal: AbortSignal,
): Promise<number> {
  let exitCode: number = EXIT.found;
  const program = createProgram(version(), actionsFor(terminal, signal), (code) => {
    exitCode = code;
  });
  const streams = { writeOut: terminal.out, writeErr: terminal.err };
  [program, ...program.commands].forEach((command) => {
    command.configureOutput(streams).exitOverride();
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.found : EXIT.usage;
    if (!isImageError(error)) throw error;
    terminal.err(`${renderError(error)}\n`);
    return exitCodeOf(error);
  }
}

function actionsFor(terminal: Terminal, signal: AbortSignal): Actions {
  const withEngine =
    (
      work: (engine: ComposedEngine, options: Readonly<Record<string, unknown>>) => Promise<number>,
    ): Action =>
    async (options) => {
      const engine = createEngine();
      engine.warmUp();
      try {
        return await work(engine, options);
      } finally {
        await engine.close();
      }
    };
  return {
    find: withEngine(async (engine, options) =>
      (await import('./find.js')).find(engine, terminal, options, signal),
    ),
    explain: withEngine(async (engine, options) =>
      (await import('./find.js')).explain(engine, terminal, options, signal),
    ),
    doctor: withEngine(async (engine, options) =>
      (await import('./doctor.js')).doctor(engine, terminal, options, signal),
    ),
    clouds: async (options) => {
      const { capabilities, printCapabilities } = await import('./clouds.js');
      const json = options['output'] === 'json';
      terminal.out(
        `${json ? JSON.stringify(capabilities(), null, 2) : await printCapabilities()}\n`,
      );
      return EXIT.found;
    },
    simulate: async (options) =>
      (await import('./simulate.js')).simulate(terminal, options, signal),
  };
}

/** The package's version, from the package.json above this file, wherever it was built to. */
function version(): string {
  for (let folder = __dirname; folder !== path.dirname(folder); folder = path.dirname(folder)) {
    try {
      const text = readFileSync(path.join(folder, 'package.json'), 'utf8');
      const found = JSON.parse(text) as { readonly name?: string; readonly version?: string };
      if (found.name === 'cloudimages') return found.version ?? 'unknown';
    } catch {
      continue;
    }
  }
  return 'unknown';
}
