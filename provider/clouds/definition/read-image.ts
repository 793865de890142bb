/** An API's object → our image: the table's fields, then the names, then the cloud's habits. */
import type { Image } from '../../image/answer.generated';
import { readOsName } from '../../os-name/os-name';
import { printTarget, type Target } from '../../image/target';
import type { CloudDefinition } from './cloud-definition';
import type { RawImage, Report } from './field-readers';
import { present } from './present';

/**
 * Reads one image.
 *
 * @returns undefined when the object has no id, which is reported
 */
export function readImage(
  definition: CloudDefinition,
  target: Target,
  raw: RawImage,
  report: Report,
): Image | undefined {
  const { id, name = '', ...told } = readTable(definition, raw, report);
  if (id === undefined) {
    report('an object without an id was left out');
    return undefined;
  }
  const read = readOsName({ id, name, ...definition.named(raw, report) });
  const { distro, osVersion, variant, buildDate } = read;
  const fromNames = present<Partial<Image>>({ distro, osVersion, variant, buildDate });
  const settled = definition.settle({ image: told, read, raw });
  const disks = definition.disks(raw, report);
  return {
    cloud: target.cloud,
    region: target.region,
    target: printTarget(target),
    id,
    name,
    ...told,
    ...fromNames,
    ...settled.fields,
    ...(disks.length === 0 ? {} : { disks }),
    inferred: [...Object.keys(fromNames), ...settled.inferred].toSorted(),
    raw: JSON.stringify(raw),
  };
}

function readTable(definition: CloudDefinition, raw: RawImage, report: Report): Partial<Image> {
  const told: Record<string, unknown> = {};
  for (const [field, read] of Object.entries(definition.image)) {
    const value = read === 'not told' ? undefined : read(raw, report);
    if (value !== undefined) told[field] = value;
  }
  // Each reader gives the type of its own field, which the type of the table holds it to.
  return told;
}
