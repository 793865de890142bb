/** The command line in this process: what it prints and how it ends. */
import { runCommandLine } from '../../provider/cli/main';

/** How a command ended. */
export interface Ending {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/**
 * Runs a command until it ends. Its output is not a terminal unless it has `columns`.
 *
 * @param options - `onErr` gets, at each text on standard error, what stands on standard output
 */
export async function run(
  args: readonly string[],
  options: {
    readonly signal?: AbortSignal;
    readonly columns?: number;
    readonly onErr?: (outSoFar: string) => void;
  } = {},
): Promise<Ending> {
  const written = { out: '', err: '' };
  const code = await runCommandLine(
    args,
    {
      out: (text) => (written.out += text),
      err: (text) => {
        written.err += text;
        options.onErr?.(written.out);
      },
      errIsTerminal: false,
      colors: false,
      columns: options.columns,
    },
    options.signal ?? new AbortController().signal,
  );
  return { code, ...written };
}

/** Lays variables over the environment of the process, and gives a way to take them off again. */
export function withEnvironment(variables: Readonly<Record<string, string>>): () => void {
  const before = { ...process.env };
  Object.assign(process.env, variables);
  return () => {
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
    Object.assign(process.env, before);
  };
}
