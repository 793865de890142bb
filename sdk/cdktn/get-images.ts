/** `getImages`: the images of every target. */
import { propertyAccess, Token } from 'cdktn';
import type { Construct } from 'constructs';
import {
  DataCloudimagesImages,
  type DataCloudimagesImagesConfig,
} from './bindings/data-cloudimages-images';
import { checkInSynthesis } from './check-query';
import { ownScope } from './own-scope';

/** Which images are meant, and Terraform's own arguments of a data source. All of it is optional. */
export type GetImagesConfig = DataCloudimagesImagesConfig;

/**
 * The images that a query means: a data source whose values Terraform fills in when it plans.
 *
 * `ids` and `images` are in the order of the query's targets, `images.get(0)` is the first image,
 * `idByTarget` has the id of each target's first image.
 */
export class GetImagesResult extends DataCloudimagesImages {
  /**
   * The native id of a target's first image, as instance resources take it.
   *
   * Where the target has no image, which can be only in an `optional` query, Terraform fails for the
   * missing key. `Fn.lookup(images.idByTarget, target, otherId)` does not.
   *
   * @param target - `cloud/region`, one of the query's or, if it has none, of the provider's
   * @throws Error if the query names its targets and this is not one of them
   * @example
   * images.idFor('alicloud/cn-hangzhou');
   */
  idFor(target: string): string {
    const targets = this.targetsInput;
    if (targets !== undefined && areKnown(targets, target) && !targets.includes(target)) {
      throw new Error(
        `"${target}" is not a target of getImages "${this.node.path}", so it has no image id there. ` +
          `Its targets: ${targets.join(', ')}. Add the target to the query, or ask for one of these.`,
      );
    }
    // Unlike `lookup` of the map, this takes a target whose value is not known yet.
    return Token.asString(propertyAccess(this.idByTarget, [target]));
  }
}

/**
 * The machine images that a query means, in each of its targets.
 *
 * Needs a `CloudimagesProvider` in the stack. The ids are known in the plan. An invalid query is an
 * error in synthesis.
 *
 * @param scope - the stack, or a construct in it
 * @param id - names the data source; unique in the scope
 * @param query - `mostRecent: true` takes one image per target
 * @example
 * const ubuntu = getImages(this, 'ubuntu', {
 *   targets: ['alicloud/cn-hangzhou', 'tencentcloud/ap-singapore'],
 *   distro: 'ubuntu',
 *   osVersion: '22.04',
 *   architecture: 'x86_64',
 *   mostRecent: true,
 * });
 * const imageId = ubuntu.idFor('alicloud/cn-hangzhou');
 */
export function getImages(
  scope: Construct,
  id: string,
  query: GetImagesConfig = {},
): GetImagesResult {
  const images = new GetImagesResult(ownScope(scope), id, query);
  checkInSynthesis(images, query);
  return images;
}

/** Whether all of it has its value now, and none only in the plan. */
function areKnown(targets: readonly string[], target: string): boolean {
  return ![targets, ...targets, target].some((value) => Token.isUnresolved(value));
}
