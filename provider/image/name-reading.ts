/** Reads one text: the operating system that a single name, id or field states. */
import { findDates } from './build-date';
import { DISTRIBUTIONS } from './distributions';
import type { Distribution, Distro } from './distributions';
import { readArchitecture } from './name-architecture';
import { blankUuids, tokenize, touches } from './name-tokens';
import type { Token } from './name-tokens';
import { readVersionAfter } from './name-version';
import type { VersionTokens } from './name-version';
import { once } from './once';
import type { Architecture, OsType } from './words';

/** What one text states. Whatever it does not tell, or tells in two ways, is absent. */
export interface NameReading {
  readonly name: VersionTokens;
  readonly distro?: Distro;
  readonly version?: string;
  readonly osType?: OsType;
  readonly architecture?: Architecture;
  /** Indexes of the tokens that name a distribution, whose words say nothing else. */
  readonly naming: ReadonlySet<number>;
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

const rowById = once(() => new Map<string, DistributionName['row']>(ROWS.map((row) => [row.id, row])));

/** Words that tell the type of an OS of which no distribution is named. */
const OS_TYPE_WORDS: Readonly<Record<string, OsType>> = {
  linux: 'linux',
  windows: 'windows',
  bsd: 'bsd',
  android: 'other',
  solaris: 'other',
};

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

function mentionAt(name: VersionTokens, i: number): Mention | undefined {
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

/** `CentOS 8 Stream` and `CentOS-8-Stream` are CentOS Stream. */
function refined(row: DistributionName['row'], tokens: readonly Token[]): DistributionName['row'] {
  const [word, id] = Object.entries(row.becomes ?? {})[0] ?? [];
  const isThere = word !== undefined && tokens.some(({ text }) => text === word);
  return (isThere ? rowById().get(id ?? '') : undefined) ?? row;
}

/** The mention that counts: one with a version before others, and none where two differ. */
function decide(mentions: readonly Mention[]): Mention | undefined {
  const versioned = mentions.filter(({ version }) => version !== undefined);
  const [first] = versioned.length > 0 ? versioned : mentions;
  const isOne = versioned.every(({ row }) => row.id === first?.row.id);
  return isOne ? first : undefined;
}

/** Indexes of the tokens that belong to a date. */
function dateTokens(name: string, tokens: readonly Token[]): ReadonlySet<number> {
  const found = new Set<number>();
  let i = 0;
  for (const { start, end } of findDates(name)) {
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

/** Reads one text. Never throws; linear in its length. */
export function readName(text: string): NameReading {
  const name = blankUuids(text.slice(0, LONGEST_NAME));
  const tokens = tokenize(name);
  const dates = dateTokens(name, tokens);
  const architecture = readArchitecture(tokens);
  const cut = { tokens, dates, architecture: architecture.tokens };

  const mentions: Mention[] = [];
  const naming = new Set<number>();
  for (let i = 0; i < tokens.length; i += 1) {
    const mention = mentionAt(cut, i);
    if (mention === undefined) continue;
    mentions.push(mention);
    for (let k = mention.from; k < mention.end; k += 1) naming.add(k);
    i = mention.end - 1;
  }
  const mention = decide(mentions);
  const alone = namesAlone().get(name.trim().toLowerCase());
  const row =
    mention === undefined
      ? mentions.length === 0
        ? (alone ?? hinted(tokens))
        : undefined
      : refined(mention.row, tokens);
  const osTypes = new Set(mentions.map(({ row: { osType } }) => osType));
  const word = tokens.find(({ text: t }) => Object.hasOwn(OS_TYPE_WORDS, t));
  const osType =
    row?.osType ??
    (osTypes.size === 1 ? [...osTypes][0] : undefined) ??
    (mentions.length === 0 && word !== undefined ? OS_TYPE_WORDS[word.text] : undefined);
  const arm = architecture.bareArm && osType !== undefined ? 'arm64' : undefined;
  const told = architecture.explicit ?? arm ?? architecture.wordSize;
  return {
    name: cut,
    naming,
    ...(row !== undefined && { distro: row.id }),
    ...(mention?.version !== undefined && { version: mention.version }),
    ...(osType !== undefined && { osType }),
    ...(told !== undefined && { architecture: told }),
  };
}
