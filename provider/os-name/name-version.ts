/** The OS version that a name states behind a distribution's name. */
import type { Distribution } from './distributions';
import { touches } from './name-tokens';
import type { Token } from './name-tokens';
import { NUMBERINGS } from './numbering';
import type { NumberRun } from './numbering';
import { refinesVersion } from './version';

/** A name's tokens, and the indexes of those that are part of no version. */
export interface NameTokens {
  readonly tokens: readonly Token[];
  readonly inDate: ReadonlySet<number>;
  readonly inArchitecture: ReadonlySet<number>;
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
    'pro byos fips sap ha hpc wsl ec gen lvm raw for applications x codename desktop workstation final cloudinit',
  ].flatMap((line) => line.split(' ')),
);

/** Words that a version may touch: `v10`, `server20`. */
const TOUCHED: ReadonlySet<string> = new Set(['v', 'ver', 'version', 'release', 'server', 'leap']);

/** Words that may touch the end of a version. With others (`20G`, `3d`) the number is none. */
const TOUCHING: ReadonlySet<string> = new Set(['lts', 'final', 'release', 'stream']);

/** The same, with digits behind them: `9.3x86`, `15sp5`, `2012r2`, `6u5`. */
const TOUCHING_WITH_DIGITS: ReadonlySet<string> = new Set(
  'x amd arm armv aarch i sp r u v'.split(' '),
);

const JOINS: ReadonlySet<string> = new Set(['.', '-', '_']);

/** Whether the number at `i` can be one of a version, as far as its neighbors tell. */
function isFree(name: NameTokens, i: number): boolean {
  const next = name.tokens[i + 1];
  if (name.inArchitecture.has(i)) return false;
  if (!touches(next) || next.kind !== 'word' || TOUCHING.has(next.text)) return true;
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

/**
 * The version of a distribution, read from token `from` on: the first number that its numbering
 * takes, made more precise by what follows (`Rocky-9-EC2-Base-9.3`, `15-SP5`). Undefined where there
 * is none before the first word that no vendor puts there.
 *
 * With `direct`, only a version at `from` itself counts.
 */
export function readVersionAfter(
  name: NameTokens,
  from: number,
  row: Distribution,
  direct = false,
): string | undefined {
  const { tokens } = name;
  const read = NUMBERINGS[row.numbering];
  let version: string | undefined;
  let suffix: string | undefined;
  for (let i = from; i < tokens.length; i += 1) {
    const { kind, text } = tokens[i] ?? {};
    const isOther = name.inDate.has(i) || name.inArchitecture.has(i);
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
      else if (!FILLERS.has(text ?? '') && !isCodename(row, text ?? '')) break;
    }
    if (direct && version === undefined && text !== 'v') return undefined;
  }
  if (version !== undefined && row.suffix === 'R') suffix ??= laterSuffix(tokens, from, row);
  const isComplete = version === undefined || suffix === undefined || version.includes(' ');
  return isComplete ? version : `${version} ${suffix}`;
}

const isCodename = (row: Distribution, word: string): boolean =>
  row.codenames !== undefined && Object.hasOwn(row.codenames, word);

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
