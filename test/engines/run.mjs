// Runs a long command quietly: shows a sign of life each minute, and its last lines if it fails.
import { spawn } from 'node:child_process';

/** Lines of output shown when a command fails. */
const SHOWN_LINES = 25;

/** Milliseconds between two signs of life. */
const SIGN_OF_LIFE_MS = 60_000;

/** Resolves to what the command wrote to stdout; rejects if it cannot start or its exit code is not 0. */
export function run(command, args, { cwd, env = {}, label }) {
  const started = Date.now();
  const minutes = () => Math.round((Date.now() - started) / 60_000);
  const timer = setInterval(
    () => console.log(`  ${label}: still at it after ${minutes()} min`),
    SIGN_OF_LIFE_MS,
  );
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    let stdout = '';
    let all = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      stdout += text;
      all += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text) => (all += text));
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (code === 0) return resolve(stdout);
      const tail = all.trimEnd().split('\n').slice(-SHOWN_LINES).join('\n    ');
      reject(new Error(`${command} ${args[0]} ended with ${code ?? signal}:\n    ${tail}`));
    });
  }).finally(() => clearInterval(timer));
}
