/** `cloudimages lock --from-state FILE`: locks the ids that a stack uses already. */
import { readFile } from 'node:fs/promises';
import { ImageError } from '../../errors/image-error';
import { printable } from '../../errors/printable';
import { withEntries } from '../../lock/change';
import { imagesInState } from '../../lock/from-state';
import { entriesByHand } from '../../lock/hold';
import { EXIT } from '../exit-codes';
import { withProgress } from '../output';
import { change, readFiles, scopeOf, type LockCommand } from './context';

/** Locks what the state holds. Different ids for one query are reported, and never chosen from. */
export async function fromState(call: LockCommand): Promise<number> {
  const { engine, options, terminal, signal } = call;
  const file = String(options['fromState']);
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ImageError('invalid-configuration', `cannot read ${file}: ${reason}`, { cause });
  });
  const { images, conflicts, encrypted } = imagesInState(text, file);
  const files = await readFiles(call);
  const problems: string[] = [
    ...encrypted.map(
      (urn) =>
        `${urn} is encrypted, since its query has a secret. Run \`pulumi stack export --show-secrets\`, and remove the file afterwards.`,
    ),
    ...conflicts.map(
      ({ query, target, images: different }) =>
        `${JSON.stringify(query)} has different images in ${target}; lock one of them by hand:\n${different
          .map(({ address, ids }) => `  ${ids.join(', ')} of ${address}`)
          .join('\n')}`,
    ),
  ];
  const resolved = await withProgress(terminal, `Looking for ${images.length} images`, () =>
    Promise.all(
      images.map(async ({ address, query, target, ids }) => {
        try {
          const question = await engine.prepare({ ...query, targets: [target] }, scopeOf(options));
          const choice = { question, ids, targets: [target], hold: undefined };
          return [{ question, ids, entries: await entriesByHand(engine, choice, { signal }) }];
        } catch (error) {
          if (!(error instanceof ImageError) || !EXPECTED.has(error.code)) throw error;
          problems.push(`${address}: ${error.reason}`);
          return [];
        }
      }),
    ),
  );
  const found = resolved.flat();
  const targets = found.flatMap(({ entries }) => [...entries.keys()]);
  if (found.length > 0) {
    await change(call, files, targets, (lock) =>
      found.reduce((result, { question, entries }) => withEntries(result, question, entries), lock),
    );
  }
  for (const { question, ids, entries } of found) {
    const name = question.name ?? JSON.stringify(question.query);
    for (const target of entries.keys())
      terminal.out(printable(`${name} ${target} ${ids.join(', ')}\n`));
  }
  terminal.err(printable(problems.map((problem) => `not locked: ${problem}\n`).join('')));
  terminal.err(
    `Locked ${found.length} of ${images.length + conflicts.length + encrypted.length} images.\n`,
  );
  if (found.length > 0) {
    terminal.err(
      'Run `terraform apply` or `pulumi up` once: it changes nothing, and pins remember their entries.\n',
    );
  }
  return problems.length > 0 ? EXIT.failure : EXIT.found;
}

/** What is wrong with one image of the state, and not with the run. */
const EXPECTED: ReadonlySet<string> = new Set(['no-match', 'invalid-query', 'denied-image']);
