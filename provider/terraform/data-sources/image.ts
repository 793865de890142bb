/** `cloudimages_image`: exactly one image. */
import { SINGLE_ANSWER_FIELDS } from '../../schema/answer-fields';
import type { Fields } from '../../schema/field';
import { QUERY_FIELDS } from '../../schema/query-fields';
import type { DataSource, EngineParts } from '../server/parts';
import { createLookUp } from './look-up';

/** Without `optional`: this data source always has an image. */
const { optional: _optional, ...ARGUMENTS } = QUERY_FIELDS satisfies Fields;

export function imageDataSource({ checkQuery }: EngineParts): DataSource {
  return createLookUp({
    description:
      'Exactly one machine image. More than one match, over all targets, is an error that names them; no match is an error too. With `most_recent = true` the newest of several is taken.',
    arguments: ARGUMENTS,
    results: SINGLE_ANSWER_FIELDS,
    checkQuery,
    ask: (engine, query, options) => engine.getImage(query, options),
  });
}
