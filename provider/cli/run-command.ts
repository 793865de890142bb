/** Runs a command of the user to its end. */
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { EXIT } from './exit-codes';
import type { Terminal } from './output';

/**
 * Runs a command in this process's environment with more variables.
 *
 * Ctrl-C reaches it from the terminal; an abort is passed on.
 *
 * @returns its exit code
 */
export function runCommand(
  [program = '', ...args]: readonly string[],
  environment: Readonly<Record<string, string>>,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      stdio: 'inherit',
      env: { ...process.env, ...environment },
    });
    const stop = (): void => void child.kill('SIGTERM');
    signal.addEventListener('abort', stop, { once: true });
    const end = (code: number): void => {
      signal.removeEventListener('abort', stop);
      resolve(code);
    };
    child.once('error', (error) => {
      terminal.err(`${program} cannot be started: ${error.message}\n`);
      end(EXIT.failure);
    });
    // As shells report it: 128 and the number of the signal.
    child.once('exit', (code, ended) => end(code ?? 128 + (ended ? constants.signals[ended] : 0)));
  });
}
