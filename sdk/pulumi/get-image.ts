/** `getImage` and `getImageOutput`: exactly one image. */
import type * as pulumi from '@pulumi/pulumi';
import type { ImageAnswer } from './types';
import type { GetImageArgs, GetImageOutputArgs } from './types';
import {
  lookUp,
  lookUpOutput,
  type GetImagesOptions,
  type GetImagesOutputOptions,
} from './look-up';

/** What `getImage` answers: the arguments, and the one image that they mean. */
export interface GetImageResult extends GetImageArgs, ImageAnswer {}

/** Options of `getImage`. */
export type GetImageOptions = GetImagesOptions;

/** Options of `getImageOutput`. */
export type GetImageOutputOptions = GetImagesOutputOptions;

/**
 * The one machine image that a query means, over all of its targets.
 *
 * @param args - the query. `mostRecent: true` takes the newest of several.
 * @throws pulumi.RunError as `getImages`, and with the ids when more than one image matches
 * @example
 * const { id } = await getImage({
 *   targets: ['alicloud/cn-hangzhou'],
 *   distro: 'ubuntu',
 *   osVersion: '22.04',
 *   architecture: 'x86_64',
 *   mostRecent: true,
 * });
 */
export function getImage(
  args: GetImageArgs = {},
  opts: GetImageOptions = {},
): Promise<GetImageResult> {
  return lookUp((resolver, query, options) => resolver.getImage(query, options), args, opts);
}

/**
 * The same over inputs. The answer is unknown while an argument or a resource in `dependsOn` is,
 * and a secret where an argument is one.
 *
 * @param args - the query; any value may be an output of a resource
 * @example
 * const image = getImageOutput({ targets: ['alicloud/cn-hangzhou'], name: imageName });
 * const imageId = image.id;
 */
export function getImageOutput(
  args: GetImageOutputArgs = {},
  opts: GetImageOutputOptions = {},
): pulumi.Output<GetImageResult> {
  return lookUpOutput(getImage, args, opts);
}
