/** Imports an image that is in use already as a pin. */
import { parseImportId } from '../../pin/import-id';
import { fromPlain } from '../schema/values';
import { diagnoseError } from '../server/diagnose';
import type { Diagnostic } from '../server/diagnostic';
import type { Context, Outcome } from '../server/parts';
import { unknownConfiguration } from '../server/unknown-configuration';
import { PIN_ARGUMENTS, PIN_RESULTS } from './pin-fields';

/**
 * The state of a pin on this image, with the query that means this image and no other. Terraform
 * writes that query where it generates the configuration. The first apply replaces it by the
 * configuration's query and keeps the image.
 *
 * @param id - `cloud/region/image-id`
 */
export async function importPin(id: string, context: Context): Promise<Outcome> {
  const named = parseImportId(id);
  if (named === undefined) {
    return failed(
      'Invalid import id',
      `"${id}" is not of the form cloud/region/image-id, such as alicloud/cn-hangzhou/m-bp1abcdefg.`,
    );
  }
  const { target, imageId, query } = named;
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
        `${target} has no image "${imageId}" that these credentials can see. Check the id, the region and the account.`,
      );
    }
    const { deprecated } = image;
    const imageIdByTarget = { [target]: image.id };
    const results = { id: image.id, imageId: image.id, imageIdByTarget, target, image };
    const report = { exists: true, deprecated };
    return {
      value: {
        ...fromPlain(query, PIN_ARGUMENTS),
        ...fromPlain({ ...results, resolutionKey: '', ...report }, PIN_RESULTS),
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
