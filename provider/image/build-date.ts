/** Build dates written into image ids and names. */
import { blankUuids } from './name-tokens';

/** A date found in a text. `start` and `end` are UTF-16 offsets; a time of day is inside. */
export interface DateSpan {
  readonly start: number;
  readonly end: number;
  /** `YYYY-MM-DD`, a real calendar date. */
  readonly date: string;
}

/** Sticky, so that a try costs the same wherever in a long text it is made. */
const SEPARATED = /(20[0-9]{2})([-._])([0-9]{2})\2([0-9]{2})(?![0-9])/y;

/** Hour, and then minute and second, may follow with no separator: 10, 12 or 14 digits. */
const COMPACT =
  /(20[0-9]{2})([0-9]{2})([0-9]{2})(?:(?:[01][0-9]|2[0-3])(?:[0-5][0-9]){0,2})?(?![0-9])/y;

/** What may follow a date directly: nothing of a word, or a time (`T120000`, `T12:00:00Z`). */
const BORDER_AFTER = /(?:[Tt][0-9]{2}(?::?[0-9]{2}){0,2}(?:\.[0-9]{1,9})?)?[Zz]?(?![a-zA-Z0-9])/y;

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

function dateAt(text: string, start: number): DateSpan | undefined {
  for (const pattern of [SEPARATED, COMPACT]) {
    pattern.lastIndex = start;
    const match = pattern.exec(text);
    if (match === null) continue;
    const [year = '', month = '', day = ''] = match.slice(1).filter((part) => part.length > 1);
    BORDER_AFTER.lastIndex = pattern.lastIndex;
    const border = BORDER_AFTER.exec(text);
    if (border === null || !isCalendarDate(year, month, day)) continue;
    return { start, end: BORDER_AFTER.lastIndex, date: `${year}-${month}-${day}` };
  }
  return undefined;
}

/**
 * The calendar dates in a text, in the order they stand in it.
 *
 * Read are `YYYYMMDD`, `YYYY-MM-DD`, `YYYY.MM.DD` and `YYYY_MM_DD` from 2000 to 2099, also with a
 * time of day behind them (`202404101234`, `20240501T120000Z`). A date is no part of a longer run of
 * digits or of a word, but a `v` (`v20240319`) or a word of three letters or more may touch it; two
 * letters could be part of a random id.
 */
export function findDates(text: string): readonly DateSpan[] {
  const found: DateSpan[] = [];
  let from = text.indexOf('20');
  while (from !== -1) {
    const before = text.slice(Math.max(0, from - 3), from);
    const span = BORDER_BEFORE.test(before) ? dateAt(text, from) : undefined;
    if (span !== undefined) found.push(span);
    from = text.indexOf('20', span?.end ?? from + 1);
  }
  return found;
}

/**
 * The build date in an image id or name, `YYYY-MM-DD`; undefined where there is none. Where there
 * are several, the last: what the image was made from is named before what was made of it.
 */
export function readBuildDate(text: string): string | undefined {
  return findDates(blankUuids(text)).at(-1)?.date;
}
