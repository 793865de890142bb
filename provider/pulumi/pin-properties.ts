/** What the properties of a PinnedImage hold: the query, the chosen image and the report. Pure. */
import type { Image, ImageWarning } from '../image/answer.generated';
import type { HeldPin } from '../pin/pin';
import type { PIN_REPORT_FIELDS } from '../schema/pin-fields';
import { omit, withoutAbsent, type Properties } from './properties';

/** What `check` adds to the inputs, so that it is known in the first preview. */
export const CHOSEN = ['imageId', 'image', 'resolutionKey'];

/** What the state remembers of the lock: absent where it never had an entry for the query. */
export const REMEMBERED = 'lockedImageId';

/** The report is rows of the field table; the rest is what Pulumi's pins say besides. */
type Reported = keyof typeof PIN_REPORT_FIELDS | 'previousImageId' | 'warnings';

/** What create, update and read add to the outputs. */
export const REPORTED: readonly string[] = [
  'exists',
  'deprecated',
  'outdated',
  'latestImageId',
  'previousImageId',
  'warnings',
] satisfies readonly Reported[];

/** Everything that is not part of the query. `__provider` is the dynamic provider's own. */
const NOT_QUERY = ['triggers', '__provider', ...CHOSEN, REMEMBERED, ...REPORTED];

export function queryOf(properties: Properties): Properties {
  return withoutAbsent(omit(properties, NOT_QUERY));
}

export function heldBy(properties: Properties): HeldPin {
  return {
    imageId: textOf(properties['imageId']),
    resolutionKey: textOf(properties['resolutionKey']),
  };
}

/** An imported pin has an image but no key yet: it takes the key of the program that adopts it. */
export function isAdopted(olds: Properties): boolean {
  return textOf(olds['imageId']) !== '' && olds['resolutionKey'] === undefined;
}

/** The image that a state holds; none where it is not complete. */
export function imagesIn(olds: Properties): readonly Image[] {
  const { image } = olds;
  if (typeof image !== 'object' || image === null) return [];
  const details = withoutAbsent({ ...image });
  const isWhole = details['id'] === olds['imageId'] && Array.isArray(details['inferred']);
  // Written by an earlier check, out of an answer.
  return isWhole ? [{ ...details, raw: '{}' } as unknown as Image] : [];
}

/** The image without the API's own object, which would bloat the state and every diff. */
export function detailsOf(image: Image): Properties {
  return omit({ ...image }, ['raw']);
}

export function withoutReport(props: Properties): Properties {
  return omit(
    props,
    REPORTED.filter((name) => name !== 'previousImageId'),
  );
}

export function targetOf(props: Properties): string {
  const image = props['image'];
  return typeof image === 'object' && image !== null && 'target' in image
    ? textOf(image.target)
    : '';
}

export function deprecationOf(image: unknown): Properties {
  return typeof image === 'object' && image !== null && 'deprecated' in image
    ? { deprecated: image.deprecated }
    : {};
}

/** The warnings that the last refresh left in a state. */
export function warningsOf(outputs: Properties): readonly ImageWarning[] {
  const warnings = outputs['warnings'];
  return Array.isArray(warnings) ? warnings.filter(isWarning) : [];
}

function isWarning(thing: unknown): thing is ImageWarning {
  return (
    typeof thing === 'object' &&
    thing !== null &&
    'message' in thing &&
    typeof thing.message === 'string'
  );
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
