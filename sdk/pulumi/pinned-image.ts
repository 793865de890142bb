/** PinnedImage: an image that stays the same until its query or a trigger changes. */
import * as pulumi from '@pulumi/pulumi';
import type { ImageWarning } from 'cloudimages';
import { warn } from './session';
import { trampoline } from './trampoline';
import type { GetImageOutputArgs, PinnedImageDetails, PlainArrays } from './types';

/** A query for one image, and what moves the pin. */
export interface PinnedImageArgs extends GetImageOutputArgs {
  /**
   * Any values. When one of them changes, the pin moves to the image that the query means then.
   *
   * @example
   * ['2024-06']
   */
  readonly triggers?: pulumi.Input<readonly pulumi.Input<unknown>[]> | undefined;
}

/**
 * A machine image, pinned in the stack's state.
 *
 * Chosen when the resource is first previewed, so that its id is known in that preview. It stays
 * the same on every later preview and update, which send no request. It moves when the query or
 * one of the `triggers` changes, never because a newer image appeared. `pulumi refresh` reports
 * a newer image, and a pinned image that is deprecated or gone.
 *
 * Credentials come from the stack's configuration or the environment, never from arguments, since
 * arguments are in the state.
 *
 * @example
 * const image = new PinnedImage('web', {
 *   targets: ['alicloud/cn-hangzhou'],
 *   distro: 'ubuntu',
 *   osVersion: '22.04',
 *   architecture: 'x86_64',
 *   mostRecent: true,
 *   triggers: ['2024-06'],
 * });
 * new alicloud.ecs.Instance('web', { imageId: image.imageId });
 */
export class PinnedImage extends pulumi.dynamic.Resource {
  /** The native id that instance resources take. */
  declare readonly imageId: pulumi.Output<string>;
  /** The image as it was when it was chosen. */
  declare readonly image: pulumi.Output<PinnedImageDetails>;
  /** A digest of the query and the triggers. The pin moves when it changes. */
  declare readonly resolutionKey: pulumi.Output<string>;
  /** The id that the lock file had for the query when the pin last followed it. */
  declare readonly lockedImageId: pulumi.Output<string | undefined>;
  /** As given. */
  declare readonly triggers: pulumi.Output<unknown[] | undefined>;
  /** Whether the last refresh still found the image. Absent where the cloud could not be reached, and under a lock. */
  declare readonly exists: pulumi.Output<boolean | undefined>;
  /** Whether the image was deprecated at the last refresh. Absent where the cloud does not report it, and under a lock. */
  declare readonly deprecated: pulumi.Output<boolean | undefined>;
  /** Whether the query meant another image at the last refresh. Absent where the cloud could not be reached, and under a lock. */
  declare readonly outdated: pulumi.Output<boolean | undefined>;
  /** The id of the image that the query meant at the last refresh. */
  declare readonly latestImageId: pulumi.Output<string | undefined>;
  /** What was pinned before the last move. */
  declare readonly previousImageId: pulumi.Output<string | undefined>;
  /** What the last refresh warned about. Also shown beside the resource on every later preview. */
  declare readonly warnings: pulumi.Output<PlainArrays<ImageWarning>[] | undefined>;

  /**
   * @param name - the resource's name in the stack
   * @param args - the query, and what moves the pin
   */
  constructor(name: string, args: PinnedImageArgs, opts?: pulumi.CustomResourceOptions) {
    super(trampoline, name, { ...outputsOf(args), ...args }, opts, 'cloudimages', 'PinnedImage');
    pulumi.output(this.warnings).apply((warnings) => {
      warnings?.forEach(({ message }) => warn(message, this));
    });
  }
}

/**
 * Pulumi makes an output property of every property that it is given, with a value or without.
 *
 * The results of a query may repeat a secret of the query. Pulumi keeps a property secret in
 * the state whose input of the same name is, so these inputs have no value and are as secret as the
 * query.
 */
function outputsOf({ triggers: _, ...query }: PinnedImageArgs) {
  const derived = pulumi.output(query).apply(() => undefined);
  return {
    imageId: derived,
    image: derived,
    resolutionKey: derived,
    lockedImageId: derived,
    latestImageId: derived,
    previousImageId: derived,
    warnings: derived,
    triggers: undefined,
    exists: undefined,
    deprecated: undefined,
    outdated: undefined,
  };
}
