/** The entry of the command line: runs one command, renders failures, sets the exit code. */
import { CommanderError } from 'commander';
import { createEngine, runsInCi, type ComposedEngine, type Surroundings } from '../compose';
import { EXIT, exitCodeOf } from './exit-codes';
import { failureJson, failureText } from './failure-output';
import type { LockCommand } from './lock/context';
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
  const program = createProgram(
    packageVersion(),
    actionsFor(terminal, signal, afterDashes(args)),
    (code) => {
      exitCode = code;
    },
  );
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

/** A command to run, as in `lock -- terraform plan`. */
function afterDashes(args: readonly string[]): readonly string[] {
  const at = args.indexOf('--');
  return at === -1 ? [] : args.slice(at + 1);
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

/** A policy file outside of the repository reaches the engine as its variable does. */
function surroundingsOf({ policy }: Readonly<Record<string, unknown>>): Partial<Surroundings> {
  if (typeof policy !== 'string') return {};
  return { environment: { ...process.env, CLOUDIMAGES_POLICY: policy }, isCi: runsInCi };
}

/** @param command - what follows `--` */
function actionsFor(terminal: Terminal, signal: AbortSignal, command: readonly string[]): Actions {
  const withEngine =
    (
      work: (
        engine: ComposedEngine,
        options: Readonly<Record<string, unknown>>,
        operands: readonly string[],
      ) => Promise<number>,
      fixed: Readonly<Record<string, unknown>> = {},
    ): Action =>
    async (options, operands) => {
      const { configurationFromFlags } = await import('./configuration-flags.js');
      const configuration = await configurationFromFlags({ ...options, ...fixed }, process.env);
      const engine = createEngine(configuration, surroundingsOf(options));
      engine.warmUp();
      try {
        return await work(engine, options, operands);
      } finally {
        await engine.close();
      }
    };
  // What is locked, and whether it is outdated, is for the cloud to say and not for a cache.
  const withLock = (work: (call: LockCommand) => Promise<number>): Action =>
    withEngine(
      (engine, options, operands) =>
        work({
          ...{ engine, terminal, options, command, signal },
          operands: operands.slice(0, operands.length - command.length),
        }),
      { cache: false },
    );
  return {
    find: withEngine(async (engine, options, operands) =>
      (await import('./find.js')).find(engine, terminal, options, operands, signal),
    ),
    explain: withEngine(async (engine, options, operands) =>
      (await import('./find.js')).explain(engine, terminal, options, operands, signal),
    ),
    targets: withEngine(async (engine, options) =>
      (await import('./targets.js')).targets(engine, terminal, options, signal),
    ),
    lock: withLock(async (call) => (await import('./lock/lock.js')).lock(call)),
    outdated: withLock(async (call) => (await import('./lock/outdated.js')).outdated(call)),
    verify: withLock(async (call) => (await import('./lock/verify.js')).verify(call)),
    why: withLock(async (call) => (await import('./lock/why.js')).why(call)),
    doctor: withEngine(async (engine, options) =>
      (await import('./doctor.js')).doctor(engine, terminal, options, signal),
    ),
    cacheStatus: withEngine(async (engine) =>
      (await import('./cache.js')).cacheStatus(engine, terminal),
    ),
    cacheClear: withEngine(async (engine) =>
      (await import('./cache.js')).cacheClear(engine, terminal),
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
