// Made from sdk/cdktn/get-image.ts by scripts/generate-cdktf.mjs. Do not edit.
/** `getImage`: exactly one image. */
import type { Construct } from 'constructs';
import {
  DataCloudimagesImage,
  type DataCloudimagesImageConfig,
} from './bindings/data-cloudimages-image';
import { checkInSynthesis } from './check-query';
import { ownScope } from './own-scope';

/** Which image is meant, and Terraform's own arguments of a data source. All of it is optional. */
export type GetImageConfig = DataCloudimagesImageConfig;

/**
 * The image that a query means: a data source whose values Terraform fills in when it plans. `id` is
 * the native id that instance resources take, `image` all that is known about it.
 */
export type GetImageResult = DataCloudimagesImage;

/**
 * The one machine image that a query means, over all of its targets.
 *
 * Needs a `CloudimagesProvider` in the stack. The id is known in the plan. An invalid query is an error
 * in synthesis; no image and more than one are errors in the plan that explain themselves.
 *
 * @param scope - the stack, or a construct in it
 * @param id - names the data source; unique in the scope
 * @param query - `mostRecent: true` takes the newest of several
 * @example
 * const { id: imageId } = getImage(this, 'ubuntu', {
 *   targets: ['alicloud/cn-hangzhou'],
 *   distro: 'ubuntu',
 *   osVersion: '22.04',
 *   architecture: 'x86_64',
 *   mostRecent: true,
 * });
 */
export function getImage(scope: Construct, id: string, query: GetImageConfig = {}): GetImageResult {
  const image = new DataCloudimagesImage(ownScope(scope), id, query);
  checkInSynthesis(image, query);
  return image;
}
