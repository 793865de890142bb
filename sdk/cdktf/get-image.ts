// Made from sdk/cdktn/get-image.ts by scripts/generate-cdktf.mjs. Do not edit.
/** `getImage`: exactly one image. */
import type { TerraformMetaArguments } from 'cdktf';
import type { Construct } from 'constructs';
import {
  DataCloudimagesImage,
  type DataCloudimagesImageConfig,
} from './bindings/data-cloudimages-image';
import { checkInSynthesis } from './check-query';
import { lockedId } from './locked-image';
import { ownScope } from './own-scope';

/** Which image is meant, and Terraform's own arguments of a data source. All of it is optional. */
export interface GetImageConfig extends DataCloudimagesImageConfig {
  /** When the image is looked up. Default: `'plan'`. */
  readonly resolveAt?: 'plan';
}

/** Which locked image is meant. Terraform's own arguments do not apply, since nothing is planned. */
export interface GetImageAtSynthConfig extends Omit<
  DataCloudimagesImageConfig,
  keyof TerraformMetaArguments
> {
  /** The id comes from cloudimages.lock.json in synthesis, without the provider and the network. */
  readonly resolveAt: 'synth';
  /** The label of the lock scope, such as `prod`. Default: `CLOUDIMAGES_LOCK_SCOPE`. */
  readonly lockScope?: string;
}

/** The locked image. */
export interface GetImageAtSynthResult {
  /** The native id, a plain string. */
  readonly id: string;
}

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
export function getImage(scope: Construct, id: string, query?: GetImageConfig): GetImageResult;
/**
 * The locked id of the one machine image that a query means, known in synthesis. It is written in
 * place of a data source, and no `CloudimagesProvider` is needed.
 *
 * @param scope - the stack, or a construct in it
 * @param id - names the look-up in errors
 * @param query - with one target, its own or that of cloudimages.json. Plain values: a token is an error
 * @throws Error when the query is not locked, naming the command that locks it, and when a policy
 * denies the id. An image that is too old or of another owner is a warning
 * @example
 * const { id: imageId } = getImage(this, 'ubuntu', {
 *   resolveAt: 'synth',
 *   targets: ['alicloud/cn-hangzhou'],
 *   distro: 'ubuntu',
 *   osVersion: '22.04',
 *   architecture: 'x86_64',
 *   mostRecent: true,
 * });
 */
export function getImage(
  scope: Construct,
  id: string,
  query: GetImageAtSynthConfig,
): GetImageAtSynthResult;
export function getImage(
  scope: Construct,
  id: string,
  config: GetImageConfig | GetImageAtSynthConfig = {},
): GetImageResult | GetImageAtSynthResult {
  if (config.resolveAt === 'synth') {
    const { resolveAt: _, lockScope, ...query } = config;
    const where = `${ownScope(scope).node.path}/${id}`;
    return { id: lockedId(scope, where, 'getImage', query, lockScope) };
  }
  const { resolveAt: _, ...query } = config;
  const image = new DataCloudimagesImage(ownScope(scope), id, query);
  checkInSynthesis(image, query);
  return image;
}
