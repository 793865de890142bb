/**
 * Texts that users see are plain American English: none of the phrases below, which read as
 * translated or have a plain word that the field uses.
 */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const ROOT = path.join(__dirname, '../..');

/** What not to write, and what to write. */
const PHRASES: readonly (readonly [RegExp, string])[] = [
  [/\bmistakes?\b/i, 'error or problem'],
  [/(?<!\bthere )\bis no (?!longer|more\b|match|other\b)/i, 'is not a ..., or: invalid'],
  [/(?<!\bthere )\b(is|are) none\b/i, 'there is no ...'],
  [/\bis not a text\b|\bno text\b|\bas a text\b/i, 'string'],
  [/\bis neither true nor false\b/i, 'must be true or false'],
  [/\bfor ever\b/i, 'forever'],
  [/\banew\b/i, 'again'],
  [/\bgone wild\b/i, 'plain words'],
  [/\b(stands|stand) in the\b/i, 'is in the'],
  [/\bin its hands?\b/i, 'control'],
  [/\bbelong into\b/i, 'put ... in'],
  [/\btime is over\b/i, 'timed out'],
  [/\bnot reachable\b/i, 'cannot reach'],
  [/\bcould only be ignored\b/i, 'not supported'],
  [/\bgives none\b/i, 'no ... given'],
  [/\bpassed over\b/i, 'skipped'],
  [/\bbelieved\b/i, 'trusted'],
  [/\bunasked\b/i, 'by default'],
  [/\bonce a machine\b/i, 'once per machine'],
  [/\bhow images are had\b|\bcould not be had\b|\bto have it:/i, 'obtained, available'],
  [/\blets go of\b/i, 'closes'],
  [/\bthe funnel\b/i, 'the filter steps'],
  [
    /\b(colour|catalogue|behaviour|licence|normalis|synthesis(e|ed)\b|neighbour|centre\b|honour|favour|flavour)/i,
    'American spelling',
  ],
];

const FILES = [
  'README.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'SECURITY.md',
  'docs/**/*.md',
  'examples/**',
  'provider/**/*.ts',
  'sdk/**/*.ts',
  'sdk/**/*.md',
  'simulator/**/*.ts',
  'simulator/**/*.md',
  'test/golden/**',
];

/** Vendors' words in catalogs and fixtures are quoted as they are. */
const QUOTED = /(?:catalog|vocabulary)[a-z-]*\.ts$|package-lock\.json$/;

const listed = execFileSync('git', ['ls-files', '--', ...FILES.map((file) => `:(glob)${file}`)], {
  cwd: ROOT,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file !== '' && !QUOTED.test(file) && fs.existsSync(path.join(ROOT, file)));

it.each(PHRASES.map(([phrase, instead]) => ({ phrase, instead })))(
  'no text matches $phrase (write: $instead)',
  ({ phrase }) => {
    const found = listed.flatMap((file) =>
      fs
        .readFileSync(path.join(ROOT, file), 'utf8')
        .split('\n')
        .flatMap((line, index) =>
          phrase.test(line) ? [`${file}:${index + 1}: ${line.trim()}`] : [],
        ),
    );
    expect(found).toEqual([]);
  },
);
