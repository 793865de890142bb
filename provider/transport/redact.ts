/** Takes secrets out of texts that leave the process: logs, errors, snippets of answers. */

/** A text with every secret replaced by `[redacted]`. */
export type Redactor = (text: string) => string;

const MASK = '[redacted]';

/** Shorter than this, a "secret" is a part of ordinary words, and masking it only garbles texts. */
const SHORTEST_SECRET = 4;

/**
 * Places that hold a secret whatever it is: the first group stays, the rest goes.
 * Both forms, `name=value` of queries and `"name": "value"` of JSON and headers.
 */
const PLACES: readonly RegExp[] = [
  /\b((?:proxy-)?authorization["']?\s*[:=]\s*["']?)[^\r\n"']+/gi,
  /\b(bearer\s+)[\w.~+/=-]+/gi,
  /((?:signature|token|secret|password|access_?key_?secret|secret_?key)["']?\s*[:=]\s*["']?)[^\s&"',;]+/gi,
  /(:\/\/[^\s/@:]*:)[^\s/@]+(?=@)/g,
];

/**
 * A redactor for these secrets, as they are, percent-encoded and in base64, and for places that
 * always hold one: `Authorization`, `Signature=`, `SecurityToken=`, bearer tokens, passwords in URLs.
 */
export function createRedactor(secrets: readonly string[]): Redactor {
  const forms = secrets
    .filter((secret) => secret.length >= SHORTEST_SECRET)
    .flatMap(formsOf)
    // A secret that holds another must go first, or its rest would stay.
    .sort((a, b) => b.length - a.length);
  const unique = [...new Set(forms)];
  return (text) => {
    const cleaned = unique.reduce((rest, form) => rest.replaceAll(form, MASK), text);
    return PLACES.reduce((rest, place) => rest.replace(place, `$1${MASK}`), cleaned);
  };
}

function formsOf(secret: string): readonly string[] {
  const bytes = Buffer.from(secret, 'utf8');
  const encoded = [bytes.toString('base64'), bytes.toString('base64url')];
  return [
    secret,
    new URLSearchParams([['', secret]]).toString().slice(1),
    ...[secret, ...encoded].map((form) =>
      encodeURIComponent(form.replace(/\p{Surrogate}/gu, '\uFFFD')),
    ),
    JSON.stringify(secret).slice(1, -1),
    ...encoded,
    bytes.toString('base64').replace(/=+$/, ''),
  ];
}
