/** Warnings about chosen images whose names say something else than their APIs. */
import type { Image, ImageWarning } from '../image/answer.generated';
import { readOsName } from '../os-name/os-name';

/** One field of which the API and the name disagree. */
export interface Contradiction {
  readonly field: 'osType' | 'architecture' | 'bootMode';
  /** What the API reports; the image has this value. */
  readonly reported: string;
  /** What the name says. */
  readonly named: string;
}

/**
 * The contradictions of an image, worked out again from its id and name, so that only chosen images
 * cost anything. A field that was inferred cannot contradict itself.
 */
export function contradictions(image: Image): readonly Contradiction[] {
  const names = readOsName({ id: image.id, name: image.name });
  return (['osType', 'architecture', 'bootMode'] as const).flatMap((field) => {
    const [reported, named] = [image[field], names[field]];
    if (reported === undefined || named === undefined || image.inferred.includes(field)) return [];
    // Starting both ways contradicts neither of the two.
    const isFree = [reported, named].includes('uefi-preferred');
    return reported === named || isFree ? [] : [{ field, reported, named }];
  });
}

/** One warning per chosen image and field. */
export function contradictionWarnings(images: readonly Image[]): readonly ImageWarning[] {
  return images.flatMap((image) =>
    contradictions(image).map(({ field, reported, named }) => ({
      code: 'name-contradicts-api',
      target: image.target,
      message: `The name of ${image.id} ("${image.name}") says ${field} ${named}, and the API reports ${reported}. The API's value is used; check the image before you rely on it.`,
    })),
  );
}
