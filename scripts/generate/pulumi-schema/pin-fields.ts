/** The rows of the field table that only PinnedImage has. */
import { ANSWER_FIELDS } from '../../../provider/schema/answer-fields';
import type { Fields, ObjectType } from '../../../provider/schema/field';
import { PINNED_IMAGE_FIELDS, PIN_REPORT_FIELDS } from '../../../provider/schema/pin-fields';

export const PINNED_DETAILS: ObjectType = {
  name: 'PinnedImageDetails',
  doc: 'A pinned machine image as it was when it was chosen.',
  fields: PINNED_IMAGE_FIELDS,
};

/** What `triggers` is, in every language. Its values are of any type, which no field type says. */
export const TRIGGERS_DOC =
  'Any values. When one of them changes, the pin moves to the image that the query means then.';

/** What a pin gives beside its inputs. */
export const PIN_FIELDS = {
  imageId: {
    type: 'string',
    doc: 'The native id that instance resources take. Known in the first preview; stays the same until the query or a trigger changes.',
    required: true,
  },
  image: {
    type: { object: PINNED_DETAILS },
    doc: 'The image as it was when it was chosen.',
    required: true,
  },
  resolutionKey: {
    type: 'string',
    doc: 'A digest of the query and the triggers. The pin moves when it changes.',
  },
  lockedImageId: {
    type: 'string',
    doc: 'The id that the lock file had for the query when the pin last followed it. The pin moves when the lock file has another one.',
  },
  ...PIN_REPORT_FIELDS,
  previousImageId: { type: 'string', doc: 'What was pinned before the last move.' },
  warnings: { ...ANSWER_FIELDS.warnings, doc: 'What the last refresh warned about.' },
} as const satisfies Fields;
