/** `cloudimages_images`: the images of every target. */
import { ANSWER_FIELDS } from '../../schema/answer-fields';
import type { Fields } from '../../schema/field';
import { IMAGE_FIELDS, IMAGE_TYPE } from '../../schema/image-fields';
import { QUERY_FIELDS } from '../../schema/query-fields';
import type { DataSource, EngineParts } from '../server/parts';
import { createLookUp } from './look-up';

/**
 * Without the API's own object per image: a data source's results are stored in the state, and it
 * would make up most of it.
 */
const { raw: _raw, ...LISTED_IMAGE_FIELDS } = IMAGE_FIELDS satisfies Fields;

const RESULTS = {
  ...ANSWER_FIELDS,
  images: {
    ...ANSWER_FIELDS.images,
    type: { list: { object: { ...IMAGE_TYPE, fields: LISTED_IMAGE_FIELDS } } },
  },
} as const satisfies Fields;

export function imagesDataSource({ checkQuery }: EngineParts): DataSource {
  return createLookUp({
    description:
      "The machine images that a query means, in each of its targets. With `most_recent = true` one per target, and `id_by_target` gives its id. The API's own object per image (`raw`) is only in `cloudimages_image`, so that a long list does not fill the state.",
    arguments: QUERY_FIELDS,
    results: RESULTS,
    checkQuery,
    ask: (engine, query, options) => engine.getImages(query, options),
  });
}
