/** `cloudimages lock -- COMMAND`: locks the queries of a preview, a plan or a synth. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseCollected, type QueryToLock } from '../../lock/collect';
import { EXIT } from '../exit-codes';
import { runCommand } from '../run-command';
import { lockQueries } from './add';
import type { LockCommand } from './context';

/** Runs the command to collect its queries, locks them, and runs it again with the lock `frozen`. */
export async function lockCommand(call: LockCommand): Promise<number> {
  const { command, terminal, signal } = call;
  const collected = await collectQueries(call);
  if (typeof collected === 'number') return collected;
  if (collected.length === 0) {
    terminal.err('The command asked for no image, so there is nothing to lock.\n');
    return EXIT.found;
  }
  const { added, kept } = await lockQueries(call, collected);
  terminal.err(
    `Locked ${added} of ${added + kept} images; ${kept} were locked already. Running the command again.\n`,
  );
  const environment = { ...variablesOf(call), CLOUDIMAGES_LOCK: 'frozen' };
  return runCommand(command, environment, terminal, signal);
}

/** The queries that the command asks for. A number: it failed with this exit code. */
export async function collectQueries(call: LockCommand): Promise<readonly QueryToLock[] | number> {
  const { command, terminal, signal } = call;
  const folder = await mkdtemp(path.join(tmpdir(), 'cloudimages-lock-'));
  const file = path.join(folder, 'queries.jsonl');
  try {
    await writeFile(file, '');
    const environment = { ...variablesOf(call), CLOUDIMAGES_LOCK_COLLECT: file };
    const code = await runCommand(command, environment, terminal, signal);
    if (code !== 0) {
      terminal.err(`The command ended with ${code}, so nothing was changed.\n`);
      return code;
    }
    return parseCollected(await readFile(file, 'utf8'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What the flags say about the lock, for the command. */
function variablesOf({ options }: LockCommand): Readonly<Record<string, string>> {
  const variables = {
    CLOUDIMAGES_LOCK_FILE: options['lockFile'],
    CLOUDIMAGES_LOCK_SCOPE: options['lockScope'],
    CLOUDIMAGES_POLICY: options['policy'],
  };
  return Object.fromEntries(
    Object.entries(variables).flatMap(([name, value]) =>
      typeof value !== 'string'
        ? []
        : [[name, name === 'CLOUDIMAGES_LOCK_SCOPE' ? value : path.resolve(value)]],
    ),
  );
}
