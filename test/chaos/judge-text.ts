/** Versions and names as the judge compares them. Plain and slow. */

/** `2012 R2` → 2012, 2: its release comes behind the plain version. */
export function versionKey(version: string): readonly number[] {
  return (version.match(/\d+/g) ?? []).map(Number);
}

/** A prefix by component, or comparators that all hold. R2 is a release of its own. */
export function versionMatches(version: string, wanted: string): boolean {
  if (/^[<>=]/.test(wanted)) return wanted.split(' ').every((one) => holds(version, one));
  if (/R\d/.test(version) !== /R\d/.test(wanted)) return false;
  const parts = version.split(/[. ]/);
  return wanted.split(/[. ]/).every((part, index) => parts[index] === part);
}

function holds(version: string, comparator: string): boolean {
  const limit = versionKey(comparator);
  const key = versionKey(version);
  const length = Math.max(limit.length, key.length);
  let difference = 0;
  for (let index = 0; index < length && difference === 0; index += 1) {
    difference = (key[index] ?? 0) - (limit[index] ?? 0);
  }
  if (comparator.startsWith('>=')) return difference >= 0;
  if (comparator.startsWith('<')) return difference < 0;
  throw new Error(`the harness draws no "${comparator}"`);
}

/** Natural order of names: numbers by value, a number before other text. */
export function naturally(a: string, b: string): number {
  const left = a.match(/\d+|\D+/g) ?? [];
  const right = b.match(/\d+|\D+/g) ?? [];
  for (let index = 0; index < Math.min(left.length, right.length); index += 1) {
    const [x = '', y = ''] = [left[index], right[index]];
    const bothNumbers = /^\d/.test(x) && /^\d/.test(y);
    const difference = bothNumbers ? Number(BigInt(x) - BigInt(y)) : x < y ? -1 : x > y ? 1 : 0;
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}
