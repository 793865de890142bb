/** Ten digits: unique enough within the minutes that services remember nonces. */
export function nonceFrom(random: () => number): string {
  return String(Math.floor(random() * 8_999_999_999) + 1_000_000_000);
}
