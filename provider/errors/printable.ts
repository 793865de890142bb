/** Makes text from outside (services, files, image names) safe to show in a terminal or a log. */

/** The longest excerpt of a service's text in an error. Characters. */
export const EXCERPT_LENGTH = 300;

/**
 * Everything that moves the cursor, colors, hides or reorders text: C0 and C1 controls but tab and
 * newline, the bidirectional controls, and the line separators that only some programs break at.
 */
const CONTROLS =
  /[\0-\x08\x0B-\x1F\x7F-\x9F\u061C\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069]/g;

/**
 * The text with control characters as visible escapes. Tabs and newlines stay.
 *
 * @example printable('\x1b[31mred') === '\\u001b[31mred'
 */
export function printable(text: string): string {
  return text.replace(
    CONTROLS,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/**
 * The beginning of what a service sent, on one line, with control characters escaped.
 *
 * @example excerpt('first\nsecond') === 'first second'
 */
export function excerpt(text: string, maxLength: number = EXCERPT_LENGTH): string {
  // Cut first: the text may have millions of characters.
  const head = text.length > maxLength ? `${whole(text.slice(0, maxLength))}…` : text;
  return printable(head.replace(/\s+/g, ' ')).trim();
}

/** Without half a surrogate pair at its end. */
function whole(text: string): string {
  return text.replace(/[\uD800-\uDBFF]$/, '');
}
