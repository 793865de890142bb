/** `cloudimages lock --update`: takes the newest images that the policies allow. */
import { withUpdates } from '../../lock/update';
import { printable } from '../../errors/printable';
import { EXIT } from '../exit-codes';
import { change, readFiles, type LockCommand } from './context';
import { compare, printRows } from './compare';

/** Updates the selected entries. Held ones stay. */
export async function update(call: LockCommand): Promise<number> {
  const { terminal } = call;
  const files = await readFiles(call);
  const groups = await compare(call, files);
  const rows = groups.flatMap(({ rows: all, updates }) =>
    all.filter(({ target }) => updates.has(target)),
  );
  const targets = groups.flatMap(({ updates }) => [...updates.keys()]);
  if (targets.length > 0) {
    await change(call, files, targets, (lock) => withUpdates(lock, groups));
    terminal.out(`${await printRows(rows, terminal)}\n`);
  }
  const held = groups.flatMap(({ rows: all }) => all.filter(({ state }) => state === 'held'));
  const keeping = held.length === 0 ? '' : ` ${held.length} held.`;
  terminal.err(
    `Updated ${targets.length} of ${groups.flatMap(({ rows: all }) => all).length} entries.${keeping}\n`,
  );
  const missing = groups.flatMap(({ rows: all, updates }) =>
    all.filter(({ state, hold, target }) => {
      return state === 'unlocked' && hold === undefined && !updates.has(target);
    }),
  );
  for (const { query, target, problems } of missing) {
    terminal.err(printable(`not locked: ${query} ${target} ${problems.join('; ')}\n`));
  }
  return missing.length > 0 ? EXIT.failure : EXIT.found;
}
