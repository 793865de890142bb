/** The tokens of an image name: what reading a name works on instead of its letters. */

/** A run of digits or of letters. `han` is a run of letters of the scripts east of Europe. */
export interface Token {
  readonly kind: 'number' | 'word' | 'han';
  /** In lower case. */
  readonly text: string;
  /** UTF-16 offset in the name. */
  readonly start: number;
  /** What stands between this token and the one before; empty where they touch. */
  readonly gap: string;
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;

/**
 * A name with its UUIDs blanked out, of the same length. They are random, so that their letters and
 * digits say nothing; some clouds use them as ids, and AWS Marketplace appends one to names.
 */
export const blankUuids = (name: string): string =>
  name.length < 36 ? name : name.replace(UUID, (uuid) => ' '.repeat(uuid.length));

/** The kind of run that a UTF-16 code unit belongs to, in lower case; undefined for a separator. */
function kindOf(unit: number): Token['kind'] | undefined {
  if (unit < 0x80) {
    if (unit >= 0x61 && unit <= 0x7a) return 'word';
    return unit >= 0x30 && unit <= 0x39 ? 'number' : undefined;
  }
  if (unit < 0x2e80) return unit >= 0xc0 && unit <= 0x2dff ? 'word' : undefined;
  const isHan =
    unit <= 0x2fff ||
    (unit >= 0x3040 && unit <= 0xfdff) ||
    (unit >= 0xff10 && unit <= 0xff19) ||
    (unit >= 0xff21 && unit <= 0xff5a);
  return isHan ? 'han' : undefined;
}

/**
 * Cuts a name into its runs of letters and digits, in their order. All else separates them.
 *
 * By hand, since this is most of the time that reading a name takes: a regular expression takes twice
 * as long.
 */
export function tokenize(name: string): readonly Token[] {
  const text = name.toLowerCase();
  const tokens: Token[] = [];
  let end = 0;
  let start = 0;
  while (start < text.length) {
    const kind = kindOf(text.charCodeAt(start));
    let next = start + 1;
    if (kind !== undefined) {
      while (next < text.length && kindOf(text.charCodeAt(next)) === kind) next += 1;
      tokens.push({ kind, text: text.slice(start, next), start, gap: text.slice(end, start) });
      end = next;
    }
    start = next;
  }
  return tokens;
}

/** Whether a token exists, is this word (if given) and touches the one before. */
export const touches = (token: Token | undefined, text?: string): token is Token =>
  token !== undefined && token.gap === '' && (text === undefined || token.text === text);
