// Made from sdk/cdktn/pinned-image.ts by scripts/generate-cdktf.mjs. Do not edit.
/** `PinnedImage`: one image, held in the state. */
import type { TerraformProvider } from 'cdktf';
import type { Construct } from 'constructs';
import { DataCloudimagesImage } from './bindings/data-cloudimages-image';
import { DataCloudimagesImages } from './bindings/data-cloudimages-images';
import {
  PinnedImage as PinnedImageBinding,
  type PinnedImageCandidate,
  type PinnedImageConfig,
} from './bindings/pinned-image';
import { checkInSynthesis } from './check-query';
import { ownScope } from './own-scope';

/**
 * One machine image, chosen when it is first planned and held in Terraform's state.
 *
 * `imageId` is known in the plan. It moves, in place, when the query or `triggers` change, and never
 * because a newer image appeared: a newer, deprecated or vanished image is a warning of the plan.
 * The look-up is a data source of its own, `<id>-candidate`, so that a saved plan applies on any
 * machine. With `count` or `forEach` the pin makes the look-up itself.
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
    super(ownScope(scope), id, withCandidate(scope, id, config));
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

/** The pin's arguments with a data source in place of its query. */
function withCandidate(scope: Construct, id: string, config: PinnedImageConfig): PinnedImageConfig {
  const { candidate, count, forEach, ...others } = config;
  // A data source that is made several times has a candidate for each of them.
  if (candidate !== undefined || count !== undefined || forEach !== undefined) return config;
  const { connection, dependsOn, lifecycle, provider, provisioners, triggers, ...query } = others;
  const lookUp = provider === undefined ? query : { ...query, provider };
  const name = `${id}-candidate`;
  const data =
    Array.isArray(query.targets) && query.targets.length > 1
      ? new DataCloudimagesImages(scope, name, lookUp)
      : new DataCloudimagesImage(scope, name, lookUp);
  const own = { connection, dependsOn, lifecycle, provider, provisioners, triggers };
  const given = Object.entries(own).filter(([, value]) => value !== undefined);
  return {
    ...(Object.fromEntries(given) as PinnedImageConfig),
    // The binding takes a reference to a whole object, though its type names only the members.
    candidate: data.interpolationForAttribute('candidate') as unknown as PinnedImageCandidate,
  };
}
