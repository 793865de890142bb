/** Mutants: which there are, and which of them a run is about. */

import { createHash } from 'node:crypto';

/** One change of one place of the source, as the instrumenter reports it. */
export interface Mutant {
  readonly id: string;
  /** The same in every run while the file is unchanged; ids are not. */
  readonly key: string;
  /** Below the root, with `/`. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** The kind of change, such as `ConditionalExpression`. */
  readonly mutator: string;
  readonly original: string;
  readonly replacement: string;
  /** The whole line in which the change starts, trimmed. */
  readonly sourceLine: string;
}

/** The folders and files whose tests are measured. */
export const SUBJECTS = [
  'provider/image',
  'provider/os-name',
  'provider/look-up',
  'provider/pin',
  'provider/lock',
  'provider/source',
  'provider/transport',
  'provider/clouds/definition',
  'provider/credentials',
  'provider/pulumi/pinned-image.ts',
  'provider/terraform/resources',
];

export interface Selection {
  /** Folders or files; empty for all. */
  readonly folders: readonly string[];
  /** Only these files, if given. */
  readonly changed?: ReadonlySet<string> | undefined;
  readonly ids: readonly string[];
  /** So many random mutants of each measured folder. */
  readonly sample?: number | undefined;
  readonly seed: number;
}

/** The mutants that an option line selects; a sample depends on nothing but the seed and the mutants. */
export function selectMutants(mutants: readonly Mutant[], selection: Selection): Mutant[] {
  const { folders, changed, ids, sample, seed } = selection;
  const selected = mutants.filter(
    ({ id, file }) =>
      (folders.length === 0 || folders.some((folder) => isBelow(file, folder))) &&
      (changed === undefined || changed.has(file)) &&
      (ids.length === 0 || ids.includes(id)),
  );
  if (sample === undefined) return selected;
  const chosen = new Set(
    SUBJECTS.flatMap((subject) => {
      const own = selected.filter(({ file }) => isBelow(file, subject));
      return shuffled(own, seed).slice(0, sample);
    }),
  );
  return selected.filter((mutant) => chosen.has(mutant));
}

/** Whether a file is this file or is in this folder. */
export function isBelow(file: string, folder: string): boolean {
  const plain = folder.replace(/\/+$/, '');
  return file === plain || file.startsWith(`${plain}/`);
}

/** In a random order in which a changed file moves none of the other files' mutants. */
function shuffled(mutants: readonly Mutant[], seed: number): Mutant[] {
  const placeOf = ({ key }: Mutant): string =>
    createHash('sha256').update(`${seed} ${key}`).digest('hex');
  return mutants
    .map((mutant) => ({ mutant, place: placeOf(mutant) }))
    .sort((a, b) => (a.place < b.place ? -1 : 1))
    .map(({ mutant }) => mutant);
}
