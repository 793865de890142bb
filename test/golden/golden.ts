/** Golden files: the whole text as a user sees it, compared to the letter. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CLOUD_IDS } from '../../provider/image/words';

/** An engine may break the line within the list. */
const EVERY_CLOUD = new RegExp(CLOUD_IDS.join(',\\s+'), 'g');

/**
 * Expects text to equal the golden file of this name. Where a message lists the clouds, the file
 * has `<every cloud>`, so that a new cloud changes no file.
 *
 * `UPDATE_GOLDEN=1 npm test` rewrites the files; the review of a change is its diff.
 *
 * @param name - below `test/golden`, such as `explanations/typo.txt`
 */
export function expectGolden(name: string, text: string): void {
  const file = path.join(__dirname, name);
  const named = text.replace(EVERY_CLOUD, '<every cloud>');
  const complete = named.endsWith('\n') ? named : `${named}\n`;
  if (process.env['UPDATE_GOLDEN'] === '1') {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, complete);
  }
  if (!existsSync(file)) {
    throw new Error(`The golden file ${name} is missing; UPDATE_GOLDEN=1 npm test writes it.`);
  }
  expect(complete).toBe(readFileSync(file, 'utf8'));
}
