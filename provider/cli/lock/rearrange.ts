/** `cloudimages lock --promote` and `--prune`: changes of the lock without a request. */
import { canonicalKey, PUBLIC_SCOPE } from '@cloudimages/lock';
import { ImageError } from '../../errors/image-error';
import { promote, prune } from '../../lock/change';
import { SCOPE_LABEL } from '../../lock/scope';
import { EXIT } from '../exit-codes';
import { change, needLock, readFiles, type LockCommand } from './context';

/** Copies the reviewed entries of one scope to another one. */
export async function promoteScope(call: LockCommand): Promise<number> {
  const { options, operands, terminal } = call;
  const from = String(options['promote']);
  const [to, ...names] = operands;
  if (to === undefined) {
    terminal.err('Two scopes are needed: cloudimages lock --promote FROM TO [name...]\n');
    return EXIT.usage;
  }
  if (!SCOPE_LABEL.test(to) || to === PUBLIC_SCOPE) {
    terminal.err(
      `"${to}" is not a valid label of a scope: lowercase letters, digits and "-", beginning with a letter, and not "public".\n`,
    );
    return EXIT.usage;
  }
  const files = await readFiles(call);
  const lock = needLock(files);
  const moved = Object.entries(lock.queries).filter(
    ([name, { scopes }]) =>
      Object.hasOwn(scopes, from) && (names.length === 0 || names.includes(name)),
  );
  if (moved.length === 0) {
    const scopes = new Set(Object.values(lock.queries).flatMap((one) => Object.keys(one.scopes)));
    throw new ImageError(
      'invalid-query',
      `nothing is locked in the scope "${from}"${names.length === 0 ? '' : ` for ${names.join(', ')}`}. Scopes: ${[...scopes].toSorted().join(', ')}`,
    );
  }
  await change(call, files, [], (old) =>
    promote(old, from, to, names.length === 0 ? undefined : names),
  );
  terminal.err(`Copied ${moved.map(([name]) => name).join(', ')} from ${from} to ${to}.\n`);
  return EXIT.found;
}

/**
 * Removes named queries that cloudimages.json no longer has, or has with other conditions. With a
 * command, what it does not ask for is removed too.
 */
export async function pruneLock(call: LockCommand): Promise<number> {
  const { engine, terminal, command } = call;
  const files = await readFiles(call);
  needLock(files);
  const { project } = files;
  const current = new Map<string, string>();
  for (const name of project?.images.keys() ?? []) {
    current.set(name, canonicalKey((await engine.prepare({ query: name })).query));
  }
  const used = command.length === 0 ? undefined : await collectedEntries(call);
  if (typeof used === 'number') return used;
  const removed: string[] = [];
  await change(call, files, [], (lock) =>
    prune(lock, (name, scope, target) => {
      const query = lock.queries[name]?.query ?? {};
      const isUnnamed = name === canonicalKey(query);
      const keep = isUnnamed
        ? used === undefined || used.has(`${name}\n${target}`)
        : current.get(name) === canonicalKey(query);
      if (!keep) removed.push(`${name} ${scope} ${target}\n`);
      return keep;
    }),
  );
  terminal.out(removed.join(''));
  terminal.err(`Removed ${removed.length} ${removed.length === 1 ? 'entry' : 'entries'}.\n`);
  return EXIT.found;
}

/** The unnamed entries that a command asks for. A number: it failed with this exit code. */
async function collectedEntries(call: LockCommand): Promise<ReadonlySet<string> | number> {
  const { collectQueries } = await import('./collect.js');
  const collected = await collectQueries(call);
  if (typeof collected === 'number') return collected;
  const prepared = await Promise.all(
    collected.map(({ query, lockScope }) => call.engine.prepare(query, lockScope)),
  );
  return new Set(
    prepared.flatMap(({ query, targets }) =>
      targets.map((target) => `${canonicalKey(query)}\n${target}`),
    ),
  );
}
