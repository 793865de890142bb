/** `PinnedImage`: one image, held in the state. */
import type { TerraformProvider } from 'cdktn';
import type { Construct } from 'constructs';
import { PinnedImage as PinnedImageBinding, type PinnedImageConfig } from './bindings/pinned-image';
import { checkInSynthesis } from './check-query';
import { ownScope } from './own-scope';

/**
 * One machine image, chosen when it is first planned and held in Terraform's state.
 *
 * `imageId` is known in the plan. It moves, in place, when the query or `triggers` change, and never
 * because a newer image appeared: a newer, deprecated or vanished image is a warning of the plan.
 * Destroying it asks no cloud.
 *
 * @example
 * const base = new PinnedImage(this, 'base', {
 *   targets: ['alicloud/cn-hangzhou'],
 *   distro: 'ubuntu',
 *   osVersion: '22.04',
 *   architecture: 'x86_64',
 *   mostRecent: true,
 *   triggers: { refresh: '2026-q4' },
 * });
 * const imageId = base.imageId;
 */
export class PinnedImage extends PinnedImageBinding {
  /**
   * @param scope - the stack, or a construct in it
   * @param id - names the resource; unique in the scope
   * @param config - the query, and `triggers` that move the pin
   */
  constructor(scope: Construct, id: string, config: PinnedImageConfig = {}) {
    super(ownScope(scope), id, config);
    checkInSynthesis(this, config);
  }

  /**
   * Takes an image that is in use already as the pin, in place of a choice: by an import block, at
   * the next apply. The pin keeps it until the query or `triggers` change from then on.
   *
   * @param target - where the image is: `cloud/region`
   * @param imageId - its native id, such as `m-bp1abcdefg`
   * @param provider - which provider to import with, where there are several
   */
  importImage(target: string, imageId: string, provider?: TerraformProvider): void {
    this.importFrom(`${target}/${imageId}`, provider);
  }
}
