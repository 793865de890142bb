/** The OS version that a name states behind a distribution's name. */
import type { Distribution } from './distributions';
import { touches } from './name-tokens';
import type { Token } from './name-tokens';
import { NUMBERINGS } from './numbering';
import type { NumberRun } from './numbering';
import { isVersionPrefix } from './version';

/** A name's tokens, and which of them cannot be part of a version. */
export interface VersionTokens {
  readonly tokens: readonly Token[];
  /** Indexes of tokens that belong to a date. */
  readonly dates: ReadonlySet<number>;
  /** Indexes of tokens that belong to an architecture. */
  readonly architecture: ReadonlySet<number>;
}

/**
 * Words that vendors put between a distribution's name and its version. Any other word ends the
 * search: in `ubuntu-shop-2.3` the number is the shop's.
 */
const FILLERS: ReadonlySet<string> = new Set(
  [
    'linux os server cloud base generic genericcloud release version v ver edition',
    'enterprise advanced datacenter standard core minimal full leap stream stable beta alpha edge',
    'lts gnu cloudimg image images guest ami hvm pv ssd ebs uefi bios jeos virt nocloud openstack',
    'pro byos minimal ec gen lvm raw for x codename desktop workstation final cloudinit',
  ].flatMap((line) => line.split(' ')),
);

/** Words that a version may touch: `v10`, `server20`. */
const TOUCHED: ReadonlySet<string> = new Set(['v', 'ver', 'version', 'release', 'server', 'leap']);

/** Letters that may touch the end of a version. With others (`20G`, `3d`) it is none. */
const TOUCHING: ReadonlySet<string> = new Set(
  'sp r lts x amd arm armv aarch i final release u v'.split(' '),
);

const JOINS: ReadonlySet<string> = new Set(['.', '-', '_']);

/** Whether the number at `i` can be one of a version, as far as its neighbours tell. */
function isFree(name: VersionTokens, i: number): boolean {
  const next = name.tokens[i + 1];
  const touchesLetters = touches(next) && next.kind === 'word' && !TOUCHING.has(next.text);
  return !touchesLetters && !name.architecture.has(i);
}

/** The numbers in a row from `i` on, and the index behind them; undefined where none is free. */
function runAt(
  name: VersionTokens,
  i: number,
  dated: boolean,
): { run: NumberRun; end: number } | undefined {
  const numbers: string[] = [];
  const joins: string[] = [];
  let end = i;
  for (;;) {
    const token = name.tokens[end];
    const isNumber = token?.kind === 'number' && isFree(name, end);
    if (!isNumber || (name.dates.has(end) && !(dated && token.text.length === 8))) break;
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

/**
 * The version of a distribution, read from token `from` on: the first number that its numbering
 * takes, made more precise by what follows (`Rocky-9-EC2-Base-9.3`, `15-SP5`). Undefined where there
 * is none before the first word that no vendor puts there.
 *
 * With `direct`, only a version at `from` itself counts.
 */
export function readVersionAfter(
  name: VersionTokens,
  from: number,
  row: Distribution,
  direct = false,
): string | undefined {
  const { tokens, dates, architecture } = name;
  const read = NUMBERINGS[row.numbering];
  let version: string | undefined;
  let suffix: string | undefined;
  for (let i = from; i < tokens.length; i += 1) {
    const token = tokens[i];
    if (token === undefined || dates.has(i) || architecture.has(i)) continue;
    if (token.kind === 'number') {
      const before = tokens[i - 1]?.text ?? '';
      const found =
        token.gap !== '' || i === from || TOUCHED.has(before)
          ? runAt(name, i, row.numbering === 'build')
          : undefined;
      const next = found && read(found.run);
      if (next !== undefined && (version === undefined || isVersionPrefix(version, next))) {
        version = next;
      }
      i = Math.max(i, (found?.end ?? 0) - 1);
      if (direct && version === undefined) return undefined;
      continue;
    }
    const found = version === undefined ? undefined : suffixAt(tokens, i, row);
    if (found !== undefined) {
      suffix ??= found;
      i += 1;
    } else if (direct && version === undefined && token.text !== 'v') {
      return undefined;
    } else if (token.kind === 'word' && !FILLERS.has(token.text) && !isHint(row, token.text)) {
      break;
    }
  }
  if (version !== undefined && row.suffix === 'R') suffix ??= laterSuffix(name, from, row);
  const isComplete = suffix === undefined || version === undefined || version.includes(' ');
  return isComplete ? version : `${version} ${suffix}`;
}

const isHint = (row: Distribution, word: string): boolean =>
  row.codenames !== undefined && Object.hasOwn(row.codenames, word);

/** Windows' `R2` may stand behind edition and word size: `win2008_64_ent_r2`. */
function laterSuffix(name: VersionTokens, from: number, row: Distribution): string | undefined {
  for (let i = from; i < name.tokens.length; i += 1) {
    const found = suffixAt(name.tokens, i, row);
    if (found !== undefined) return found;
  }
  return undefined;
}
