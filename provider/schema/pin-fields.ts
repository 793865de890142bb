/** The rows of the field table that pins have in every front end that holds a state. */
import type { Fields } from './field';
import { IMAGE_FIELDS } from './image-fields';

/** A state holds no copy of the API's own object: it would show up in every diff. */
const { raw: _raw, ...PINNED_IMAGE_FIELDS } = IMAGE_FIELDS satisfies Fields;

/** A pinned image as it was when it was chosen. */
export { PINNED_IMAGE_FIELDS };

/** What the last refresh found. It moves nothing. */
export const PIN_REPORT_FIELDS = {
  exists: {
    type: 'boolean',
    doc: 'Whether the last refresh still found the image. Absent where the cloud could not be reached, and under a lock.',
  },
  deprecated: {
    type: 'boolean',
    doc: 'Whether the image was deprecated at the last refresh. Absent where the cloud does not report it, and under a lock.',
  },
  outdated: {
    type: 'boolean',
    doc: 'Whether the query meant another image at the last refresh. Absent where the cloud could not be reached, and under a lock.',
  },
  latestImageId: {
    type: 'string',
    doc: 'The id of the image that the query meant at the last refresh.',
  },
} as const satisfies Fields;
