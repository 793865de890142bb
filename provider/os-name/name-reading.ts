/** Reads one string: the operating system that a single name, id or field states. */
import { findDates } from './build-date';
import type { DateSpan } from './build-date';
import { codeName } from './code-names';
import { distribution, namedAlone, namesAt } from './distribution-index';
import type { DistributionRow } from './distribution-index';
import type { Distribution, Distro } from './distributions';
import { readArchitecture } from './name-architecture';
import { blankUuids, tokenize, touches } from './name-tokens';
import type { Token } from './name-tokens';
import { opensSegment, readVersionAfter, readVersionBehindUnknown } from './name-version';
import type { NameTokens } from './name-version';
import { BEFORE_VERSION, PACKAGING } from './packaging';
import { findVariantWords, type VariantWords } from './variants';
import type { Architecture, BootMode, OsType } from './words';
import { readEdition } from './windows-words';

/** What one string states. What it does not state, or states in two ways, is undefined. */
export interface NameReading extends NameTokens {
  readonly distro: Distro | undefined;
  readonly version: string | undefined;
  readonly osType: OsType | undefined;
  readonly architecture: Architecture | undefined;
  readonly bootMode: BootMode | undefined;
  /** Of Windows. */
  readonly edition: string | undefined;
  /** `YYYY-MM-DD`. */
  readonly buildDate: string | undefined;
  /** Indexes of the tokens that name a distribution. */
  readonly inDistro: ReadonlySet<number>;
  /** Whether it names a product that runs on the distribution. */
  readonly isProduct: boolean;
  /** What it says of variants, some of it on some systems only. */
  readonly saidVariants: readonly VariantWords[];
}

/** A name is read up to here. The longest that a cloud allows has 255 characters. */
const LONGEST_NAME = 1000;

/** A distribution's name in a string. */
interface Mention {
  readonly row: DistributionRow;
  readonly version: string | undefined;
  readonly from: number;
  readonly end: number;
}

/** Words that state the type of an OS where no distribution is named. */
const OS_TYPE_WORDS: ReadonlyMap<string, OsType> = new Map([
  ['linux', 'linux'],
  ['windows', 'windows'],
  ['bsd', 'bsd'],
  ['android', 'other'],
  ['solaris', 'other'],
  // These run on nothing else.
  ['sharepoint', 'windows'],
  ['biztalk', 'windows'],
]);

function mentionAt(name: NameTokens, i: number): Mention | undefined {
  const { tokens } = name;
  const names = namesAt(tokens, i);
  if (names.length === 0) return undefined;
  for (const { row, kind, words } of names) {
    const end = i + words.length;
    if (!words.slice(1).every((word, k) => tokens[i + 1 + k]?.text === word)) continue;
    if (kind === 'touchingVersion' && !touches(tokens[end])) continue;
    const direct = kind !== 'anywhere';
    const version = readVersionAfter(name, row, { start: i, from: end, direct });
    if (!direct || version !== undefined) return { row, version, from: i, end };
  }
  return undefined;
}

/** The row of what a mention names: `CentOS 8 Stream` is CentOS Stream. */
function refined({ row, end }: Mention, tokens: readonly Token[]): DistributionRow {
  if (row.becomes === undefined) return row;
  let i = end;
  while (tokens[i]?.kind === 'number' || tokens[i]?.text === 'linux') i += 1;
  return (tokens[i]?.text === row.becomes.word ? distribution(row.becomes.id) : undefined) ?? row;
}

/** The mention that counts: one with a version before others, and none where two differ. */
function decide(mentions: readonly Mention[]): Mention | undefined {
  const versioned = mentions.filter(({ version }) => version !== undefined);
  const [first] = versioned.length > 0 ? versioned : mentions;
  const isOne = versioned.every(({ row }) => row.id === first?.row.id);
  return isOne ? first : undefined;
}

const osTypeOf = (row: Distribution): OsType => row.osType ?? 'linux';

/** The OS type that all mentions share. */
function oneOsType(mentions: readonly Mention[]): OsType | undefined {
  const [first, ...others] = mentions.map(({ row }) => osTypeOf(row));
  return others.every((other) => other === first) ? first : undefined;
}

function osTypeWord(tokens: readonly Token[]): OsType | undefined {
  const token = tokens.find(({ text }) => OS_TYPE_WORDS.has(text));
  return token === undefined ? undefined : OS_TYPE_WORDS.get(token.text);
}

const NO_TOKENS: ReadonlySet<number> = new Set();

/** Indexes of the tokens that belong to a date. */
function dateTokens(dates: readonly DateSpan[], tokens: readonly Token[]): ReadonlySet<number> {
  if (dates.length === 0) return NO_TOKENS;
  const found = new Set<number>();
  let i = 0;
  for (const { start, end } of dates) {
    while ((tokens[i]?.start ?? Infinity) < start) i += 1;
    for (; (tokens[i]?.start ?? Infinity) < end; i += 1) found.add(i);
  }
  return found;
}

/**
 * The distribution of a code name where no distribution is named. In a vendor's own file name, which
 * says `cloudimg`, or where nothing else is said: `noble-app` is more likely an app than Ubuntu.
 */
function rowOfCodeName(name: NameTokens): DistributionRow | undefined {
  const { tokens } = name;
  const index = tokens.findIndex(({ text }) => codeName(text) !== undefined);
  const word = tokens[index];
  if (word === undefined) return undefined;
  const isAlone = tokens.every(
    ({ text, kind }, i) =>
      i === index || kind === 'number' || name.inArchitecture.has(i) || isPackaging(text),
  );
  const isCounted = isAlone || tokens.some(({ text }) => text === 'cloudimg');
  return isCounted ? distribution(codeName(word.text)?.distro ?? '') : undefined;
}

const isPackaging = (text: string): boolean => PACKAGING.has(text) || BEFORE_VERSION.has(text);

/** The names of distributions in a string, in their order. */
function findMentions(name: NameTokens): readonly Mention[] {
  const mentions: Mention[] = [];
  let from = 0;
  while (from < name.tokens.length) {
    const mention = mentionAt(name, from);
    if (mention !== undefined) mentions.push(mention);
    from = mention?.end ?? from + 1;
  }
  return mentions;
}

/** So many mentions are read once more for a version behind unknown words, so that time is linear. */
const MOST_MENTIONS_REREAD = 4;

/** The mentions with the versions behind unknown words, where none has a version. */
function reread(name: NameTokens, mentions: readonly Mention[]): readonly Mention[] {
  if (mentions.some(({ version }) => version !== undefined)) return mentions;
  return mentions.map((mention, i) => {
    if (i >= MOST_MENTIONS_REREAD) return mention;
    const { row, from, end } = mention;
    return { ...mention, version: readVersionBehindUnknown(name, row, { start: from, from: end }) };
  });
}

/** Indexes of the tokens in the mentions. */
function mentionTokens(mentions: readonly Mention[]): ReadonlySet<number> {
  if (mentions.length === 0) return NO_TOKENS;
  const found = new Set<number>();
  for (const { from, end } of mentions) for (let i = from; i < end; i += 1) found.add(i);
  return found;
}

/**
 * Whether a string names a product that runs on the distribution: `Kubernetes 1.17.9 on Debian 9`, and in an
 * Azure URN (`publisher:offer:sku:version`) an offer such as `hapee-rhel`.
 */
function namesProduct(tokens: readonly Token[], mentions: readonly Mention[]): boolean {
  const isUrn = tokens.filter(({ gap }) => gap === ':').length >= 2;
  return mentions.some(
    ({ from }) =>
      (from > 1 && tokens[from - 1]?.text === 'on') ||
      (isUrn && from > 1 && !opensSegment(tokens, from)),
  );
}

/** Few names do, and a look at the whole of one takes less than a look at each word. */
const SAYS_BOOT_MODE = /efi|bios/i;

function readBootMode(tokens: readonly Token[]): BootMode | undefined {
  let found: BootMode | undefined;
  for (let i = 0; i < tokens.length; i += 1) {
    const { text } = tokens[i] ?? {};
    if (text !== 'uefi' && text !== 'bios' && text !== 'efi') continue;
    const isPreferred = text === 'uefi' && tokens[i + 1]?.text === 'preferred';
    const mode = isPreferred ? 'uefi-preferred' : text === 'bios' ? 'bios' : 'uefi';
    if (found !== undefined && found !== mode) return undefined;
    found = mode;
  }
  return found;
}

/**
 * Reads one string. Never throws. The time it takes grows linearly with the length of the string.
 *
 * In a `platform` field, some words (`arch`, `oracle`) state a distribution that they do not state in
 * a name.
 */
export function readName(text: string, kind: 'name' | 'platform' = 'name'): NameReading {
  const name = blankUuids(text.slice(0, LONGEST_NAME));
  const tokens = tokenize(name);
  const dates = findDates(name);
  const inDate = dateTokens(dates, tokens);
  const said = readArchitecture(tokens);
  const parts = { tokens, inDate, inArchitecture: said.tokens };
  const mentions = reread(parts, findMentions(parts));
  const mention = decide(mentions);
  const unnamed = mentions.length === 0;
  const row =
    mention !== undefined
      ? refined(mention, tokens)
      : unnamed
        ? (rowOfCodeName(parts) ?? (kind === 'platform' ? namedAlone(name) : undefined))
        : undefined;
  const stated = unnamed ? osTypeWord(tokens) : oneOsType(mentions);
  const osType = row === undefined ? stated : osTypeOf(row);
  const arm = said.bareArm && osType !== undefined ? 'arm64' : undefined;
  const isWindows = osType === 'windows';
  const inDistro = mentionTokens(mentions);
  // Not spread: an object that is spread and then extended takes a hundred times as long to make.
  return {
    tokens,
    inDate,
    inArchitecture: said.tokens,
    distro: row?.id,
    version: mention?.version,
    osType,
    architecture: said.explicit ?? arm ?? said.wordSize,
    bootMode: SAYS_BOOT_MODE.test(name) ? readBootMode(tokens) : undefined,
    edition:
      isWindows && mention !== undefined
        ? readEdition(tokens, mention.end, mention.version)
        : undefined,
    buildDate: dates.at(-1)?.date,
    inDistro,
    isProduct: namesProduct(tokens, mentions),
    saidVariants: findVariantWords(tokens, inDistro),
  };
}
