/** The entry of the command line: runs one command, renders failures, sets the exit code. */
import { CommanderError } from 'commander';
import { createEngine, type ComposedEngine } from '../compose';
import { EXIT, exitCodeOf } from './exit-codes';
import { failureJson, failureText } from './failure-output';
import { printJson, type Terminal } from './output';
import { packageVersion } from './package-folder';
import { commandsOf, createProgram, type Action, type Actions } from './program';

/** Runs the command line of this process, and ends with its exit code. */
export async function main(args: readonly string[]): Promise<void> {
  const terminal: Terminal = {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    errIsTerminal: process.stderr.isTTY === true,
    colors: process.stderr.isTTY === true && process.env['NO_COLOR'] === undefined,
    columns: process.stdout.isTTY === true ? process.stdout.columns : undefined,
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
  commandsOf(program).forEach((command) => {
    command.configureOutput(streams).exitOverride();
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return exitCode;
  } catch (error) {
    const isUsage = error instanceof CommanderError;
    if (isUsage && error.exitCode === 0) return EXIT.found;
    // Commander has written its own text already. People read standard error, programs the JSON.
    if (!isUsage) terminal.err(`${failureText(error)}\n`);
    if (wantsJson(args)) terminal.out(printJson(isUsage ? usageJson(error) : failureJson(error)));
    return isUsage ? EXIT.usage : exitCodeOf(error);
  }
}

/** Read from the arguments, since wrong flags fail before commander knows their values. */
function wantsJson(args: readonly string[]): boolean {
  const own = args.includes('--') ? args.slice(0, args.indexOf('--')) : args;
  return own.some(
    (arg, index) =>
      ['--output=json', '-ojson'].includes(arg) ||
      (arg === 'json' && ['-o', '--output'].includes(own[index - 1] ?? '')),
  );
}

function usageJson({ message }: CommanderError): unknown {
  return { error: { code: 'usage', message: message.replace(/^error: /, '') } };
}

function actionsFor(terminal: Terminal, signal: AbortSignal): Actions {
  const withEngine =
    (
      work: (engine: ComposedEngine, options: Readonly<Record<string, unknown>>) => Promise<number>,
    ): Action =>
    async (options) => {
      const { configurationFromFlags } = await import('./configuration-flags.js');
      const engine = createEngine(await configurationFromFlags(options, process.env));
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
        json ? printJson(capabilities()) : `${await printCapabilities(terminal.columns)}\n`,
      );
      return EXIT.found;
    },
    terraformInstall: async (options) =>
      (await import('./terraform.js')).install(terminal, options),
    terraformPack: async (options) => (await import('./terraform.js')).pack(terminal, options),
    simulate: async (options, command) =>
      (await import('./simulate.js')).simulate(terminal, options, command, signal),
  };
}
