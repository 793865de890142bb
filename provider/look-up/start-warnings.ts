/** Warnings about chosen images that an instance cannot start from yet. */
import type { StartRequirement } from '../clouds/definition/cloud-definition';
import type { RawImage } from '../clouds/definition/field-readers';
import { CLOUDS } from '../clouds/index';
import type { Image, ImageWarning } from '../image/answer.generated';
import { printImage } from '../image/print-image';

/** One warning per target and requirement: it names the first image and counts the others. */
export function startWarnings(images: readonly Image[]): readonly ImageWarning[] {
  const found = new Map<string, { warning: ImageWarning; others: number }>();
  for (const image of images) {
    for (const { code, message } of requirementsOf(image)) {
      const { target } = image;
      const key = JSON.stringify([target, code, message]);
      const same = found.get(key);
      if (same !== undefined) same.others += 1;
      else {
        const warning = { code, target, message: `${printImage(image)} ${message}` };
        found.set(key, { warning, others: 0 });
      }
    }
  }
  return [...found.values()].map(({ warning, others }) =>
    others === 0
      ? warning
      : { ...warning, message: `${warning.message} The same holds for ${others} more.` },
  );
}

function requirementsOf(image: Image): readonly StartRequirement[] {
  const { beforeStart } = CLOUDS[image.cloud];
  if (beforeStart === undefined) return [];
  return beforeStart(JSON.parse(image.raw) as RawImage);
}
