/** Order of strings that contain numbers: digit runs count as numbers of any length. */

const ZERO = 48;
const NINE = 57;

const isDigit = (code: number): boolean => code >= ZERO && code <= NINE;

/** Where the run of digits, or of anything else, that starts at `from` ends. */
function endOfRun(text: string, from: number): number {
  const digits = isDigit(text.charCodeAt(from));
  let end = from + 1;
  while (end < text.length && isDigit(text.charCodeAt(end)) === digits) end += 1;
  return end;
}

/** Order of two strings by UTF-16 code unit: negative, zero or positive. The same on every machine. */
export const compareCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Order of two runs of decimal digits as whole numbers: negative, zero or positive.
 *
 * Exact for any length, which a JavaScript number is not; leading zeros do not count.
 */
export function compareDigits(a: string, b: string): number {
  const x = a.replace(/^0+/, '');
  const y = b.replace(/^0+/, '');
  return x.length - y.length || compareCodeUnits(x, y);
}

/**
 * Natural order of two names: negative, zero or positive; zero only for identical strings.
 *
 * Digit runs compare as numbers (`image-9` before `image-10`), the rest by code unit, and a number
 * comes before anything else. Names that differ only in leading zeros are ordered by code unit.
 */
export function compareNatural(a: string, b: string): number {
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const iEnd = endOfRun(a, i);
    const jEnd = endOfRun(b, j);
    const left = a.slice(i, iEnd);
    const right = b.slice(j, jEnd);
    const leftIsNumber = isDigit(left.charCodeAt(0));
    if (leftIsNumber !== isDigit(right.charCodeAt(0))) return leftIsNumber ? -1 : 1;
    const order = leftIsNumber ? compareDigits(left, right) : compareCodeUnits(left, right);
    if (order !== 0) return order;
    i = iEnd;
    j = jEnd;
  }
  return a.length - i - (b.length - j) || compareCodeUnits(a, b);
}
