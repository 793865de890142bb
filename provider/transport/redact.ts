/** Takes secrets out of text that leaves the process: logs, errors, excerpts of answers. */

/** Text with every secret replaced by `[redacted]`. */
export type Redactor = (text: string) => string;

/** The secrets of one engine: those of its credentials, and the signatures of its latest requests. */
export interface SecretKeeper {
  /** Masks the learned secrets, and places that always hold one. For the text of others. */
  readonly redact: Redactor;
  /** Masks the learned secrets only. For our own text, which names variables of secrets. */
  readonly redactLearned: Redactor;
  /** Masks these from now on. */
  learn(secrets: readonly string[]): void;
  /** Masks these until {@link RECENT} later ones have come. */
  learnForNow(secrets: readonly string[]): void;
  /** Whether a long text may hold one of the learned secrets, or of these: a fast search for the usual forms. */
  mayBeIn(text: string, others: readonly string[]): boolean;
}

/** More than can be on their way at once, so that the signature of an answer is still known. */
export const RECENT = 256;

/** Shorter secrets are not searched in whole answers: they may be parts of names and ids. */
const SHORTEST_IN_ANSWERS = 12;

export const MASK = '[redacted]';

/** Shorter than this, a "secret" is a part of ordinary words, and masking it only garbles text. */
const SHORTEST_SECRET = 4;

/**
 * Longer secrets are searched in parts: a pattern of thousands of characters, each in all its forms,
 * takes seconds or is more than a regular expression may be. Characters.
 */
const LONGEST_PART = 300;

/** Longer text is not searched whole: messages are cut far earlier. Characters. */
const LONGEST_TEXT = 1024 * 1024;

/**
 * Places that hold a secret whatever it is: the first group stays, the rest goes. All forms:
 * `name=value` of queries, percent-encoded or not, and `"name": "value"` of JSON and headers,
 * escaped or not.
 */
const PLACES: readonly RegExp[] = [
  /\b((?:proxy-)?authorization[\\"']{0,4}\s{0,9}[:=]\s{0,9}[\\"']{0,4})[^\r\n"'\\]+/gi,
  /\b(bearer(?:\s{1,9}|%20|\+))[\w.~+/=%-]+/gi,
  /((?:signature|token|secret|password|access_?key_?secret|secret_?key)[\\"']{0,4}\s{0,9}(?:[:=]|%3d|%3a)\s{0,9}[\\"']{0,4})[^\s&"',;\\]+/gi,
  /(:\/\/[^\s/@:]{0,300}:)[^\s/@]{1,3000}(?=@)/g,
];

/**
 * Masks these secrets, and places that always hold one: `Authorization`, `Signature=`,
 * `SecurityToken=`, bearer tokens, passwords in URLs.
 *
 * A secret is found as it is, percent-encoded, JSON-escaped, as an HTML entity, and in base64, alone
 * or within a longer text.
 */
export function createRedactor(secrets: readonly string[]): Redactor {
  const keeper = createSecretKeeper();
  keeper.learn(secrets);
  return keeper.redact;
}

export function createSecretKeeper(): SecretKeeper {
  /** Patterns by secret, each made at the first search for it: most signatures never are. */
  const lasting = new Map<string, RegExp | undefined>();
  const recent = new Map<string, RegExp | undefined>();
  const add = (to: Map<string, RegExp | undefined>, secrets: readonly string[]) => {
    for (const one of secrets.flatMap(partsOf)) {
      if (one.length >= SHORTEST_SECRET && !to.has(one)) to.set(one, undefined);
    }
  };
  const maskIn = (text: string, secret: string): string => {
    const owner = lasting.has(secret) ? lasting : recent;
    const pattern = owner.get(secret) ?? patternOf(secret);
    owner.set(secret, pattern);
    return text.replace(pattern, MASK);
  };
  const redactLearned = (text: string): string => {
    const searched = text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text;
    return (
      [...lasting.keys(), ...recent.keys()]
        // A secret that contains another must go first, or its rest would stay.
        .toSorted((a, b) => b.length - a.length)
        .reduce(maskIn, searched)
    );
  };
  return {
    learn: (secrets) => add(lasting, secrets),
    learnForNow(secrets) {
      add(recent, secrets);
      for (const [oldest] of recent) {
        if (recent.size <= RECENT) break;
        recent.delete(oldest);
      }
    },
    mayBeIn: (text, others) =>
      [...lasting.keys(), ...others].some(
        (one) =>
          one.length >= SHORTEST_IN_ANSWERS && usualForms(one).some((form) => text.includes(form)),
      ),
    redactLearned,
    redact: (text) =>
      PLACES.reduce((rest, place) => rest.replace(place, `$1${MASK}`), redactLearned(text)),
  };
}

/** A secret in parts of about one length, so that none is too short to be searched. */
function partsOf(secret: string): readonly string[] {
  if (secret.length <= LONGEST_PART) return [secret];
  const characters = [...secret];
  const size = Math.ceil(characters.length / Math.ceil(characters.length / LONGEST_PART));
  return Array.from({ length: Math.ceil(characters.length / size) }, (_, index) =>
    characters.slice(index * size, (index + 1) * size).join(''),
  );
}

/** How answers write a secret most often. */
function usualForms(secret: string): readonly string[] {
  const base64 = Buffer.from(secret, 'utf8').toString('base64').replace(/=+$/, '');
  const escaped = JSON.stringify(secret).slice(1, -1);
  const forms = [
    secret,
    escaped,
    encodeURIComponent(secret.replace(/\p{Surrogate}/gu, '\uFFFD')),
    base64,
  ];
  return [...new Set(forms)];
}

/** Every way to write a secret, the longest first. */
function patternOf(secret: string): RegExp {
  const written = [...secret].map(waysToWrite).join('');
  const encoded = [...base64Forms(secret)]
    .filter((form) => form.length >= 2 * SHORTEST_SECRET)
    .toSorted((a, b) => b.length - a.length)
    .map((form) => [...form].map(waysToWrite).join(''));
  return new RegExp([written, ...encoded].join('|'), 'gu');
}

/** A character as a pattern: itself, escaped for JSON, for a URL (also twice) or for HTML. */
function waysToWrite(character: string): string {
  if (/[A-Za-z0-9]/.test(character)) return character;
  const literal = character.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  const code = character.codePointAt(0) ?? 0;
  const bytes = [...Buffer.from(character, 'utf8')].map(
    (byte) => `%(?:25){0,2}${anyCase(byte.toString(16).padStart(2, '0'))}`,
  );
  const units = Array.from({ length: character.length }, (_, index) => {
    const unit = character.charCodeAt(index).toString(16).padStart(4, '0');
    return `\\\\{1,4}u${anyCase(unit)}`;
  });
  return `(?:${[
    `\\\\{0,4}${literal}`,
    bytes.join(''),
    units.join(''),
    `&#0{0,4}${code};`,
    `&#[xX]0{0,4}${anyCase(code.toString(16))};`,
    ...(character === ' ' ? ['\\+'] : []),
    ...Object.entries(ENTITIES).flatMap(([name, one]) => (one === character ? [`&${name};`] : [])),
    ...(JSON_ESCAPES[character] === undefined ? [] : [`\\\\{1,4}${JSON_ESCAPES[character]}`]),
  ].join('|')})`;
}

const ENTITIES = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" } as const;
const JSON_ESCAPES: Readonly<Record<string, string>> = {
  '\b': 'b',
  '\f': 'f',
  '\n': 'n',
  '\r': 'r',
  '\t': 't',
};

function anyCase(hexadecimal: string): string {
  return hexadecimal.replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`);
}

/**
 * Base64 and base64url: of the secret alone, with and without padding, and of the secret within a
 * longer text, where its first and last digits depend on what stands beside it.
 */
function base64Forms(secret: string): ReadonlySet<string> {
  const bytes = Buffer.from(secret, 'utf8');
  const forms = (['base64', 'base64url'] as const).flatMap((encoding) => {
    const whole = bytes.toString(encoding);
    const within = [0, 1, 2].map((before) => {
      const shifted = Buffer.concat([Buffer.alloc(before), bytes]);
      const digits = shifted.toString(encoding).replace(/=+$/, '');
      const unsureAtStart = before === 0 ? 0 : before + 1;
      const unsureAtEnd = shifted.length % 3 === 0 ? 0 : 1;
      return digits.slice(unsureAtStart, digits.length - unsureAtEnd);
    });
    return [whole, whole.replace(/=+$/, ''), ...within];
  });
  return new Set(forms);
}
