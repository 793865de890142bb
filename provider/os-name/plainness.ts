/** How plain a name is. It decides between two images that are equal in everything else. */
import { codeName } from './code-names';
import { readName } from './name-reading';
import { PACKAGING, PACKAGING_HAN } from './packaging';
import { isWindowsWord } from './windows-words';

/**
 * The number of words in a name that the name reader cannot explain: 0 for the plain image, and more
 * for what was made of it (`... For Tencent`, `... + SG1-pv1.3`, `my-golden-...`).
 *
 * Explained are the distribution with its code name, the architecture, edition, language and boot
 * mode, dates and packaging words (`alibase`, `vhd`, `LTS`, `40G`); numbers do not count. Words that
 * state a variant (`GPU`, `BMS`) count, so that the plain image comes first where any is wanted.
 */
export function unexplainedWords(name: string): number {
  const { tokens, inDate, inArchitecture, inDistro, osType } = readName(name);
  let count = 0;
  for (let i = 0; i < tokens.length; i += 1) {
    const { text = '', kind } = tokens[i] ?? {};
    if (kind === 'number' || inDistro.has(i) || inDate.has(i) || inArchitecture.has(i)) continue;
    const isExplained =
      kind === 'han'
        ? PACKAGING_HAN.test(text)
        : PACKAGING.has(text) ||
          codeName(text) !== undefined ||
          (osType === 'windows' && isWindowsWord(text));
    if (!isExplained) count += 1;
  }
  return count;
}
