/** Mutants: which there are, and which of them a run is about. */

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

function shuffled<T>(items: readonly T[], seed: number): T[] {
  const result = [...items];
  let state = seed >>> 0;
  for (let last = result.length - 1; last > 0; last--) {
    // Mulberry32: small, and the same on every machine.
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    const other = ((mixed ^ (mixed >>> 14)) >>> 0) % (last + 1);
    [result[last], result[other]] = [result[other] as T, result[last] as T];
  }
  return result;
}
