/** Puts all mutants into copies of the source files, each behind a switch, with Stryker's instrumenter. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { SUBJECTS, type Mutant } from './mutant';

export interface Instrumented {
  readonly mutants: readonly Mutant[];
  /** The changed source, by file below the root. */
  readonly sources: Readonly<Record<string, string>>;
}

/** An instrumentation, and the JSON file that holds it. */
export interface KeptInstrumented extends Instrumented {
  readonly kept: string;
}

interface Instrumenter {
  instrument(
    files: readonly { name: string; content: string; mutate: boolean }[],
    options: object,
  ): Promise<{
    files: readonly { name: string; content: string }[];
    mutants: readonly {
      id: string;
      fileName: string;
      mutatorName: string;
      replacement: string;
      location: { start: Place; end: Place };
    }[];
  }>;
}

/** Both from 0. */
interface Place {
  readonly line: number;
  readonly column: number;
}

/** Of the kept file. */
const FORMAT = 2;

/** Nothing that this prints helps; a file that it cannot read throws. */
const SILENT = {
  ...{ isDebugEnabled: () => false, isTraceEnabled: () => false, isInfoEnabled: () => false },
  ...{ trace() {}, debug() {}, info() {}, warn() {}, error() {}, fatal() {} },
};

/** Instruments all measured files, or takes the result of the last run over the same sources. */
export async function instrument(root: string, cache: string): Promise<KeptInstrumented> {
  const files = SUBJECTS.flatMap((subject) => sourceFiles(root, subject)).map((name) => ({
    name,
    content: readFileSync(path.join(root, name), 'utf8'),
    mutate: true,
  }));
  const packages = located(root).packagesFolder('mutation');
  const key = createHash('sha256')
    .update(JSON.stringify([FORMAT, packages, files]))
    .digest('hex')
    .slice(0, 16);
  const kept = path.join(cache, `instrumented-${key}.json`);
  if (existsSync(kept)) {
    return { ...(JSON.parse(readFileSync(kept, 'utf8')) as Instrumented), kept };
  }

  const result = await (
    await loadInstrumenter(packages)
  ).instrument(files, { ignorers: [], excludedMutations: [], plugins: null });
  const originals = new Map(files.map(({ name, content }) => [name, content.split('\n')]));
  const contents = new Map(
    files.map(({ name, content }) => [name, createHash('sha256').update(content).digest('hex')]),
  );
  const first = new Map<string, number>();
  const instrumented: Instrumented = {
    mutants: result.mutants.map(({ id, fileName, mutatorName, replacement, location }) => {
      const lines = originals.get(fileName) ?? [];
      if (!first.has(fileName)) first.set(fileName, Number(id));
      const ordinal = Number(id) - (first.get(fileName) ?? 0);
      return {
        id,
        key: `${fileName} ${contents.get(fileName)?.slice(0, 16)} ${ordinal}`,
        file: fileName,
        line: location.start.line + 1,
        mutator: mutatorName,
        original: textBetween(lines, location.start, location.end),
        replacement,
        sourceLine: (lines[location.start.line] ?? '').trim(),
      };
    }),
    sources: Object.fromEntries(result.files.map(({ name, content }) => [name, content])),
  };
  mkdirSync(cache, { recursive: true });
  writeFileSync(kept, JSON.stringify(instrumented));
  return { ...instrumented, kept };
}

/** Where earlier runs left their results: outside the tree, since `npm ci` empties `node_modules`. */
export function resultsFolder(root: string): string {
  return path.join(located(root).cacheFolder(), 'mutation');
}

function located(root: string) {
  return createRequire(path.join(root, 'package.json'))(
    // At run time: it looks for files beside itself, which it would not find in a bundle.
    './test/engines/locate.cjs',
  ) as {
    cacheFolder(): string;
    /** Where `test/engines/packages.mjs` has installed the instrumenter. */
    packagesFolder(name: string): string;
  };
}

async function loadInstrumenter(packages: string): Promise<Instrumenter> {
  const entry = path.join(packages, 'node_modules/@stryker-mutator/instrumenter/dist/src/index.js');
  const { Instrumenter } = (await import(pathToFileURL(entry).href)) as {
    Instrumenter: new (logger: object) => Instrumenter;
  };
  return new Instrumenter(SILENT);
}

function sourceFiles(root: string, name: string): string[] {
  if (statSync(path.join(root, name)).isFile()) return [name];
  return readdirSync(path.join(root, name))
    .sort()
    .map((child) => `${name}/${child}`)
    .filter((child) => !child.endsWith('.d.ts') && !child.endsWith('.generated.ts'))
    .filter((child) => child.endsWith('.ts') || statSync(path.join(root, child)).isDirectory())
    .flatMap((child) => sourceFiles(root, child));
}

function textBetween(lines: readonly string[], start: Place, end: Place): string {
  const own = lines.slice(start.line, end.line + 1);
  own[own.length - 1] = (own.at(-1) ?? '').slice(0, end.column);
  own[0] = (own[0] ?? '').slice(start.column);
  return own.join('\n');
}
