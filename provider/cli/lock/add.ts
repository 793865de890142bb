/** `cloudimages lock [name...]`: resolves and locks what is missing. */
import { lookUpLocked, type Lock, type LockedQuestion } from '@cloudimages/lock';
import { ImageError } from '../../errors/image-error';
import { didYouMean } from '../../image/nearest';
import type { ImagesAnswer } from '../../image/answer.generated';
import { withEntries } from '../../lock/change';
import type { QueryToLock } from '../../lock/collect';
import { entriesByHand } from '../../lock/hold';
import type { PreparedQuery } from '../../lock/locked-engine';
import { EXIT } from '../exit-codes';
import { printWarnings, withProgress } from '../output';
import { printable } from '../../errors/printable';
import {
  assertWritable,
  change,
  readFiles,
  scopeOf,
  targetsOf,
  type LockCommand,
  type LockFiles,
} from './context';

/** Locks named queries: all of them, or those that were named. */
export async function add(call: LockCommand): Promise<number> {
  const { engine, options, operands, terminal } = call;
  const { project } = await readFiles(call);
  const known = [...(project?.images.keys() ?? [])];
  const unknown = operands.filter((name) => !known.includes(name));
  if (unknown.length > 0 || known.length === 0) {
    const said = unknown.map(
      (name) => `"${name}" is not a query in cloudimages.json.${didYouMean(name, known)}`,
    );
    throw new ImageError(
      'invalid-query',
      said.length > 0 ? said.join(' ') : 'there are no named queries in cloudimages.json',
      {
        hint: 'To lock the queries of a program, run `cloudimages lock -- COMMAND` with its preview, plan or synth.',
      },
    );
  }
  const targets = targetsOf(options);
  const queries = (operands.length === 0 ? known : operands).map((name) => ({
    query: { query: name, ...(targets.length === 0 ? {} : { targets }) },
    lockScope: scopeOf(options),
  }));
  const wanted = await Promise.all(
    queries.map(async ({ query, lockScope }) => {
      const { scope } = await engine.prepare(query, lockScope);
      return options['scope'] === undefined || options['scope'] === scope;
    }),
  );
  const { added, kept } = await lockQueries(
    call,
    queries.filter((_, index) => wanted[index]),
  );
  terminal.err(`Locked ${added} of ${added + kept} images; ${kept} were locked already.\n`);
  return EXIT.found;
}

/** Resolves and locks queries, and prints what is new. */
export async function lockQueries(
  call: LockCommand,
  queries: readonly QueryToLock[],
): Promise<{ readonly added: number; readonly kept: number }> {
  const { engine, terminal, signal } = call;
  const files = await readFiles(call);
  const { settings, lock: before } = files;
  const prepared = await Promise.all(
    queries.map(({ query, lockScope }) => engine.prepare(query, lockScope)),
  );
  assertWritable(
    engine,
    settings,
    prepared.flatMap(({ targets }) => targets),
  );
  await lockHeld(call, files, queries, prepared);
  let done = 0;
  const answers = await withProgress(terminal, `Resolving ${queries.length} queries`, (report) =>
    // One after the other in the file, side by side in the clouds.
    Promise.all(
      queries.map(async ({ query, lockScope }) => {
        const answer = await engine.addToLock(query, { signal }, lockScope);
        done += 1;
        report(`Resolved ${done} of ${queries.length} queries`);
        return answer;
      }),
    ),
  );
  let added = 0;
  let kept = 0;
  for (const [index, answer] of answers.entries()) {
    assertWritten(answer);
    terminal.err(await printWarnings(answer, terminal));
    const question = prepared[index] ?? { name: undefined, query: {}, scope: '' };
    const { name, query } = question;
    for (const { target, id, name: imageName } of answer.images) {
      if (isLocked(before, question, target)) {
        kept += 1;
        continue;
      }
      added += 1;
      const what = `${name ?? JSON.stringify(query)} ${target} ${id}`;
      terminal.out(
        `${printable(imageName === '' || imageName === id ? what : `${what} (${imageName})`)}\n`,
      );
    }
  }
  return { added, kept };
}

/** Locks the images that pins in a state keep. @throws ImageError `invalid-query` where pins differ */
async function lockHeld(
  call: LockCommand,
  files: LockFiles,
  queries: readonly QueryToLock[],
  prepared: readonly PreparedQuery[],
): Promise<void> {
  const { engine, signal } = call;
  for (const [index, question] of prepared.entries()) {
    for (const [target, ids] of queries[index]?.held ?? []) {
      if (isLocked(files.lock, question, target)) continue;
      if (ids.size > 1) {
        const what = question.name ?? JSON.stringify(question.query);
        const message = `pins of ${what} have different images in ${target}: ${[...ids].join(', ')}`;
        const hint = 'Lock one of them with `cloudimages lock NAME=IMAGE_ID --reason TEXT`.';
        throw new ImageError('invalid-query', message, { hint });
      }
      const choice = { question, ids: [...ids], targets: [target], hold: undefined };
      const entries = await entriesByHand(engine, choice, { signal });
      await change(call, files, [target], (lock) => withEntries(lock, question, entries));
    }
  }
}

function isLocked(
  lock: Lock | undefined,
  question: Omit<LockedQuestion, 'target'>,
  target: string,
): boolean {
  return lock !== undefined && lookUpLocked(lock, { ...question, target }).state === 'locked';
}

/** In plans a file that cannot be written is a warning; here writing is the job. */
function assertWritten({ warnings }: ImagesAnswer): void {
  const problem = warnings.find(({ code }) => code === 'lock-not-written');
  if (problem !== undefined) {
    throw new ImageError('invalid-lock', problem.message, { hint: 'Make the file writable.' });
  }
}
