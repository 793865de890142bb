/** `cloudimages lock name=IMAGE_ID --reason TEXT`, and its end: `--unhold name`. */
import { canonicalKey, type Lock, type LockedScope } from '@cloudimages/lock';
import { ImageError } from '../../errors/image-error';
import { didYouMean } from '../../image/nearest';
import { withEntries } from '../../lock/change';
import { entriesByHand } from '../../lock/hold';
import type { PreparedQuery } from '../../lock/locked-engine';
import { EXIT } from '../exit-codes';
import { withProgress } from '../output';
import {
  change,
  needLock,
  readFiles,
  scopeOf,
  targetsOf,
  type LockCommand,
  type LockFiles,
} from './context';
import { lockKeyOf, readHoldOperand, readQuery } from './hold-operand';

/** Locks images by hand. Updates keep them, and `outdated` shows them. */
export async function hold(call: LockCommand): Promise<number> {
  const { engine, options, operands, terminal, signal } = call;
  const reason = options['reason'];
  const pairs = operands.map(readHoldOperand);
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
    const question = await questionOf(call, files, name);
    const choice = { question, ids: [id], targets: question.targets, hold: reason };
    const entries = await withProgress(terminal, `Looking for ${id}`, () =>
      entriesByHand(engine, choice, { signal }),
    );
    const missing = question.targets.filter((target) => !entries.has(target));
    if (named.length > 0 && missing.length > 0) {
      throw new ImageError('no-match', `${id} does not exist in ${missing.join(', ')}`);
    }
    await change(call, files, question.targets, (lock) => withEntries(lock, question, entries));
    for (const target of entries.keys())
      terminal.out(`${question.name ?? lockKeyOf(name)} ${target} ${id} held\n`);
    if (missing.length > 0) {
      terminal.err(`${id} does not exist in ${missing.join(', ')}; nothing was changed there.\n`);
    }
  }
  return EXIT.found;
}

/**
 * The query of a name, or of a key of the lock file. A query without a name has the targets in which
 * it is locked.
 *
 * @throws ImageError `invalid-query`
 */
async function questionOf(
  { engine, options }: LockCommand,
  files: LockFiles,
  name: string,
): Promise<PreparedQuery> {
  const named = targetsOf(options);
  const given = named.length === 0 ? {} : { targets: named };
  const label = scopeOf(options);
  if (!name.startsWith('{')) {
    if (files.project?.images.has(name) !== true) throw unknownName(files, name);
    return engine.prepare({ query: name, ...given }, label);
  }
  const query = readQuery(name);
  const { targets: _targets, ...conditions } = query;
  const locked = needLock(files).queries[canonicalKey(conditions)];
  const targets = Object.values(locked?.scopes ?? {}).flatMap((one) => Object.keys(one));
  if (named.length === 0 && targets.length === 0) {
    throw new ImageError('invalid-query', `${name} is not a key of ${files.settings.file}`, {
      hint: 'Name its targets with --target, or copy the key from the lock file.',
    });
  }
  const question = await engine.prepare(
    { ...conditions, targets: named.length === 0 ? [...new Set(targets)] : named },
    label,
  );
  // Other scopes may have other targets.
  const own = Object.keys(locked?.scopes[question.scope] ?? {});
  return named.length > 0 || own.length === 0 ? question : { ...question, targets: own };
}

function unknownName({ project, lock }: LockFiles, name: string): ImageError {
  const known = [...(project?.images.keys() ?? [])];
  const isLocked = lock?.queries[name] !== undefined;
  const where = isLocked ? 'is in the lock file, but not in' : 'is not a query in';
  return new ImageError(
    'invalid-query',
    `"${name}" ${where} cloudimages.json.${didYouMean(name, known)}`,
    {
      hint: 'To hold an image of a query without a name, use its key in the lock file: cloudimages lock \'{"distro":"ubuntu"}=IMAGE_ID\' --reason TEXT',
    },
  );
}

/** Ends the holds of a query. The next update may replace its images. */
export async function unhold(call: LockCommand): Promise<number> {
  const { options, terminal } = call;
  const name = lockKeyOf(String(options['unhold']));
  const only = targetsOf(options);
  const { scope: onlyScope } = options;
  const files = await readFiles(call);
  const held = needLock(files).queries[name];
  let count = 0;
  const release = (lock: Lock): Lock => {
    const locked = lock.queries[name];
    if (locked === undefined) return lock;
    const scopes = Object.entries(locked.scopes).map(([scope, targets]): [string, LockedScope] => {
      const entries = Object.entries(targets).map(([target, entry]) => {
        const isMeant =
          (onlyScope === undefined || onlyScope === scope) &&
          (only.length === 0 || only.includes(target));
        if (!isMeant || entry.hold === undefined) return [target, entry];
        const { hold: _reason, ...released } = entry;
        count += 1;
        return [target, released];
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
