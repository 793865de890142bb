/** An API's object → our image: the table's fields, and what they leave open from the names. */
import { ImageError } from '../../errors/image-error';
import type { Image } from '../../image/answer.generated';
import type { Owner } from '../../image/words';
import { printTarget, type Target } from '../../image/target';
import { readOsName } from '../../os-name/os-name';
import type { CloudDefinition, ImageTable } from './cloud-definition';
import type { RawImage, Report } from './field-readers';
import { infer, type ImageDraft } from './infer';
import { isOfficial } from './publishers';

/** What an image's own object does not show. */
export interface ReadingContext {
  /** The instant at which an image counts as deprecated or not. Milliseconds since 1970. */
  readonly nowMs: number;
  /** Whose images the list holds, where the list says so. */
  readonly owner?: Owner | undefined;
}

/**
 * Reads one image.
 *
 * @throws ImageError `bad-response` for an object without an id: without it, a list is incomplete
 */
export function readImage(
  definition: CloudDefinition,
  target: Target,
  raw: RawImage,
  report: Report,
  { nowMs, owner }: ReadingContext,
): Image {
  // The fields that come first in an answer.
  const image: ImageDraft = {
    cloud: target.cloud,
    region: target.region,
    target: printTarget(target),
    id: '',
    name: '',
  };
  const unreadable = readTable(definition, raw, report, image);
  const { id = '', name = '' } = image;
  if (owner !== undefined) image.owner = owner;
  else if (isOfficial(definition, image)) image.owner = 'public';
  const { deprecatedAt } = image;
  if (definition.image.deprecated === 'from deprecatedAt' && deprecatedAt !== undefined) {
    image.deprecated = Date.parse(deprecatedAt) <= nowMs;
  }
  if (id === '') throw new ImageError('bad-response', 'the list has an object without an id');
  const hints = definition.osHints(raw, report);
  const names = readOsName({ id, name, ...hints });
  const inferred = infer(definition, { image, names, raw }, unreadable);
  const disks = definition.disks(raw, report);
  if (disks.length > 0) image.disks = disks;
  image.inferred = inferred;
  image.raw = printRaw(raw);
  return image as Image;
}

/** The API's own object as JSON. Nesting deeper than the stack can be parsed, but not printed. */
function printRaw(raw: RawImage): string {
  try {
    return JSON.stringify(raw);
  } catch {
    throw new ImageError('bad-response', 'the list has an object that is nested too deeply');
  }
}

/** Writes the fields of the table into the image. Returns those whose value is there and was not understood. */
function readTable(
  definition: CloudDefinition,
  raw: RawImage,
  report: Report,
  image: ImageDraft,
): ReadonlySet<string> {
  const unreadable = new Set<string>();
  let field = '';
  const mark: Report = (problem) => {
    unreadable.add(field);
    report(problem);
  };
  for (field in definition.image) {
    const read = definition.image[field as keyof ImageTable];
    const value = typeof read === 'string' ? undefined : read(raw, mark);
    // Each reader gives the type of its own field, which the type of the table holds it to.
    if (value !== undefined) (image as Record<string, unknown>)[field] = value;
  }
  return unreadable;
}
