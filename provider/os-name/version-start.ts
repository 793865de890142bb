/** What the beginning of a version says about a condition on the whole version. */
import {
  compareComponents,
  COMPARATORS,
  isZero,
  versionComponents,
  versionKey,
  type VersionComparator,
  type VersionCondition,
} from './version';

/**
 * Whether no version that begins with `start` can satisfy a condition, so that the rest of it need
 * not be known: 18.04 and whatever refines it is neither a 22.04 nor in `>=20.04`.
 */
export function excludesStart(condition: VersionCondition, start: string): boolean {
  const had = versionComponents(start);
  if (condition.kind === 'range') return condition.comparators.some((one) => isOutside(one, had));
  return versionComponents(condition.version).some((wanted, i) => {
    const component = had[i];
    return component !== undefined && compareComponents(wanted, component) !== 0;
  });
}

function isOutside({ operator, version }: VersionComparator, had: readonly string[]): boolean {
  const bound = versionKey(version);
  for (let i = 0; i < Math.min(bound.length, had.length); i += 1) {
    const order = compareComponents(had[i] ?? '', bound[i] ?? '');
    if (order === 0) continue;
    // Zeros at the end of a version do not count, and what follows this one is not known.
    return !isZero(had[i] ?? '') && !COMPARATORS[operator](order);
  }
  return false;
}
