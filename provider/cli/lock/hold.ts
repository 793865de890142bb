/** `cloudimages lock name=IMAGE_ID --reason TEXT`, and its end: `--unhold name`. */
import type { Lock, LockedScope } from '@cloudimages/lock';
import { ImageError } from '../../errors/image-error';
import { withEntries } from '../../lock/change';
import { entriesByHand } from '../../lock/hold';
import { EXIT } from '../exit-codes';
import { withProgress } from '../output';
import { splitPair } from '../query-flags';
import { change, needLock, readFiles, targetsOf, type LockCommand } from './context';

/** Locks images by hand. Updates keep them, and `outdated` shows them. */
export async function hold(call: LockCommand): Promise<number> {
  const { engine, options, operands, terminal, signal } = call;
  const reason = options['reason'];
  const pairs = operands.flatMap((operand) => [splitPair(operand) ?? ([operand, ''] as const)]);
  const empty = pairs.find(([name, id]) => name === '' || id === '');
  if (empty !== undefined || typeof reason !== 'string' || reason.trim() === '') {
    terminal.err(
      'A hold needs an image and a reason: cloudimages lock web=IMAGE_ID --reason "broken network driver"\n',
    );
    return EXIT.usage;
  }
  const files = await readFiles(call);
  for (const [name, id] of pairs) {
    const named = targetsOf(options);
    const question = await engine.prepare({
      query: name,
      ...(named.length === 0 ? {} : { targets: named }),
    });
    const choice = { question, ids: [id], targets: question.targets, hold: reason };
    const entries = await withProgress(terminal, `Looking for ${id}`, () =>
      entriesByHand(engine, choice, { signal }),
    );
    const missing = question.targets.filter((target) => !entries.has(target));
    if (named.length > 0 && missing.length > 0) {
      throw new ImageError('no-match', `${id} does not exist in ${missing.join(', ')}`);
    }
    await change(call, files, question.targets, (lock) => withEntries(lock, question, entries));
    for (const target of entries.keys()) terminal.out(`${name} ${target} ${id} held\n`);
    if (missing.length > 0) {
      terminal.err(`${id} does not exist in ${missing.join(', ')}; nothing was changed there.\n`);
    }
  }
  return EXIT.found;
}

/** Ends the holds of a query. The next update may replace its images. */
export async function unhold(call: LockCommand): Promise<number> {
  const { options, terminal } = call;
  const name = String(options['unhold']);
  const files = await readFiles(call);
  const held = needLock(files).queries[name];
  let count = 0;
  const release = (lock: Lock): Lock => {
    const locked = lock.queries[name];
    if (locked === undefined) return lock;
    const scopes = Object.entries(locked.scopes).map(([scope, targets]): [string, LockedScope] => {
      const entries = Object.entries(targets).map(([target, { hold: reason, ...entry }]) => {
        if (reason !== undefined) count += 1;
        return [target, entry];
      });
      return [scope, Object.fromEntries(entries) as LockedScope];
    });
    const queries = { ...lock.queries, [name]: { ...locked, scopes: Object.fromEntries(scopes) } };
    return { ...lock, queries };
  };
  if (held !== undefined) await change(call, files, [], release);
  terminal.err(`Ended ${count} holds of ${name}.\n`);
  return count === 0 ? EXIT.failure : EXIT.found;
}
