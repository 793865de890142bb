/** Made-up identifiers and numbers that are the same in every run. */
import { createHash } from 'node:crypto';

/** A code of lower-case letters and digits made from a string, for ids such as `img-eb30mz89`. */
export function stableCode(text: string, length: number): string {
  const digest = createHash('sha256').update(text).digest('hex');
  return BigInt(`0x${digest}`).toString(36).slice(-length).padStart(length, '0');
}

/** Account id in the catalog that does not fit a double, as real ones can be. */
export const LARGE_ACCOUNT_ID = '9223372036854775801';

/** The simulator's own account id in the catalog. */
export const OWN_ACCOUNT_ID = '9007199254740993';
