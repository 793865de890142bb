/** An API's object → our image: the table's fields, and what they leave open from the names. */
import { ImageError } from '../../errors/image-error';
import type { Image } from '../../image/answer.generated';
import { printTarget, type Target } from '../../image/target';
import { readOsName } from '../../os-name/os-name';
import type { CloudDefinition, ImageTable } from './cloud-definition';
import type { RawImage, Report } from './field-readers';
import { infer } from './infer';

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
): Image {
  const { fields: table, unreadable } = readTable(definition, raw, report);
  const { id, name = '', ...reported } = table;
  if (id === undefined)
    throw new ImageError('bad-response', 'the list has an object without an id');
  const names = readOsName({ id, name, ...definition.osHints(raw, report) });
  const { fields, inferred } = infer(definition, { image: reported, names, raw }, unreadable);
  const disks = definition.disks(raw, report);
  return {
    cloud: target.cloud,
    region: target.region,
    target: printTarget(target),
    id,
    name,
    ...reported,
    ...fields,
    ...(disks.length === 0 ? {} : { disks }),
    inferred,
    raw: printRaw(raw),
  };
}

/** The API's own object as JSON. Nesting deeper than the stack can be parsed, but not printed. */
function printRaw(raw: RawImage): string {
  try {
    return JSON.stringify(raw);
  } catch {
    throw new ImageError('bad-response', 'the list has an object that is nested too deeply');
  }
}

/** The fields of the table, and those whose value is there and was not understood. */
function readTable(definition: CloudDefinition, raw: RawImage, report: Report) {
  const fields: Record<string, unknown> = {};
  const unreadable = new Set<string>();
  let field = '';
  const mark: Report = (problem) => {
    unreadable.add(field);
    report(problem);
  };
  for (field in definition.image) {
    const read = definition.image[field as keyof ImageTable];
    const value = read === 'not reported' ? undefined : read(raw, mark);
    if (value !== undefined) fields[field] = value;
  }
  // Each reader gives the type of its own field, which the type of the table holds it to.
  return { fields: fields as Partial<Image>, unreadable };
}
