import { casesOf } from '../in-full';
import fc from 'fast-check';
import { anyText } from '../any-text';
import { CODE_NAMES } from '../../provider/os-name/code-names';
import { DISTRIBUTIONS } from '../../provider/os-name/distributions';
import type { Distribution } from '../../provider/os-name/distributions';
import { LazyOsFacts } from '../../provider/os-name/lazy-os-facts';
import { readOsFields, readOsName } from '../../provider/os-name/os-name';
import type { OsNames } from '../../provider/os-name/os-name';
import { VARIANTS } from '../../provider/os-name/variants';
import { refinesVersion } from '../../provider/os-name/version';
import { OS_NAMES } from './os-name-table';

const rows: readonly Distribution[] = DISTRIBUTIONS;
const names = OS_NAMES.map(([name]) => name);
const pieces = [
  ...new Set(names.flatMap((name) => name.split(/([^\p{L}\p{N}]+)/u))),
  ...rows.flatMap((row) => [...row.names, ...(row.beforeVersion ?? [])]),
  ...['20240229', '20240231', 'constructor', '__proto__', 'SP3', 'R2', '9', '22', '04', '.', 'v'],
];

/** Names that look like names: pieces of real ones, in any order, with or without separators. */
const mash = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.stringMatching(/^[0-9]{1,10}$/)), { maxLength: 9 })
  .chain((parts) =>
    fc
      .array(fc.constantFrom('', '-', '_', '.', ' ', '/', ':'), {
        minLength: parts.length,
        maxLength: parts.length,
      })
      .map((gaps) => parts.map((part, i) => part + (gaps[i] ?? '')).join('')),
  );

const text = fc.oneof(
  { weight: 4, arbitrary: mash },
  { weight: 1, arbitrary: anyText(80) },
  { weight: 1, arbitrary: fc.constantFrom(...names) },
);

const fields = fc.record<OsNames>(
  { id: text, name: text, osName: text, platform: text, family: text, version: text },
  { requiredKeys: [] },
);

/** All fields as one text in lower case, and the same with nothing but letters and digits. */
function said(input: OsNames): { readonly all: string; readonly letters: string } {
  const all = Object.values(input).join(' ').toLowerCase();
  return { all, letters: all.replace(/[^\p{L}\p{N}]/gu, '') };
}

const codeNames: Readonly<Record<string, Readonly<Record<string, string>>>> = CODE_NAMES;

const wordsOf = (row: Distribution): readonly string[] => [
  ...row.names,
  ...(row.beforeVersion ?? []),
  ...(row.touchingVersion ?? []),
  ...(row.alone ?? []),
  ...Object.keys(codeNames[row.id] ?? {}),
  ...rows.flatMap(({ becomes, names }) => (becomes?.id === row.id ? names : [])),
];

describe('readOsName on anything', () => {
  it('never throws and returns only known words', () => {
    fc.assert(
      fc.property(fields, (input) => {
        const facts = readOsName(input);
        expect(rows.map(({ id }) => id).concat('-')).toContain(facts.distro ?? '-');
        expect(['linux', 'windows', 'bsd', 'other', undefined]).toContain(facts.osType);
        expect(['x86_64', 'arm64', 'i386', undefined]).toContain(facts.architecture);
        expect(['bios', 'uefi', 'uefi-preferred', undefined]).toContain(facts.bootMode);
        expect(facts.language ?? 'en').toMatch(/^[a-z]{2}$/);
        expect(facts.edition ?? 'web').toMatch(/^[a-z]+$/);
        expect(facts.osType === 'windows' || (facts.language ?? facts.edition) === undefined).toBe(
          true,
        );
        expect([...VARIANTS, undefined]).toContain(facts.variant);
        expect(facts.distro === undefined || facts.osType !== undefined).toBe(true);
        expect(facts.osVersion === undefined || facts.distro !== undefined).toBe(true);
        expect(facts.variant === 'base' ? facts.osType !== undefined : true).toBe(true);
      }),
      { numRuns: casesOf(500) },
    );
  });

  it('returns a distribution only if a name of it is in the input', () => {
    fc.assert(
      fc.property(fields, (input) => {
        const { distro } = readOsName(input);
        const row = rows.find(({ id }) => id === distro);
        const { letters } = said(input);
        const isNamed = (words: string): boolean =>
          letters.includes(words.replace(/[^\p{L}\p{N}]/gu, ''));
        expect(row === undefined || wordsOf(row).some(isNamed)).toBe(true);
      }),
      { numRuns: casesOf(500) },
    );
  });

  it('returns only version numbers that are written, or that a written code name or short version stands for', () => {
    fc.assert(
      fc.property(fields, (input) => {
        const { distro, osVersion = '' } = readOsName(input);
        const { all } = said(input);
        const names = Object.entries(codeNames[distro ?? ''] ?? {});
        const isCodeName = names.some(([word, v]) => v === osVersion && all.includes(word));
        const numbers = osVersion.match(/[0-9]+/g) ?? [];
        const short = rows.find(({ id }) => id === distro)?.shortVersions ?? {};
        const isShort = Object.entries(short).some(([s, v]) => v === osVersion && all.includes(s));
        expect(isCodeName || isShort || numbers.every((number) => all.includes(number))).toBe(true);
      }),
      { numRuns: casesOf(500) },
    );
  });

  it('returns only an architecture and a build date that are written', () => {
    fc.assert(
      fc.property(fields, (input) => {
        const { architecture, buildDate = '' } = readOsName(input);
        const { all, letters } = said(input);
        const evidence = {
          x86_64: /64/,
          arm64: /arm|aarch64/,
          i386: /[3-6]86|32/,
        };
        expect(architecture === undefined || evidence[architecture].test(all)).toBe(true);
        expect(letters).toContain(buildDate.replaceAll('-', ''));
      }),
      { numRuns: casesOf(500) },
    );
  });

  it('returns the same facts for a name in any case and after any other name', () => {
    fc.assert(
      fc.property(fc.constantFrom(...names), text, (name, other) => {
        const facts = readOsName({ name });
        readOsName({ name: other });
        expect(readOsName({ name })).toEqual(facts);
        expect(readOsName({ name: name.toUpperCase() })).toEqual(facts);
        expect(readOsName({ name, id: name })).toEqual(facts);
      }),
    );
  });

  it('returns the same facts with an unknown word in front of the name', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.constantFrom('zzz-', 'farm_', 'charm ', 'prototype/', 'professional-', 'web.'),
        (name, prefix) => {
          expect(readOsName({ name: prefix + name })).toEqual(readOsName({ name }));
        },
      ),
    );
  });

  it('reads names of any length without an error', () => {
    const long = ['ubuntu ', 'win 2012 r2 ', '2020', '9', 'a', '-', '2024-', 'x86_64 ', '麒麟'];
    for (const piece of long) expect(() => readOsName({ name: piece.repeat(1e5) })).not.toThrow();
  });
});

describe('LazyOsFacts on anything', () => {
  const facts = [
    ...(['distro', 'osVersion', 'osType', 'architecture', 'bootMode'] as const),
    ...(['language', 'edition', 'buildDate', 'variant'] as const),
  ];

  it('has every fact that readOsName reads, in whichever order they are taken', () => {
    fc.assert(
      fc.property(
        fields,
        fc.shuffledSubarray(facts),
        ({ id = '', name = '', ...others }, order) => {
          const whole = readOsName({ id, name, ...others });
          const lazy = new LazyOsFacts(readOsFields(others), id, name);
          for (const fact of order) expect(lazy[fact]).toBe(whole[fact]);
        },
      ),
    );
  });

  it('knows what the version begins with before the name is read', () => {
    let known = 0;
    fc.assert(
      fc.property(fields, ({ id = '', name = '', ...others }) => {
        const { versionStart } = readOsFields(others);
        if (versionStart === undefined) return;
        known += 1;
        const { osVersion = '' } = readOsName({ id, name, ...others });
        expect([osVersion === versionStart || refinesVersion(versionStart, osVersion)]).toEqual([
          true,
        ]);
      }),
      { numRuns: 2000 },
    );
    expect(known).toBeGreaterThan(20);
  });
});
