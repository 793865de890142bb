/**
 * Strings of any Unicode characters, without half surrogates.
 *
 * As fast-check's own `unit: 'binary'`, which takes a second to build its tables in every file.
 */
import fc from 'fast-check';

const SURROGATES_FROM = 0xd800;
const SURROGATES = 0x800;

const character = fc
  .integer({ min: 0, max: 0x10_ffff - SURROGATES })
  .map((code) => String.fromCodePoint(code < SURROGATES_FROM ? code : code + SURROGATES));

export function anyText(maxLength?: number): fc.Arbitrary<string> {
  return fc.string({ unit: character, ...(maxLength === undefined ? {} : { maxLength }) });
}
