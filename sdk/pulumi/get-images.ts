/** `getImages` and `getImagesOutput`. */
import type * as pulumi from '@pulumi/pulumi';
import type { ImagesAnswer } from './types';
import type { GetImagesArgs, GetImagesOutputArgs } from './types';
import {
  lookUp,
  lookUpOutput,
  type GetImagesOptions,
  type GetImagesOutputOptions,
} from './look-up';

/** What `getImages` answers: the arguments, and the images that they mean. */
export interface GetImagesResult extends GetImagesArgs, ImagesAnswer {}

/**
 * The machine images that a query means, in each of its targets.
 *
 * Runs in the program itself, in a preview too; no plugin takes part. Calls of one program share
 * their listings.
 *
 * @param args - the query
 * @throws pulumi.RunError with every problem of the query and its path, with the explanation when
 * nothing matches, or with what a cloud answered. `cause` is the error with its facts in fields.
 * @example
 * const ubuntu = await getImages({
 *   targets: ['alicloud/cn-hangzhou', 'tencentcloud/ap-singapore'],
 *   distro: 'ubuntu',
 *   osVersion: '22.04',
 *   architecture: 'x86_64',
 *   mostRecent: true,
 * });
 * const imageId = ubuntu.idByTarget['alicloud/cn-hangzhou'];
 */
export function getImages(
  args: GetImagesArgs = {},
  opts: GetImagesOptions = {},
): Promise<GetImagesResult> {
  return lookUp((resolver, query, options) => resolver.getImages(query, options), args, opts);
}

/**
 * The same over inputs. The answer is unknown while an argument or a resource in `dependsOn` is,
 * and a secret where an argument is one.
 *
 * @param args - the query; any value may be an output of a resource
 * @example
 * const images = getImagesOutput({ targets: [pulumi.interpolate`alicloud/${region}`] });
 * const imageId = images.ids[0];
 */
export function getImagesOutput(
  args: GetImagesOutputArgs = {},
  opts: GetImagesOutputOptions = {},
): pulumi.Output<GetImagesResult> {
  return lookUpOutput(getImages, args, opts);
}
