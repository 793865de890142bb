/** Build dates written into image ids and names. */

/** A date found in a string. `start` and `end` are UTF-16 offsets; a time of day is inside. */
export interface DateSpan {
  readonly start: number;
  readonly end: number;
  /** `YYYY-MM-DD`, a real calendar date. */
  readonly date: string;
}

const SEPARATED = /^(?<year>20[0-9]{2})(?<gap>[-._])(?<month>[0-9]{2})\k<gap>(?<day>[0-9]{2})/;

const COMPACT = /^(?<year>20[0-9]{2})(?<month>[0-9]{2})(?<day>[0-9]{2})/;

/** Hour, minute and second that follow a compact date with no separator: 10, 12 or 14 digits. */
const DIGITS_OF_TIME = /^(?:[01][0-9]|2[0-3])(?:[0-5][0-9]){0,2}(?![0-9])/;

/** A time of day: `T120000`, `T12:00:00.123Z`. */
const TIME = /^[Tt][0-9]{2}(?::?[0-9]{2}){0,2}(?:\.[0-9]{1,9})?[Zz]?/;

/** More than the longest date with a time, so that each try takes the same time. */
const LONGEST_DATE = 64;

/** What may stand directly before: no word, `v` alone, or a word of three letters and more. */
const BORDER_BEFORE = /(?:^|[^a-zA-Z0-9])v?$|[a-zA-Z]{3}$/i;

function isCalendarDate(year: string, month: string, day: string): boolean {
  const y = Number(year);
  const m = Number(month);
  const d = Number(day);
  const leap = y % 4 === 0 && (y % 100 !== 0 || y % 400 === 0);
  const days = m === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(m) ? 30 : 31;
  return m >= 1 && m <= 12 && d >= 1 && d <= days;
}

/** The date at the start of a string, and its length with the time of day. */
function dateAtStart(text: string): { readonly date: string; readonly length: number } | undefined {
  const match = SEPARATED.exec(text) ?? COMPACT.exec(text);
  const { year = '', month = '', day = '', gap } = match?.groups ?? {};
  if (match === null || !isCalendarDate(year, month, day)) return undefined;
  const rest = text.slice(match[0].length);
  const digits = gap === undefined ? (DIGITS_OF_TIME.exec(rest)?.[0] ?? '') : '';
  const time = TIME.exec(rest)?.[0] ?? digits;
  if (/^[a-zA-Z0-9]/.test(rest.slice(time.length))) return undefined;
  return { date: `${year}-${month}-${day}`, length: match[0].length + time.length };
}

/**
 * The calendar dates in a string, in their order.
 *
 * Read are `YYYYMMDD`, `YYYY-MM-DD`, `YYYY.MM.DD` and `YYYY_MM_DD` from 2000 to 2099, also with a
 * time of day behind them (`202404101234`, `20240501T120000Z`). A date is not a part of a longer run of
 * digits or of a word, but a `v` (`v20240319`) or a word of three letters or more may touch it; two
 * letters could be part of a random id.
 */
export function findDates(text: string): readonly DateSpan[] {
  const found: DateSpan[] = [];
  let from = text.indexOf('20');
  while (from !== -1) {
    const before = text.slice(Math.max(0, from - 3), from);
    const next = BORDER_BEFORE.test(before)
      ? dateAtStart(text.slice(from, from + LONGEST_DATE))
      : undefined;
    const end = from + (next?.length ?? 1);
    if (next !== undefined) found.push({ start: from, end, date: next.date });
    from = text.indexOf('20', end);
  }
  return found;
}
