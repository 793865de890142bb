/** Keeps each result as it comes, so that a stopped run loses nothing. */
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Mutant } from './mutant';
import type { Outcome } from './scores';

interface Entry {
  readonly key: string;
  readonly outcome: Outcome;
  /** The state of all sources and tests. */
  readonly state: string;
}

export interface Journal {
  /**
   * What an earlier run found, if it still holds. A mutant that a test noticed is noticed while its
   * file is unchanged; one that no test noticed is tried again after any change.
   */
  outcomeOf(mutant: Mutant): Outcome | undefined;
  add(mutant: Mutant, outcome: Outcome): void;
}

/** @param state - identifies the sources and the tests of this run */
export function openJournal(file: string, state: string): Journal {
  mkdirSync(path.dirname(file), { recursive: true });
  const entries = new Map<string, Entry>();
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  for (const line of lines) {
    const entry = parsed(line);
    if (entry !== undefined) entries.set(entry.key, entry);
  }
  return {
    outcomeOf({ key }) {
      const entry = entries.get(key);
      if (entry === undefined) return undefined;
      const noticed = entry.outcome === 'killed' || entry.outcome === 'timed out';
      return noticed || entry.state === state ? entry.outcome : undefined;
    },
    add({ key }, outcome) {
      const entry: Entry = { key, outcome, state };
      // First the end of a line: a run that was stopped may have left half of one.
      appendFileSync(file, `\n${JSON.stringify(entry)}`);
    },
  };
}

/** `undefined` for half a line. */
function parsed(line: string): Entry | undefined {
  try {
    return JSON.parse(line) as Entry;
  } catch {
    return undefined;
  }
}
