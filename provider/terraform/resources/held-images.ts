/** The images that a state holds, for the lock file. */
import { ImageError } from '../../errors/image-error';
import type { Image } from '../../image/answer.generated';
import { snakeCase } from '../../schema/field';
import { IMAGE_FIELDS } from '../../schema/image-fields';
import { isCtyObject, type CtyObject } from '../cty/value';
import { toPlain } from '../schema/values';
import type { KnownConfiguration } from '../server/parts';
import { heldIds } from './held-pin';

/**
 * The image in the state, or what its cloud reports where the state has only the id.
 *
 * @throws ImageError `no-match` where an image no longer exists
 */
export async function heldImages(
  prior: CtyObject,
  targets: readonly string[],
  { engine, signal }: Pick<KnownConfiguration, 'engine'> & { readonly signal: AbortSignal },
): Promise<readonly Image[]> {
  const image = prior['image'];
  if (isCtyObject(image)) return [imageFromState(image)];
  const held = heldIds(prior);
  return Promise.all(
    targets.map(async (target) => {
      const id = held[target] ?? '';
      const found = await engine.findImage(target, id, { signal });
      if (found !== undefined) return found;
      throw new ImageError('no-match', `the pinned image ${id} no longer exists in ${target}`);
    }),
  );
}

/** States have no `raw`, and the names of inferred fields in Terraform's words. */
function imageFromState(state: CtyObject): Image {
  const image = toPlain(state, IMAGE_FIELDS) as unknown as Image;
  const fields = Object.keys(IMAGE_FIELDS);
  const inferred = image.inferred.map(
    (name) => fields.find((field) => snakeCase(field) === name) ?? name,
  );
  return { ...image, inferred, raw: '{}' };
}
