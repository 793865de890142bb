/** The fields of `cloudimages_pinned_image` beside the query's. */
import type { Fields } from '../../schema/field';
import { IMAGE_FIELDS, IMAGE_TYPE } from '../../schema/image-fields';
import { QUERY_FIELDS } from '../../schema/query-fields';

/** A pin is an image: it cannot be optional. */
const { optional: _optional, ...PIN_QUERY_FIELDS } = QUERY_FIELDS satisfies Fields;

/** The arguments that say which image is meant. */
export { PIN_QUERY_FIELDS };

/** The arguments: which image is meant, and what moves the pin. */
export const PIN_ARGUMENTS = {
  ...PIN_QUERY_FIELDS,
  triggers: {
    type: { map: 'string' },
    doc: 'Any values. When one changes, the pin asks anew and takes what the query means then. Nothing else but a change of the query moves it.',
    example: "{ month: '2024-07' }",
  },
} as const satisfies Fields;

/** The state holds no copy of the API's own object: it would show up in every diff. */
const { raw: _raw, ...PINNED_IMAGE_FIELDS } = IMAGE_FIELDS satisfies Fields;

/** What the choice gave. Changes only when the pin moves. */
export const PIN_CHOICE = {
  id: { type: 'string', doc: 'The same as `imageId`.', required: true },
  imageId: {
    type: 'string',
    doc: 'The native id of the pinned image, known in the plan.',
    required: true,
  },
  target: { type: 'string', doc: 'Where the image is: `cloud/region`.', required: true },
  image: {
    type: { object: { ...IMAGE_TYPE, fields: PINNED_IMAGE_FIELDS } },
    doc: 'The image as it was when it was chosen.',
    required: true,
  },
  resolutionKey: {
    type: 'string',
    doc: 'A digest of the query and the triggers that the image was chosen for. Empty after an import, until the first apply.',
    required: true,
  },
} as const satisfies Fields;

/** What the last look at the clouds found. Changes with every refresh and moves nothing. */
export const PIN_REPORT = {
  exists: { type: 'boolean', doc: 'Whether the cloud still lists the image.' },
  deprecated: { type: 'boolean', doc: 'Whether its owner withdrew it from new use.' },
  outdated: { type: 'boolean', doc: 'Whether the query means another image by now.' },
  latestImageId: { type: 'string', doc: 'What the query means by now.' },
} as const satisfies Fields;

/** Everything computed. */
export const PIN_RESULTS = { ...PIN_CHOICE, ...PIN_REPORT } as const satisfies Fields;
