/** Where to look: `cloud/region`. */
import { CLOUD_IDS, type CloudId } from './words';
import { didYouMean } from './nearest';

/** A place where images are listed. */
export interface Target {
  readonly cloud: CloudId;
  /** The region, or the availability zone id for zenlayercloud. */
  readonly region: string;
}

/** `cloud/region`, as queries, answers and lock files write it. */
export function printTarget(target: Target): string {
  return `${target.cloud}/${target.region}`;
}

/**
 * Reads `cloud/region`.
 *
 * @returns the target, or what is wrong with the text and what is allowed
 */
export function parseTarget(text: string): Target | { readonly problem: string } {
  const [cloud = '', region = '', ...rest] = text.split('/');
  if (region === '' || rest.length > 0 || !/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(region)) {
    return {
      problem: `"${text}" is not of the form cloud/region, such as alicloud/cn-hangzhou. The clouds are ${CLOUD_IDS.join(', ')}.`,
    };
  }
  const known = CLOUD_IDS.find((id) => id === cloud);
  if (known === undefined) {
    return {
      problem: `"${cloud}" is not a known cloud. The clouds are ${CLOUD_IDS.join(', ')}.${didYouMean(cloud, CLOUD_IDS)}`,
    };
  }
  return { cloud: known, region };
}
