/** Takes an image that is in use already as a pin. */
import { fromPlain } from '../schema/values';
import { diagnoseError } from '../server/diagnose';
import type { Diagnostic } from '../server/diagnostic';
import type { Context, Outcome } from '../server/parts';
import { unknownConfiguration } from '../server/unknown-configuration';
import { PIN_ARGUMENTS, PIN_RESULTS } from './pin-fields';

/**
 * The state of a pin on this image, with no query yet: the first apply takes that from the
 * configuration and keeps the image.
 *
 * @param id - `cloud/region/image-id`
 */
export async function importPin(id: string, context: Context): Promise<Outcome> {
  const [, target, imageId] = /^([^/]+\/[^/]+)\/(.+)$/.exec(id) ?? [];
  if (target === undefined || imageId === undefined) {
    return failed(
      'Invalid import id',
      `"${id}" is not of the form cloud/region/image-id, such as alicloud/cn-hangzhou/m-bp1abcdefg.`,
    );
  }
  if ('unknownArguments' in context.configured) {
    return { value: null, diagnostics: unknownConfiguration(context.configured.unknownArguments) };
  }
  try {
    const image = await context.configured.engine.findImage(target, imageId, {
      signal: context.signal,
    });
    if (image === undefined) {
      return failed(
        'Image does not exist',
        `${target} has no image "${imageId}" that these credentials may see. Check the id, the region and the account.`,
      );
    }
    const { deprecated } = image;
    const results = { id: image.id, imageId: image.id, target, image, resolutionKey: '' };
    return {
      value: {
        ...fromPlain({}, PIN_ARGUMENTS),
        ...fromPlain({ ...results, exists: true, deprecated }, PIN_RESULTS),
      },
      diagnostics: [],
    };
  } catch (error) {
    return { value: null, diagnostics: diagnoseError(error, PIN_ARGUMENTS) };
  }
}

function failed(summary: string, detail: string): Outcome {
  const diagnostic: Diagnostic = { severity: 'error', summary, detail };
  return { value: null, diagnostics: [diagnostic] };
}
