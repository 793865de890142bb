/** The tokens of an image name: what reading a name works on instead of its letters. */

/** A run of digits or of letters. `han` is a run of letters of the scripts east of Europe. */
export interface Token {
  readonly kind: 'number' | 'word' | 'han';
  /** In lower case. */
  readonly text: string;
  /** UTF-16 offset in the text. */
  readonly start: number;
  /** What stands between this token and the one before; empty where they touch. */
  readonly gap: string;
}

const RUN = /[0-9]+|[a-z\u00c0-\u2dff]+|[\u2e80-\u2fff\u3040-\ufdff\uff10-\uff19\uff21-\uff5a]+/g;

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;

/**
 * A name with its UUIDs blanked out, of the same length. They are random, so that their letters and
 * digits say nothing; some clouds use them as ids, and AWS Marketplace appends one to names.
 */
export const blankUuids = (name: string): string =>
  name.length < 36 ? name : name.replace(UUID, (uuid) => ' '.repeat(uuid.length));

/** Cuts a name into its runs of letters and digits, in their order. All else separates them. */
export function tokenize(name: string): readonly Token[] {
  const text = name.toLowerCase();
  const tokens: Token[] = [];
  let end = 0;
  for (const match of text.matchAll(RUN)) {
    const [run] = match;
    const first = run.charCodeAt(0);
    const kind = first < 0x3a ? 'number' : first < 0x2e80 ? 'word' : 'han';
    tokens.push({ kind, text: run, start: match.index, gap: text.slice(end, match.index) });
    end = match.index + run.length;
  }
  return tokens;
}

/** Whether a token exists, holds this text and touches the one before. */
export const touches = (token: Token | undefined, text?: string): token is Token =>
  token !== undefined && token.gap === '' && (text === undefined || token.text === text);
