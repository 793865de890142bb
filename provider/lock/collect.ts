/** The file in which `cloudimages lock -- COMMAND` collects the queries of its command. */
import { appendFile } from 'node:fs/promises';
import type { PlainQuery } from '@cloudimages/lock';

/** One line of the file: a query as `getImages` takes it. */
export interface CollectedQuery {
  readonly name?: string | undefined;
  readonly query: PlainQuery;
  readonly targets: readonly string[];
  /** The label of the scope that the process has. */
  readonly lockScope?: string | undefined;
  /** The image ids that a pin keeps, by target. */
  readonly held?: Readonly<Record<string, string>> | undefined;
}

/** A collected query as `getImages` takes it, and the label of its scope. */
export interface QueryToLock {
  readonly query: PlainQuery;
  readonly lockScope: string | undefined;
  /** The image ids that pins keep, by target. Several where pins of one query differ. */
  readonly held?: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Adds a query. One write per line in append mode, so that processes can share the file. */
export async function collectQuery(
  file: string,
  { name, query, targets, lockScope, held }: CollectedQuery,
): Promise<void> {
  await appendFile(file, `${JSON.stringify({ name, query, targets, lockScope, held })}\n`);
}

interface FoundQuery {
  readonly asked: PlainQuery;
  readonly lockScope?: string;
  readonly targets: Set<string>;
  readonly held: Map<string, Set<string>>;
}

/** The queries of a file, each once with all of its targets. */
export function parseCollected(text: string): readonly QueryToLock[] {
  const found = new Map<string, FoundQuery>();
  for (const line of text.split('\n').filter((one) => one !== '')) {
    const { name, query, targets, lockScope, held = {} } = JSON.parse(line) as CollectedQuery;
    const asked = name === undefined ? query : { query: name };
    const key = JSON.stringify([asked, lockScope]);
    const known = found.get(key) ?? {
      asked,
      targets: new Set<string>(),
      held: new Map<string, Set<string>>(),
      ...(lockScope === undefined ? {} : { lockScope }),
    };
    targets.forEach((target) => known.targets.add(target));
    for (const [target, id] of Object.entries(held)) {
      known.held.set(target, (known.held.get(target) ?? new Set()).add(id));
    }
    found.set(key, known);
  }
  return [...found.values()].map(({ asked, lockScope, targets, held }) => ({
    query: targets.size === 0 ? asked : { ...asked, targets: [...targets] },
    lockScope,
    held,
  }));
}
