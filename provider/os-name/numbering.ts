/** How the distributions number their versions, and how names abbreviate those numbers. */

/** Numbers that stand in a row in a name, as written, and what joins each to the one before. */
export interface NumberRun {
  readonly numbers: readonly string[];
  /** `.`, `-` or `_` (or `u`, as in `6u5`) before the second number and each further one. */
  readonly joins: readonly string[];
}

/**
 * The version that a row of numbers begins with, dotted, or undefined where it holds none.
 *
 * What follows the version in the row (a serial, a build) is left out. Every digit of the answer is
 * in the row; only zeros before a number are dropped.
 */
export type ReadNumbers = (run: NumberRun) => string | undefined;

/** 64 and 32 alone are word sizes, or may be: `centos-64`, `win32`. */
const isWordSize = (number: string): boolean => number === '64' || number === '32';

const withoutZeros = (number: string): string => number.replace(/^0+(?=[0-9])/, '');

/** Numbers joined to the first by dots, at most `depth` in all and `digits` long. */
function dotted(run: NumberRun, depth: number, digits: number): string[] {
  const parts: string[] = [];
  for (const [i, number] of run.numbers.slice(0, depth).entries()) {
    const join = run.joins[i - 1];
    if (number.length > digits || (i > 0 && join !== '.' && join !== 'u')) break;
    parts.push(withoutZeros(number));
  }
  return parts;
}

/** A second number behind `-` or `_`, where file names and slugs allow no dot: `centos_7_09`. */
function dashed(run: NumberRun, digits: number): string | undefined {
  const [, second] = run.numbers;
  const [join] = run.joins;
  if (second === undefined || isWordSize(second) || second.length > digits) return undefined;
  return join === '-' || join === '_' ? withoutZeros(second) : undefined;
}

/** One number, such as Fedora's 39. Fedora had a release 32, so only 64 is a word size here. */
const single =
  (accepts: (number: string) => boolean): ReadNumbers =>
  ({ numbers: [first = ''] }) =>
    accepts(first) && first !== '64' ? withoutZeros(first) : undefined;

/**
 * Major and minor of an abbreviation: `79` is 7.9, `810` 8.10, `12` 12, `103` 10.3 and `1001` 10.1.
 * `606` could be 6.6 or 6.0.6, so it is 6.
 */
function split(number: string, longMajors: RegExp): readonly string[] | undefined {
  const digits = longMajors.test(number) ? 2 : 1;
  const major = number.slice(0, digits);
  const minor = number.slice(digits);
  if (minor === '') return [major];
  if (digits === 1 && minor.length === 2) return minor.startsWith('0') ? [major] : [major, minor];
  return minor.length === 1 || /^1.0.$/.test(number) ? [major, minor] : undefined;
}

/** Major and minor, such as CentOS' 7.9. `longMajors` matches the majors that have two digits. */
const point =
  (longMajors: RegExp): ReadNumbers =>
  (run) => {
    const [first = ''] = run.numbers;
    if (isWordSize(first)) return undefined;
    const parts = dotted(run, 3, 4);
    if (parts.length > 1) return first.length <= 2 ? parts.join('.') : undefined;
    const [major, minor = dashed(run, 2)] = split(withoutZeros(first), longMajors) ?? [];
    if (major === undefined) return undefined;
    return minor === undefined ? major : `${major}.${withoutZeros(minor)}`;
  };

/** Numbers that are always joined, such as Alpine's 3.19.1 and Alibaba Cloud Linux' 3.2104. */
const plain =
  (limit: { readonly majorDigits: number; readonly dashedDigits: number }): ReadNumbers =>
  (run) => {
    const [first = ''] = run.numbers;
    if (isWordSize(first) || first.length > limit.majorDigits) return undefined;
    const parts = dotted(run, 3, 4);
    const minor = parts.length === 1 ? dashed(run, limit.dashedDigits) : undefined;
    return [...parts, ...(minor === undefined ? [] : [minor])].join('.');
  };

/** Builds of many numbers, each join meaning the same: `3815.2.1`, `39.20240407.3.0`. */
const build: ReadNumbers = ({ numbers: [first = '', ...others] }) =>
  first.length >= 2 && first.length <= 5 && !isWordSize(first)
    ? [first, ...others.slice(0, 3)].map(withoutZeros).join('.')
    : undefined;

const isMonth = (number: string): boolean => /^(?:0[1-9]|1[0-2])$/.test(number);

/** Year and month, such as Ubuntu's 22.04.3. No other four digits are one: `2022` is a mere year. */
const yearMonth: ReadNumbers = (run) => {
  const [first = '', second = '', third = ''] = run.numbers;
  const [join, nextJoin] = run.joins;
  const patch = (number: string, before: string | undefined): string =>
    before === '.' && number.length > 0 && number.length <= 2 ? `.${withoutZeros(number)}` : '';
  if (first.length > 2) {
    const [, year = '', month = '', point = ''] = /^(..?)(..)(.?)$/.exec(first) ?? [];
    const fits = isMonth(month) && (point === '' || first.length === 5);
    if (!fits) return undefined;
    return `${withoutZeros(year)}.${month}${point === '' ? patch(second, join) : `.${point}`}`;
  }
  const year = withoutZeros(first);
  if (Number(year) < 4 || isWordSize(first)) return undefined;
  if (isMonth(second)) return `${year}.${second}${patch(third, nextJoin)}`;
  // Alibaba writes the point release behind the month: ubuntu_16_0402.
  if (second.length === 4 && isMonth(second.slice(0, 2))) {
    return `${year}.${second.slice(0, 2)}.${withoutZeros(second.slice(2))}`;
  }
  return join !== '.' && year.length === 2 && Number(year) >= 10 ? year : undefined;
};

/** SUSE's number and service pack. Up to 15 the point is the pack: `15.5` is 15 SP5; 16.0 is 16.0. */
const servicePack: ReadNumbers = (run) => {
  const version = point(/^[1-9][0-9]/)(run);
  const [, major = '', minor = ''] = /^([0-9]+)\.([0-9]+)/.exec(version ?? '') ?? [];
  if (major === '' || Number(major) > 15) return version;
  return minor === '0' ? major : `${major} SP${minor}`;
};

/** Every way of numbering, by the name that the table of distributions uses. */
export const NUMBERINGS = {
  /** Rolling releases. */
  none: () => undefined,
  /** One number of up to three digits: Fedora's 39. */
  single: single((number) => number.length <= 3),
  /**
   * Amazon Linux 2 and 2023, whose releases (`2023.4.20240401.1`) are builds of it. The first one was
   * numbered by year and month, up to 2018.03.
   */
  amazon: (run) => {
    const [first = '', second = ''] = run.numbers;
    if (/^201[1-8]$/.test(first) && isMonth(second)) return `${first}.${second}`;
    return single((number) => /^(?:20[0-9]{2}|[12])$/.test(number))(run);
  },
  /** Clear Linux' count of builds. */
  count: single((number) => number.length <= 6),
  /** Majors of one digit abbreviate from 4 on: `79`. Two digits from 1 to 3 are a major: `12`, `23`. */
  point: point(/^[1-3][0-9]/),
  /** Two digits are always a major, and none has fewer: openSUSE Leap's 42.3 and 15.5. */
  leap: (run) => ((run.numbers[0] ?? '').length < 2 ? undefined : point(/^[1-9][0-9]/)(run)),
  servicePack,
  yearMonth,
  /** One digit, then a point: Alpine's 3.19.1. */
  short: plain({ majorDigits: 1, dashedDigits: 2 }),
  /** Alibaba Cloud Linux' 3.2104, and Aliyun Linux' 17.1, which `1701` abbreviates. */
  alinux: (run) =>
    plain({ majorDigits: 2, dashedDigits: 4 })(run) ?? point(/^1[0-9]/)({ ...run, joins: [] }),
  build,
  /** The year of a Windows Server, or the release of a semi-annual one: 2022, 1809. */
  windowsServer: single((number) => /^(?:20|1[6-9])[0-9]{2}$/.test(number)),
  /** Windows 7, 8.1, 10, 11. */
  windowsClient: (run) => {
    const [first = ''] = run.numbers;
    if (!/^(?:[7-9]|[1-3][0-9])$/.test(first) || isWordSize(first)) return undefined;
    return dotted(run, 2, 1).length > 1 ? `${first}.${run.numbers[1] ?? ''}` : first;
  },
} as const satisfies Record<string, ReadNumbers>;

export type Numbering = keyof typeof NUMBERINGS;
