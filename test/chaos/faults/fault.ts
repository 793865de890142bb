/** What goes wrong with an answer, and what a look-up may say about it. */
import type { ErrorCode } from '../../../provider/errors/image-error';
import type { Random } from '../random';
import type { Vocabulary } from '../vocabulary/vocabulary';

/** One answer on its way to the client. */
export interface WireAnswer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** How the connection ends; absent: as it should. */
  readonly end?: End | undefined;
}

/** What happens below HTTP. The stub tells what a client would make of it; a socket really does it. */
export type End =
  /** The connection is reset after so many bytes of the answer. */
  | { readonly kind: 'reset'; readonly afterBytes: number }
  /** The connection is closed in an orderly way after so many bytes. */
  | { readonly kind: 'close'; readonly afterBytes: number }
  /** Silence after so many bytes, forever. */
  | { readonly kind: 'hang'; readonly afterBytes: number }
  /** The whole answer, late. */
  | { readonly kind: 'late'; readonly ms: number }
  /** One byte now and then, forever. */
  | { readonly kind: 'drip' }
  /** No connection at all. */
  | { readonly kind: 'unreachable'; readonly code: string }
  /** Bytes in place of the whole HTTP answer. */
  | { readonly kind: 'raw'; readonly bytes: Buffer }
  /** Bytes in place of the body, as they are. */
  | { readonly kind: 'bytes'; readonly bytes: Buffer };

export interface FaultContext {
  readonly random: Random;
  readonly vocabulary: Vocabulary;
  /** Whether the request named images by id. */
  readonly asksByIds: boolean;
  /** The first page of the same list that this look-up was given, untouched. */
  readonly firstPage: WireAnswer;
}

export interface Fault {
  /** Unique, for reports and `--fault`. */
  readonly name: string;
  /** What a look-up that meets it may fail with. It may always succeed with the right answer. */
  readonly codes: readonly ErrorCode[];
  /** It cannot be seen from outside: a wrong answer is counted apart. */
  readonly lie?: boolean;
  /**
   * How it changes a list. Two that change it in different ways can agree, such as a row left out
   * and a total that is too low, and then nobody can see it.
   */
  readonly touches?: 'fewer rows' | 'more rows' | 'total';
  /** Only over real sockets, where there are bytes. */
  readonly socketsOnly?: boolean;
  readonly apply: (answer: WireAnswer, context: FaultContext) => WireAnswer;
}

/** A list taken out of a body. */
export interface OpenList {
  readonly rows: unknown[];
  readonly total: unknown;
}

/** Changes the list of a body; a body without one stays as it is. */
export function editList(
  answer: WireAnswer,
  { vocabulary }: Pick<FaultContext, 'vocabulary'>,
  edit: (list: OpenList) => { readonly rows?: unknown; readonly total?: unknown },
): WireAnswer {
  const body = parse(answer.body);
  const rows = at(body, vocabulary.rowsAt);
  if (!Array.isArray(rows)) return answer;
  const total = at(body, vocabulary.totalAt);
  const edited = edit({ rows: [...(rows as unknown[])], total });
  if ('rows' in edited) put(body, vocabulary.rowsAt, edited.rows);
  if ('total' in edited) put(body, vocabulary.totalAt, edited.total);
  try {
    return { ...answer, body: JSON.stringify(body) };
  } catch {
    // Another fault has nested it too deeply to be printed.
    return answer;
  }
}

/** The same body with an empty list that claims to be whole. */
export function emptied(answer: WireAnswer, context: Pick<FaultContext, 'vocabulary'>): WireAnswer {
  return editList(answer, context, () => ({ rows: [], total: 0 }));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function at(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inner, step) =>
      typeof inner === 'object' && inner !== null
        ? (inner as Record<string, unknown>)[step]
        : undefined,
    value,
  );
}

/** Undefined takes the member out. */
function put(value: unknown, path: readonly string[], member: unknown): void {
  const last = path.at(-1) ?? '';
  const parent = at(value, path.slice(0, -1)) as Record<string, unknown>;
  if (member === undefined) delete parent[last];
  else parent[last] = member;
}

/** A fault that only changes how the connection ends. */
export function ended(end: (answer: WireAnswer, context: FaultContext) => End): Fault['apply'] {
  return (answer, context) => ({ ...answer, end: end(answer, context) });
}
