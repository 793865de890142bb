// Runs the command line `cloudimages`, without a shell.
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { MOST_BYTES } from './settings.mjs';

/**
 * Runs one command to its end. Its standard output is returned, its progress goes to standard error.
 *
 * Image names are chosen by strangers. GitHub reads commands such as `::add-mask::` from the output of a
 * step, so the reading is stopped while the command writes.
 */
export async function cloudimages(args, { cwd, environment }) {
  const stop = environment.GITHUB_ACTIONS === 'true' ? randomUUID() : undefined;
  if (stop !== undefined) process.stdout.write(`::stop-commands::${stop}\n`);
  try {
    return await run(args, cwd, environment);
  } finally {
    if (stop !== undefined) process.stdout.write(`\n::${stop}::\n`);
  }
}

function run(args, cwd, env) {
  return new Promise((resolve, reject) => {
    const child = spawn('cloudimages', args, { cwd, env, stdio: ['ignore', 'pipe', 'inherit'] });
    const chunks = [];
    let bytes = 0;
    child.stdout.on('data', (chunk) => {
      bytes += chunk.length;
      chunks.push(chunk);
      if (bytes > MOST_BYTES) child.kill();
    });
    child.once('error', (error) => reject(new Error(`cannot run cloudimages: ${error.message}`)));
    child.once('close', (code, signal) =>
      bytes > MOST_BYTES
        ? reject(new Error(`cloudimages ${args[0]} printed more than ${MOST_BYTES} bytes`))
        : resolve({ code: code ?? signal, out: Buffer.concat(chunks).toString('utf8') }),
    );
  });
}
