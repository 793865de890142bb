/** Instants and durations as queries write them. Pure arithmetic: the clock is always passed in. */

const RFC_3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;

/** Milliseconds since 1970 of an RFC 3339 instant, or undefined when the text is not one. */
export function parseInstant(text: string): number | undefined {
  if (!RFC_3339.test(text)) return undefined;
  const [year = 0, month = 0, day = 0] = text.slice(0, 10).split('-').map(Number);
  // `Date.parse` accepts 30 February.
  const daysInMonth = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (day > daysInMonth) return undefined;
  const ms = Date.parse(text);
  return Number.isNaN(ms) ? undefined : ms;
}

const UNIT_MS = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 } as const;

/** Milliseconds of a duration such as `7d`, or undefined when the text is not one. */
export function parseDuration(text: string): number | undefined {
  const found = /^(\d{1,6})([mhdw])$/.exec(text);
  if (found === null) return undefined;
  return Number(found[1]) * UNIT_MS[found[2] as keyof typeof UNIT_MS];
}

/**
 * `Date.parse`, but several times as fast for the forms in which nearly every image has its time:
 * `2026-01-31T08:00:00Z` and `2026-01-31T08:00:00.123Z`.
 */
export function parseTime(text: string): number {
  const isInMs = text.length === 24;
  if ((text.length !== 20 && !isInMs) || !isPunctuated(text, isInMs)) return Date.parse(text);
  const year = digits(text, 0) * 100 + digits(text, 2);
  const month = digits(text, 5);
  const day = digits(text, 8);
  const hour = digits(text, 11);
  const minute = digits(text, 14);
  const second = digits(text, 17);
  const thousandths = isInMs ? digits(text, 20) * 10 + (digits(text, 21) % 10) : 0;
  const ms =
    (((daysSince1970(year, month, day) * 24 + hour) * 60 + minute) * 60 + second) * 1000 +
    thousandths;
  const isUsual =
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= 31 &&
    hour <= 23 &&
    minute <= 59 &&
    second <= 59;
  // NaN where a character is not a digit. `Date.parse` knows what that means.
  return isUsual && !Number.isNaN(ms) ? ms : Date.parse(text);
}

function isPunctuated(text: string, isInMs: boolean): boolean {
  return (
    text.charCodeAt(4) === DASH &&
    text.charCodeAt(7) === DASH &&
    text.charCodeAt(10) === LETTER_T &&
    text.charCodeAt(13) === COLON &&
    text.charCodeAt(16) === COLON &&
    (!isInMs || text.charCodeAt(19) === DOT) &&
    text.charCodeAt(text.length - 1) === LETTER_Z
  );
}

const DASH = 0x2d;
const DOT = 0x2e;
const COLON = 0x3a;
const LETTER_T = 0x54;
const LETTER_Z = 0x5a;
const DIGIT_0 = 0x30;

/** The number that two digits write; NaN where one of them is not a digit. */
function digits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - DIGIT_0;
  const ones = text.charCodeAt(at + 1) - DIGIT_0;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}

/**
 * Days of the Gregorian calendar. Years are counted from March, so that the leap day is the last.
 *
 * @see https://howardhinnant.github.io/date_algorithms.html#days_from_civil
 */
function daysSince1970(year: number, month: number, day: number): number {
  const marchYear = month > 2 ? year : year - 1;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const leapDays =
    Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return marchYear * 365 + leapDays + dayOfYear - DAYS_TO_1970;
}

/** From 1 March of the year 0. */
const DAYS_TO_1970 = 719_468;

/** When an image came to be: its creation, else its build date at midnight UTC. */
export function instantOf(image: {
  readonly createdAt?: string | undefined;
  readonly buildDate?: string | undefined;
}): { readonly ms: number; readonly basis: 'createdAt' | 'buildDate' } | undefined {
  if (image.createdAt !== undefined) {
    const ms = parseTime(image.createdAt);
    if (!Number.isNaN(ms)) return { ms, basis: 'createdAt' };
  }
  if (image.buildDate !== undefined) {
    const ms = Date.parse(`${image.buildDate}T00:00:00Z`);
    if (!Number.isNaN(ms)) return { ms, basis: 'buildDate' };
  }
  return undefined;
}
