/** An API's object → an image of a listing: the table's fields, and what they leave open from the names. */
import { ImageError } from '../../errors/image-error';
import type { Image } from '../../image/answer.generated';
import type { Owner } from '../../image/words';
import { printTarget, type Target } from '../../image/target';
import { LazyOsFacts } from '../../os-name/lazy-os-facts';
import { readOsFields, type OsFields } from '../../os-name/os-name';
import type { CloudDefinition, ImageTable } from './cloud-definition';
import type { FieldReader, RawImage, Report } from './field-readers';
import { ListedImage, plainImages, type Exceptions } from './listed-image';
import type { PageBody } from './api-operation';
import { isOfficial } from './publishers';

/** What an image's own object does not show. */
export interface ReadingContext {
  /** The instant at which an image counts as deprecated or not. Milliseconds since 1970. */
  readonly nowMs: number;
  /** Whose images the list holds, where the list says so. */
  readonly owner?: Owner | undefined;
  /** The account that lists, as `ownerId` has it. */
  readonly accountId?: string | undefined;
}

/** Takes an object with its page and its place there. */
export type ReadRow = (raw: RawImage, page: PageBody<RawImage>, row: number) => Image;

const NONE: ReadonlySet<string> = new Set();
const NO_EXCEPTIONS: Exceptions = {};

/**
 * Reads the images of one target.
 *
 * The function that it returns throws an ImageError `bad-response` for an object without an id:
 * without it, a list is incomplete.
 */
export function imageReader(
  definition: CloudDefinition,
  target: Target,
  report: Report,
  { nowMs, owner, accountId }: ReadingContext,
): ReadRow {
  const printed = printTarget(target);
  const fields = (Object.keys(definition.image) as (keyof ImageTable)[]).filter(
    (field) => typeof definition.image[field] === 'function',
  );
  const readers = fields.map((field) => definition.image[field] as FieldReader<unknown>);
  let field: string = 'id';
  let unreadable = NONE;
  const mark: Report = (problem) => {
    unreadable = new Set([...unreadable, field]);
    report(problem);
  };

  return (raw, page, row) => {
    const image = new ListedImage(target, printed, page, row);
    // Each reader gives the type of its own field, which the type of the table holds it to.
    const draft = image as unknown as Record<string, unknown>;
    unreadable = NONE;
    for (let i = 0; i < fields.length; i += 1) {
      field = fields[i] as string;
      const value = readers[i]?.(raw, mark);
      if (value !== undefined) draft[field] = value;
    }
    const { id, name, deprecatedAt } = image;
    // Where the type lets a field be absent, it is undefined.
    const asImage = image as unknown as Image;
    if (owner !== undefined) image.owner = owner;
    else if (isOfficial(definition, asImage)) image.owner = 'public';
    else if (accountId !== undefined && image.ownerId === accountId && image.owner !== 'public') {
      image.owner = 'self';
    }
    if (deprecatedAt !== undefined && image.deprecated !== true) {
      image.deprecated = Date.parse(deprecatedAt) <= nowMs;
    }
    if (id === '') throw new ImageError('bad-response', 'the list has an object without an id');
    const disks = definition.disks(raw, report);
    if (disks.length > 0) image.disks = disks;
    const osFields = readOsFields(definition.osHints(raw, report));
    shareText(image, osFields.fields);
    const names = new LazyOsFacts(osFields, id, name);
    // The cloud's own rules see what the API reported, since nothing is inferred yet.
    const exceptions = definition.infer?.({ image: asImage, names, raw });
    image.infer(names, exceptions ?? NO_EXCEPTIONS, unreadable);
    return asImage;
  };
}

/** Lets equal text be one string in memory: few OS names and families stand behind many images. */
function shareText(image: ListedImage, { osName, family }: OsFields): void {
  if (image.name === image.id) image.name = image.id;
  if (image.osName === osName) image.osName = osName;
  if (image.family === family) image.family = family;
}

/**
 * Reads one image as plain data.
 *
 * @throws ImageError `bad-response` for an object without an id: without it, a list is incomplete
 */
export function readImage(
  definition: CloudDefinition,
  target: Target,
  raw: RawImage,
  report: Report,
  context: ReadingContext,
): Image {
  const image = imageReader(definition, target, report, context)(raw, { rows: () => [raw] }, 0);
  const [plain] = plainImages([image]);
  return plain as Image;
}
