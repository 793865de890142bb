/** How everything here is measured: in turns, so that what else the machine does falls on all alike. */
import { spawn } from 'node:child_process';

/** The middle of some figures. */
export function median(figures) {
  const sorted = figures.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

/** Measures several cases in turns. Gives `[name, median]` in the order of the cases. */
export async function inTurns(runs, cases) {
  const figures = new Map(Object.keys(cases).map((name) => [name, []]));
  for (let run = 0; run < runs; run += 1) {
    for (const [name, measure] of Object.entries(cases)) figures.get(name).push(await measure());
  }
  return new Map([...figures].map(([name, all]) => [name, median(all)]));
}

/** Milliseconds of a whole run of a program. Rejects unless it succeeds. */
export function wholeRun(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const startedMs = performance.now();
    const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'], ...options });
    let complaint = '';
    child.stderr.on('data', (chunk) => (complaint += chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(performance.now() - startedMs);
      else reject(new Error(`${command} ${args.join(' ')} ended with ${code}: ${complaint}`));
    });
  });
}

/** Milliseconds until a program's first output. It is ended then. */
export function firstOutput(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const startedMs = performance.now();
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'ignore'], ...options });
    child.on('error', reject);
    child.stdout.once('data', () => {
      resolve(performance.now() - startedMs);
      child.kill('SIGKILL');
    });
  });
}

/** What a program prints, as JSON. */
export function jsonOf(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'], ...options });
    let text = '';
    child.stdout.on('data', (chunk) => (text += chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(JSON.parse(text));
      else reject(new Error(`${args.join(' ')} ended with ${code}`));
    });
  });
}
