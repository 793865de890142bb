/** The entry of the command line: runs one command, renders failures, sets the exit code. */
import { CommanderError, type Command } from 'commander';
import { createEngine, type ComposedEngine } from '../compose';
import { renderError } from '../errors/describe-error';
import { EXIT, exitCodeOf } from './exit-codes';
import type { Terminal } from './output';
import { packageVersion } from './package-folder';
import { createProgram, type Action, type Actions } from './program';

/** Runs the command line of this process, and ends with its exit code. */
export async function main(args: readonly string[]): Promise<void> {
  const terminal: Terminal = {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    errIsTerminal: process.stderr.isTTY === true,
    colors: process.stderr.isTTY === true && process.env['NO_COLOR'] === undefined,
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
  const program = createProgram(packageVersion(), actionsFor(terminal, signal), (code) => {
    exitCode = code;
  });
  const streams = { writeOut: terminal.out, writeErr: terminal.err };
  const commands = (command: Command): readonly Command[] => [
    command,
    ...command.commands.flatMap(commands),
  ];
  commands(program).forEach((command) => {
    command.configureOutput(streams).exitOverride();
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.found : EXIT.usage;
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
    terraformInstall: async (options) =>
      (await import('./terraform.js')).install(terminal, options),
    terraformPack: async (options) => (await import('./terraform.js')).pack(terminal, options),
    simulate: async (options) =>
      (await import('./simulate.js')).simulate(terminal, options, signal),
  };
}
