/** The processor architecture that a name states. */
import { touches } from './name-tokens';
import type { Token } from './name-tokens';
import type { Architecture } from './words';

/** The architecture that a name states, and the tokens that state it: they are not a version. */
export interface NamedArchitecture {
  /** Stated by its own word (`amd64`, `ARM64`, `i386`); undefined where a name states several. */
  readonly explicit: Architecture | undefined;
  /** What "64-bit" or "32-bit" stands for where nothing else is stated. */
  readonly wordSize: Architecture | undefined;
  /** The word `arm` alone: a 64-bit image where the name states an operating system. */
  readonly bareArm: boolean;
  /** Indexes of tokens. */
  readonly tokens: ReadonlySet<number>;
}

/** What a reading step found at a token: an architecture, or one that we have no word for. */
interface Found {
  readonly what: Architecture | 'foreign';
  readonly tokens: number;
}

/** Letters, and the digits that touch them. */
const WORDS: ReadonlyMap<string, Architecture | 'foreign'> = new Map([
  ['amd64', 'x86_64'],
  ['x64', 'x86_64'],
  ['x8664', 'x86_64'],
  ['intel64', 'x86_64'],
  ['em64', 'x86_64'],
  ['arm64', 'arm64'],
  ['aarch64', 'arm64'],
  ['armv8', 'arm64'],
  ['i386', 'i386'],
  ['i486', 'i386'],
  ['i586', 'i386'],
  ['i686', 'i386'],
  ['ia32', 'i386'],
  ['x32', 'i386'],
  ['arm32', 'foreign'],
  ['aarch32', 'foreign'],
  ['armv6', 'foreign'],
  ['armv7', 'foreign'],
  ['ia64', 'foreign'],
  ['ppc64', 'foreign'],
  ['s390', 'foreign'],
  ['mips64', 'foreign'],
  ['sparc64', 'foreign'],
  ['sw64', 'foreign'],
]);

const FOREIGN_WORDS: ReadonlySet<string> = new Set(['armhf', 'armel', 'riscv', 'loongarch']);

/** Words that may be joined to their 64: Tencent writes `centos8.2arm_64`. */
const JOINED_WORDS: ReadonlySet<string> = new Set(['arm', 'aarch', 'amd']);

const WORD_SIZES: ReadonlyMap<string, Architecture> = new Map([
  ['64', 'x86_64'],
  ['32', 'i386'],
]);

/** Alibaba's old ids have a bare 64 or 32, and one of these words, which no other ids have. */
const ALIBABA_WORDS: ReadonlySet<string> = new Set(['alibase', 'aliaegis']);

/** Whether the token at `i` carries on the word before it: the `arm` of `x64arm`, in a random id. */
const carriesOn = (tokens: readonly Token[], i: number): boolean =>
  touches(tokens[i]) && tokens[i].kind === 'word' && !/^(?:v|bits?)$/.test(tokens[i].text);

function explicitAt(tokens: readonly Token[], i: number): Found | undefined {
  const word = tokens[i];
  const number = tokens[i + 1];
  const third = tokens[i + 2];
  if (word?.kind !== 'word') return undefined;
  if (FOREIGN_WORDS.has(word.text)) return { what: 'foreign', tokens: 1 };
  const isJoinedSize =
    number?.text === '64' && /^[-_]$/.test(number.gap) && JOINED_WORDS.has(word.text);
  if (number?.kind !== 'number' || !(touches(number) || isJoinedSize)) return undefined;
  const what = WORDS.get(word.text + number.text);
  if (what !== undefined) return carriesOn(tokens, i + 2) ? undefined : { what, tokens: 2 };
  // Tencent writes "ubuntu16.04.1 LTSx86_64".
  if (!word.text.endsWith('x') || number.text !== '86' || third === undefined) return undefined;
  const isJoined = third.gap === '_' || (word.text === 'x' && /^[- ]?$/.test(third.gap));
  const size = isJoined ? WORD_SIZES.get(third.text) : undefined;
  return size === undefined || carriesOn(tokens, i + 3) ? undefined : { what: size, tokens: 3 };
}

/** `64-bit`, `64bit` and `64位`, and the bare number of an id of Alibaba's: `_64_`. */
function wordSizeAt(
  tokens: readonly Token[],
  i: number,
): { readonly size: Architecture; readonly saysBit: boolean } | undefined {
  const number = tokens[i];
  const next = tokens[i + 1];
  if (number?.kind !== 'number' || next === undefined) return undefined;
  const size = WORD_SIZES.get(number.text);
  if (size === undefined) return undefined;
  const saysBit = /^[-_ ]?$/.test(next.gap) && /^(?:bits?$|位)/.test(next.text);
  const isBare = number.gap === '_' && next.gap === '_';
  return saysBit || isBare ? { size, saysBit } : undefined;
}

/** Whether a token may begin a word for an architecture. Few do, and this look takes the least time. */
function maySay(token: Token | undefined, next: Token | undefined): boolean {
  if (token === undefined) return false;
  if (token.kind === 'number') return WORD_SIZES.has(token.text);
  const isBeforeNumber = next?.kind === 'number' && (next.gap === '' || next.text === '64');
  return isBeforeNumber || token.text === 'arm' || FOREIGN_WORDS.has(token.text);
}

/** Reads the architecture that the tokens of a name state. */
export function readArchitecture(tokens: readonly Token[]): NamedArchitecture {
  const explicit = new Set<Architecture | 'foreign'>();
  const sizes = new Set<Architecture>();
  const used = new Set<number>();
  let inAlibabaId: boolean | undefined;
  let bareArm = false;
  for (let i = 0; i < tokens.length; i += 1) {
    if (!maySay(tokens[i], tokens[i + 1])) continue;
    const found = explicitAt(tokens, i);
    if (found !== undefined) {
      explicit.add(found.what);
      for (let k = 0; k < found.tokens; k += 1) used.add(i + k);
      i += found.tokens - 1;
      continue;
    }
    const word = wordSizeAt(tokens, i);
    if (word !== undefined) {
      inAlibabaId ??= tokens.some(({ text }) => ALIBABA_WORDS.has(text));
      if (!word.saysBit && !inAlibabaId) continue;
      sizes.add(word.size);
      used.add(i);
    } else if (tokens[i]?.text === 'arm') {
      const next = tokens[i + 1];
      bareArm ||= !(touches(next) && next.kind === 'number');
    }
  }
  const [only] = explicit;
  const [size] = sizes;
  return {
    explicit: explicit.size === 1 && only !== 'foreign' ? only : undefined,
    wordSize: explicit.size === 0 && sizes.size === 1 ? size : undefined,
    bareArm: bareArm && explicit.size === 0 && size !== 'i386',
    tokens: used,
  };
}
