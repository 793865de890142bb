/** When a pick would be a guess: the images that match are for several architectures, or of several distributions. */
import type { Image } from './answer.generated';
import type { Criteria } from './criteria';
import { imageOrder, type ImageOrder } from './order';
import { countImages, printImage } from './print-image';

/** Why one image cannot be picked, and what to add to the query. */
export interface Ambiguity {
  /** What the candidates differ in. */
  readonly field: 'architecture' | 'distro';
  /** Counts the images of each kind and names the first of each. */
  readonly reason: string;
  readonly hint: string;
}

/**
 * Finds what a pick would have to guess, over the matching images of all targets together. Images
 * whose value is unknown do not count. Explicit ids are no guess.
 */
export function findAmbiguity(
  criteria: Criteria,
  matching: readonly Image[],
  order: ImageOrder,
): Ambiguity | undefined {
  if (criteria.imageIds !== undefined) return undefined;
  const architectures = byArchitecture(matching, order);
  if (architectures !== undefined) return architectures;
  if (criteria.order !== 'version') return undefined;
  if (isUniform(matching, (image) => image.distro)) return undefined;
  const distros = groupBy(matching, (image) => image.distro);
  return {
    field: 'distro',
    reason: `the images that match are of ${distros.size} distributions, whose versions cannot be compared:\n${describe(distros, order)}`,
    hint: 'Add `distro` to the query, or `order: "recent"` to take the newest of them all.',
  };
}

/** What a query that asks for one image of all these has to name. */
export function ambiguityOfAll(images: readonly Image[]): Ambiguity | undefined {
  return byArchitecture(images, imageOrder('recent'));
}

function byArchitecture(images: readonly Image[], order: ImageOrder): Ambiguity | undefined {
  if (isUniform(images, (image) => image.architecture)) return undefined;
  const architectures = groupBy(images, (image) => image.architecture);
  return {
    field: 'architecture',
    reason: `the images that match are for ${architectures.size} architectures, and the query names none:\n${describe(architectures, order)}`,
    hint: `Add \`architecture\` (${[...architectures.keys()].join(' or ')}) to the query, or \`instanceType\`.`,
  };
}

/** Whether images have one value at most. A look at each takes less than making groups of them. */
export function isUniform<V extends string>(
  images: readonly Image[],
  valueOf: (image: Image) => V | undefined,
): boolean {
  let first: V | undefined;
  for (const image of images) {
    const value = valueOf(image);
    if (value === undefined || value === first) continue;
    if (first !== undefined) return false;
    first = value;
  }
  return true;
}

/** Images by a value, the most frequent first. */
export function groupBy<V extends string>(
  images: readonly Image[],
  valueOf: (image: Image) => V | undefined,
): ReadonlyMap<V, readonly Image[]> {
  const groups = new Map<V, Image[]>();
  for (const image of images) {
    const value = valueOf(image);
    if (value === undefined) continue;
    const group = groups.get(value);
    if (group === undefined) groups.set(value, [image]);
    else group.push(image);
  }
  return new Map([...groups].toSorted(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1)));
}

function describe(groups: ReadonlyMap<string, readonly Image[]>, order: ImageOrder): string {
  const lines = [...groups].map(([value, images]) => {
    const [best] = order.first(images, 1);
    const example = best === undefined ? '' : `, first ${best.target} ${printImage(best)}`;
    return `  ${value}: ${countImages(images.length)}${example}`;
  });
  return lines.join('\n');
}
