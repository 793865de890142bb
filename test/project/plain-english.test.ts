/**
 * What people read is plain American English, without the phrases below: they read as translated, or
 * there is a usual word.
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
  [/\ba text\b(?! file)|\bno text\b/i, 'string, message, or: text'],
  [/\bwhoever\b|\bsomebody\b|\bnobody is\b/i, 'the caller, another user, no one'],
  [
    /\btold in\b|\btells of\b|\bspeaks? of\b|\btold apart\b|\btells? \w+ apart\b/i,
    'says, reports, distinguishes',
  ],
  [/\bholds to (?!the lock)/i, 'follows, matches'],
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
  [/\bfunnel\b/i, 'the filter steps'],
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
  'scripts/**',
  'bench/**',
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
  'no file matches $phrase (write: $instead)',
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
