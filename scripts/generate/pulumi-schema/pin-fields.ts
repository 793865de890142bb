/** The rows of the field table that only PinnedImage has. */
import { ANSWER_FIELDS } from '../../../provider/schema/answer-fields';
import type { Fields, ObjectType } from '../../../provider/schema/field';
import { IMAGE_FIELDS } from '../../../provider/schema/image-fields';

/** An image without the API's own object, which would bloat a state. */
export const PINNED_DETAILS: ObjectType = {
  name: 'PinnedImageDetails',
  doc: 'A pinned machine image as it was when it was chosen.',
  fields: withoutRaw(IMAGE_FIELDS),
};

function withoutRaw(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => name !== 'raw'));
}

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
  exists: {
    type: 'boolean',
    doc: 'Whether the last refresh still found the image. Absent where the cloud could not be asked.',
  },
  deprecated: {
    type: 'boolean',
    doc: 'Whether the image was deprecated at the last refresh. Absent where the cloud does not tell.',
  },
  outdated: {
    type: 'boolean',
    doc: 'Whether the query meant another image at the last refresh. Absent where the cloud could not be asked.',
  },
  latestImageId: { type: 'string', doc: 'What the query meant at the last refresh.' },
  previousImageId: { type: 'string', doc: 'What was pinned before the last move.' },
  warnings: { ...ANSWER_FIELDS.warnings, doc: 'What the last refresh had to say.' },
} as const satisfies Fields;
