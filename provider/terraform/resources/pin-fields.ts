/** The fields of `cloudimages_pinned_image` beside the query's. */
import type { Fields } from '../../schema/field';
import { IMAGE_TYPE } from '../../schema/image-fields';
import { PINNED_IMAGE_FIELDS, PIN_REPORT_FIELDS } from '../../schema/pin-fields';
import { CANDIDATE_TYPE } from '../candidate/candidate-fields';
import { QUERY_FIELDS } from '../../schema/query-fields';

/** A pin is an image: it cannot be optional. */
const { optional: _optional, ...PIN_QUERY_FIELDS } = QUERY_FIELDS satisfies Fields;

/** The arguments that say which image is meant. */
export { PIN_QUERY_FIELDS };

/** The arguments: which image is meant, and what moves the pin. */
export const PIN_ARGUMENTS = {
  ...PIN_QUERY_FIELDS,
  candidate: {
    type: { object: CANDIDATE_TYPE },
    doc: 'The `candidate` of a data source, in place of a query. The pin takes its image, and then keeps it until the query of the data source, `triggers` or the lock entry change. A newer image changes nothing. A saved plan applies on any machine.',
  },
  triggers: {
    type: { map: 'string' },
    doc: 'Any values. When one changes, the pin moves to what the query means then. They have no effect while the pin has the image of the lock file.',
    example: "{ month: '2024-07' }",
  },
} as const satisfies Fields;

/** What the choice gave. Changes only when the pin moves. */
export const PIN_CHOICE = {
  id: {
    type: 'string',
    doc: 'The native id of the pinned image. For several targets every target with its id.',
    required: true,
  },
  imageId: {
    type: 'string',
    doc: 'The native id of the pinned image, known in the plan. Null for a pin of several targets.',
  },
  imageIdByTarget: {
    type: { map: 'string' },
    doc: 'Per target the native id of the pinned image.',
    required: true,
  },
  target: {
    type: 'string',
    doc: 'Where the image is: `cloud/region`. Null for a pin of several targets.',
  },
  image: {
    type: { object: { ...IMAGE_TYPE, fields: PINNED_IMAGE_FIELDS } },
    doc: 'The image as it was when it was chosen. Null for several targets, and with `candidate`.',
  },
  lockedImageIdByTarget: {
    type: { map: 'string' },
    doc: 'Per target the id that the lock file had for the query when the pin last followed it. The pin moves when the lock file has another one. A lock entry that is added moves nothing.',
  },
  resolutionKey: {
    type: 'string',
    doc: 'A digest of the query and the triggers that the image was chosen for. Empty after an import, until the first apply.',
    required: true,
  },
} as const satisfies Fields;

/** Everything computed. */
export const PIN_RESULTS = { ...PIN_CHOICE, ...PIN_REPORT_FIELDS } as const satisfies Fields;
