/** The OS version that a name states behind a distribution's name. */
import { codeName } from './code-names';
import { namesAt } from './distribution-index';
import type { Distribution } from './distributions';
import { touches } from './name-tokens';
import type { Token } from './name-tokens';
import { NUMBERINGS } from './numbering';
import type { NumberRun } from './numbering';
import { BEFORE_VERSION } from './packaging';
import { isProductWord } from './variants';
import { refinesVersion } from './version';

/** A name's tokens, and the indexes of those that cannot be part of a version. */
export interface NameTokens {
  readonly tokens: readonly Token[];
  readonly inDate: ReadonlySet<number>;
  readonly inArchitecture: ReadonlySet<number>;
}

/** Words that a version may touch: `v10`, `server20`. */
const TOUCHED: ReadonlySet<string> = new Set(['v', 'ver', 'version', 'release', 'server', 'leap']);

/** Words that may touch the end of a version. With others (`20G`, `3d`) the number is not a version. */
const TOUCHING: ReadonlySet<string> = new Set(
  'lts final release stream lvm sap sapapps sapha'.split(' '),
);

/** The same, with digits behind them: `9.3x86`, `15sp5`, `2012r2`, `6u5`, `82gen2`. */
const TOUCHING_WITH_DIGITS: ReadonlySet<string> = new Set(
  'x amd arm armv aarch i sp r u v gen'.split(' '),
);

/** What may stand between an everyday word and the version that makes it a distribution's name. */
const CHANNELS: ReadonlySet<string> = new Set(['v', 'stable', 'beta', 'dev', 'alpha', 'lts']);

/**
 * Unknown words that count something else than releases, so that the number behind them is not a
 * version: `debian-kernel-6`, `centos-node-3`.
 */
const COUNTED: ReadonlySet<string> = new Set(
  [
    'kernel driver drivers build node worker master manager agent client platform stack users user',
    'team test prod production stage staging backup snapshot copy clone part image disk volume',
    'patch update revision batch release group cluster zone region host instance proxy frontend',
    'backend python java golang runner builder packer golden custom template',
  ].flatMap((line) => line.split(' ')),
);

const JOINS: ReadonlySet<string> = new Set(['.', '-', '_']);

/** Whether the number at `i` can be one of a version, as far as its neighbors show. */
function isFree(name: NameTokens, i: number): boolean {
  const next = name.tokens[i + 1];
  if (name.inArchitecture.has(i)) return false;
  if (!touches(next) || next.kind !== 'word' || TOUCHING.has(next.text)) return true;
  if (name.inArchitecture.has(i + 1)) return true;
  const digits = name.tokens[i + 2];
  return TOUCHING_WITH_DIGITS.has(next.text) && touches(digits) && digits.kind === 'number';
}

/** Whether the number at `i` touches no word before it but one that versions touch. */
const isApart = (tokens: readonly Token[], i: number): boolean =>
  tokens[i]?.gap !== '' || TOUCHED.has(tokens[i - 1]?.text ?? '');

/** The numbers in a row from `i` on, and the index behind them; undefined where none is free. */
function runAt(
  name: NameTokens,
  i: number,
  row: Distribution,
): { run: NumberRun; end: number } | undefined {
  const mayHoldDate = row.numbering === 'build';
  const numbers: string[] = [];
  const joins: string[] = [];
  let end = i;
  for (;;) {
    const token = name.tokens[end];
    const isNumber = token?.kind === 'number' && isFree(name, end);
    if (!isNumber || (name.inDate.has(end) && !(mayHoldDate && token.text.length === 8))) break;
    numbers.push(token.text);
    end += 1;
    const next = name.tokens[end];
    const update = touches(next, 'u') && touches(name.tokens[end + 1]);
    if (update) end += 1;
    else if (next === undefined || !JOINS.has(next.gap)) break;
    joins.push(update ? 'u' : next.gap);
  }
  return numbers.length === 0 ? undefined : { run: { numbers, joins }, end };
}

/** `SP3` or `R2` at `i`, if the distribution's versions have such. */
function suffixAt(tokens: readonly Token[], i: number, row: Distribution): string | undefined {
  const number = tokens[i + 1];
  const isSuffix = row.suffix !== undefined && tokens[i]?.text === row.suffix.toLowerCase();
  return isSuffix && touches(number) && number.kind === 'number' && number.text.length <= 2
    ? `${row.suffix}${number.text.replace(/^0+(?=.)/, '')}`
    : undefined;
}

/** How a version is looked for. */
interface Search {
  /** The first token of the distribution's name; 0 where a field holds nothing but a version. */
  readonly start: number;
  /** The token behind the name. */
  readonly from: number;
  /** Whether only a version at `from` itself counts. */
  readonly direct?: boolean;
}

/**
 * The version of a distribution: the first number behind its name that its numbering takes, made
 * more precise by what follows (`Rocky-9-EC2-Base-9.3`, `15-SP5`). Undefined where there is none
 * before the first word that no vendor puts there.
 */
export function readVersionAfter(
  name: NameTokens,
  row: Distribution,
  search: Search,
): string | undefined {
  const { tokens } = name;
  const { from, direct = false } = search;
  const read = NUMBERINGS[row.numbering];
  let version: string | undefined;
  let suffix: string | undefined;
  for (let i = from; i < tokens.length; i += 1) {
    const { kind, text = '', gap = '' } = tokens[i] ?? {};
    const isOther = name.inDate.has(i) || name.inArchitecture.has(i);
    if (gap.includes(':') && version === undefined && !opensSegment(tokens, search.start)) break;
    if (!isOther && kind === 'number') {
      const found = i === from || isApart(tokens, i) ? runAt(name, i, row) : undefined;
      const next = found && read(found.run);
      if (next !== undefined && (version === undefined || refinesVersion(version, next))) {
        version = next;
      }
      i = Math.max(i, (found?.end ?? 0) - 1);
    } else if (!isOther && kind === 'word') {
      const found = version === undefined ? undefined : suffixAt(tokens, i, row);
      suffix ??= found;
      if (found !== undefined) i += 1;
      else if (!isSkipped(name, i, row) && !(direct && CHANNELS.has(text))) break;
    }
    const mayFollow = CHANNELS.has(text) || name.inArchitecture.has(i);
    if (direct && version === undefined && !mayFollow) return undefined;
  }
  if (version !== undefined && row.suffix === 'R') suffix ??= laterSuffix(tokens, from, row);
  const isComplete = version === undefined || suffix === undefined || version.includes(' ');
  return isComplete ? version : `${version} ${suffix}`;
}

/**
 * Whether a distribution's name opens its part of an Azure URN, so that a later part may begin with
 * its version: `RHEL:8_6:8.6.2022052402`. In `hapee-rhel:2_2r1` the version is the product's.
 */
export function opensSegment(tokens: readonly Token[], start: number): boolean {
  for (let i = start; i > 0 && tokens[i]?.gap.includes(':') === false; i -= 1) {
    const { kind, text = '' } = tokens[i - 1] ?? {};
    const isPlain = kind === 'number' ? text.startsWith('0') : BEFORE_VERSION.has(text);
    if (!isPlain && text !== 'rh') return false;
  }
  return true;
}

/**
 * The version behind words that we do not know, where a name states none more plainly:
 *
 * - behind one unknown word, such as a code name that is newer than this program: `debian-forky-14`;
 * - at the start of a later part of an Azure URN: `RHEL-SAP-APPS:86sapapps-gen2`.
 *
 * A word that names a product hides the number behind it: `ubuntu-docker-20.10`.
 */
export function readVersionBehindUnknown(
  name: NameTokens,
  row: Distribution,
  { start, from }: Search,
): string | undefined {
  const { tokens } = name;
  let i = from;
  while (isSkipped(name, i, row)) i += 1;
  let n = i + 1;
  while (isSkipped(name, n, row)) n += 1;
  const number = tokens[n];
  const isBehindWord =
    number?.kind === 'number' &&
    /^[-_. (]+$/.test(number.gap) &&
    !number.text.startsWith('0') &&
    isLikeCodeName(tokens, i);
  if (isBehindWord) {
    const version = readVersionAfter(name, row, { start, from: n, direct: true });
    // A year alone, as of `ubuntu-web-12`, is too little.
    return row.numbering === 'yearMonth' && version?.includes('.') === false ? undefined : version;
  }
  if (!opensSegment(tokens, start)) return undefined;
  for (i = from; i < tokens.length; i += 1) {
    if (tokens[i]?.kind !== 'number' || tokens[i]?.gap.includes(':') !== true) continue;
    const version = readVersionAfter(name, row, { start, from: i, direct: true });
    if (version !== undefined) return version;
  }
  return undefined;
}

function isSkipped(name: NameTokens, i: number, row: Distribution): boolean {
  const token = name.tokens[i];
  if (token === undefined) return false;
  return (
    name.inDate.has(i) ||
    name.inArchitecture.has(i) ||
    BEFORE_VERSION.has(token.text) ||
    codeName(token.text)?.distro === row.id
  );
}

function isLikeCodeName(tokens: readonly Token[], i: number): boolean {
  const { text = '', kind, gap } = tokens[i] ?? {};
  return (
    kind === 'word' &&
    gap !== '' &&
    gap?.includes(':') === false &&
    /^[a-z]{4,}$/.test(text) &&
    !COUNTED.has(text) &&
    !isProductWord(text) &&
    namesAt(tokens, i).length === 0
  );
}

/**
 * Windows' `R2` may stand behind edition and word size: `win2008_64_ent_r2`. Behind another year it
 * is that product's: `SQL_2008_R2`.
 */
function laterSuffix(
  tokens: readonly Token[],
  from: number,
  row: Distribution,
): string | undefined {
  for (let i = from; i < tokens.length; i += 1) {
    const found = suffixAt(tokens, i, row);
    if (found !== undefined && !/^20[0-9]{2}$/.test(tokens[i - 1]?.text ?? '')) return found;
  }
  return undefined;
}
