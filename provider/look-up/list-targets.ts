/** The targets of a cloud: the regions or zones that its own API lists. */
import type { CloudContext } from '../clouds/definition/cloud-context';
import { listRegions } from '../clouds/definition/regions';
import { CLOUDS } from '../clouds/index';
import { ImageError } from '../errors/image-error';
import { didYouMean } from '../image/nearest';
import { printTarget } from '../image/target';
import { CLOUD_IDS, type CloudId } from '../image/words';

/** A target that can be looked in. */
export interface KnownTarget {
  /** `cloud/region`. */
  readonly target: string;
  /** The region's name for people, where the API has one. */
  readonly name?: string;
}

/** @throws ImageError as `ComposedEngine.targets` */
export async function listTargets(
  text: string,
  contextOf: (cloud: CloudId) => CloudContext,
  signal: AbortSignal,
): Promise<readonly KnownTarget[]> {
  const cloud = CLOUD_IDS.find((id) => id === text);
  if (cloud === undefined) {
    const reason = `"${text}" is not a known cloud. The clouds are ${CLOUD_IDS.join(', ')}.${didYouMean(text, CLOUD_IDS)}`;
    throw new ImageError('invalid-query', reason);
  }
  const regions = await listRegions(CLOUDS[cloud], contextOf(cloud), signal);
  return regions
    .map(({ id, name }) => ({
      target: printTarget({ cloud, region: id }),
      ...(name === undefined || name === id ? {} : { name }),
    }))
    .toSorted((a, b) => (a.target < b.target ? -1 : 1));
}
