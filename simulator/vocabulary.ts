/** The words and limits of every API, for tests that run on every cloud. */
import type { CloudId } from './clouds/ids';
import { SIMULATED_CLOUDS } from './clouds/index';
import type { Vocabulary } from './simulated-cloud';

export const VOCABULARY: Readonly<Record<CloudId, Vocabulary>> = mapClouds(
  ({ vocabulary }) => vocabulary,
);

/** A region of each cloud where the default catalog has the most. */
export const MAIN_REGION: Readonly<Record<CloudId, string>> = mapClouds(
  ({ vocabulary }) => vocabulary.mainRegion,
);

function mapClouds<T>(
  of: (cloud: (typeof SIMULATED_CLOUDS)[CloudId]) => T,
): Readonly<Record<CloudId, T>> {
  const entries = Object.entries(SIMULATED_CLOUDS).map(([id, cloud]) => [id, of(cloud)] as const);
  return Object.fromEntries(entries) as Record<CloudId, T>;
}
