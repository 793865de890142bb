/** Reads one text: the operating system that a single name, id or field states. */
import { findDates } from './build-date';
import type { DateSpan } from './build-date';
import { DISTRIBUTIONS } from './distributions';
import type { Distribution, Distro } from './distributions';
import { readArchitecture } from './name-architecture';
import { blankUuids, tokenize, touches } from './name-tokens';
import type { Token } from './name-tokens';
import { readVersionAfter } from './name-version';
import type { NameTokens } from './name-version';
import { once } from './once';
import type { Architecture, OsType } from './words';

/** What one text states. Whatever it does not tell, or tells in two ways, is undefined. */
export interface NameReading extends NameTokens {
  readonly distro: Distro | undefined;
  readonly version: string | undefined;
  readonly osType: OsType | undefined;
  readonly architecture: Architecture | undefined;
  /** `YYYY-MM-DD`. */
  readonly buildDate: string | undefined;
  /** Indexes of the tokens that name a distribution. */
  readonly inDistro: ReadonlySet<number>;
}

/** A name is read up to here. The longest that a cloud allows has 255 characters. */
const LONGEST_NAME = 1000;

type NameKind = 'anywhere' | 'beforeVersion' | 'touchingVersion';

interface DistributionName {
  readonly row: Distribution & { readonly id: Distro };
  readonly kind: NameKind;
  readonly words: readonly string[];
}

/** The names of a distribution that stand in one text. */
interface Mention {
  readonly row: DistributionName['row'];
  readonly version: string | undefined;
  readonly from: number;
  readonly end: number;
}

const ROWS: readonly DistributionName['row'][] = DISTRIBUTIONS;

/** All names by their first word, those of most words first. */
const namesByFirstWord = once(() => {
  const index = new Map<string, DistributionName[]>();
  for (const row of ROWS) {
    const add = (kind: NameKind, names: readonly string[] = []): void => {
      for (const name of names) {
        const words = name.split(' ');
        const [first = ''] = words;
        index.set(first, [...(index.get(first) ?? []), { row, kind, words }]);
      }
    };
    add('anywhere', row.names);
    add('beforeVersion', row.beforeVersion);
    add('touchingVersion', row.touchingVersion);
  }
  for (const names of index.values()) names.sort((a, b) => b.words.length - a.words.length);
  return index;
});

/** The names in scripts that put no borders between words, so that any part of a run may be one. */
const hanNames = once(() =>
  [...namesByFirstWord()].filter(([word]) => word.charCodeAt(0) >= 0x2e80),
);

const namesAlone = once(
  () => new Map(ROWS.flatMap((row) => (row.alone ?? []).map((name) => [name, row] as const))),
);

const alone = (field: string): DistributionName['row'] | undefined =>
  namesAlone().get(field.trim().toLowerCase());

const rowById = once(
  () => new Map<string, DistributionName['row']>(ROWS.map((row) => [row.id, row])),
);

/** Words that tell the type of an OS of which no distribution is named. */
const OS_TYPE_WORDS: ReadonlyMap<string, OsType> = new Map([
  ['linux', 'linux'],
  ['windows', 'windows'],
  ['bsd', 'bsd'],
  ['android', 'other'],
  ['solaris', 'other'],
]);

/** The row of a distribution's id. */
export const distribution = (id: Distro): Distribution | undefined => rowById().get(id);

function namesAt(tokens: readonly Token[], i: number): readonly DistributionName[] {
  const token = tokens[i];
  if (token === undefined || token.kind === 'number') return [];
  if (token.kind === 'han') {
    return hanNames().flatMap(([word, names]) => (token.text.includes(word) ? names : []));
  }
  // `0ubuntu1` is the tail of a package's version.
  if (token.gap === '' && tokens[i - 1]?.kind === 'number') return [];
  return namesByFirstWord().get(token.text) ?? [];
}

function mentionAt(name: NameTokens, i: number): Mention | undefined {
  const { tokens } = name;
  for (const { row, kind, words } of namesAt(tokens, i)) {
    const end = i + words.length;
    if (!words.slice(1).every((word, k) => tokens[i + 1 + k]?.text === word)) continue;
    if (kind === 'touchingVersion' && !touches(tokens[end])) continue;
    const version = readVersionAfter(name, end, row, kind !== 'anywhere');
    if (kind === 'anywhere' || version !== undefined) return { row, version, from: i, end };
  }
  return undefined;
}

/** The row of what a mention names: `CentOS 8 Stream` is CentOS Stream. */
function refined({ row, end }: Mention, tokens: readonly Token[]): DistributionName['row'] {
  if (row.becomes === undefined) return row;
  let i = end;
  while (tokens[i]?.kind === 'number' || tokens[i]?.text === 'linux') i += 1;
  return (tokens[i]?.text === row.becomes.word ? rowById().get(row.becomes.id) : undefined) ?? row;
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

/** Indexes of the tokens that belong to a date. */
function dateTokens(dates: readonly DateSpan[], tokens: readonly Token[]): ReadonlySet<number> {
  const found = new Set<number>();
  let i = 0;
  for (const { start, end } of dates) {
    while ((tokens[i]?.start ?? Infinity) < start) i += 1;
    for (; (tokens[i]?.start ?? Infinity) < end; i += 1) found.add(i);
  }
  return found;
}

/** The distribution whose own file names hold a code name and this word, and not its name. */
function hinted(tokens: readonly Token[]): DistributionName['row'] | undefined {
  const has = (word: string): boolean => tokens.some(({ text }) => text === word);
  return ROWS.find(
    ({ withCodename = [], codenames = {} }) =>
      withCodename.some(has) && Object.keys(codenames).some(has),
  );
}

/** The names of distributions in a text, in their order. */
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

/** Indexes of the tokens in the mentions. */
function mentionTokens(mentions: readonly Mention[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (const { from, end } of mentions) for (let i = from; i < end; i += 1) found.add(i);
  return found;
}

/**
 * Reads one text. Never throws; the time it takes grows with the length of the text.
 *
 * A `platform` field may say a distribution by a word (`arch`, `oracle`) that says none in a name.
 */
export function readName(text: string, kind: 'name' | 'platform' = 'name'): NameReading {
  const name = blankUuids(text.slice(0, LONGEST_NAME));
  const tokens = tokenize(name);
  const dates = findDates(name);
  const inDate = dateTokens(dates, tokens);
  const said = readArchitecture(tokens);
  const mentions = findMentions({ tokens, inDate, inArchitecture: said.tokens });
  const mention = decide(mentions);
  const unnamed = mentions.length === 0;
  const row =
    mention !== undefined
      ? refined(mention, tokens)
      : unnamed
        ? (hinted(tokens) ?? (kind === 'platform' ? alone(name) : undefined))
        : undefined;
  const told = unnamed ? osTypeWord(tokens) : oneOsType(mentions);
  const osType = row === undefined ? told : osTypeOf(row);
  const arm = said.bareArm && osType !== undefined ? 'arm64' : undefined;
  return {
    tokens,
    inDate,
    inArchitecture: said.tokens,
    inDistro: mentionTokens(mentions),
    distro: row?.id,
    version: mention?.version,
    osType,
    architecture: said.explicit ?? arm ?? said.wordSize,
    buildDate: dates.at(-1)?.date,
  };
}
