/** What answers the functions: an engine, or a stand-in in a program's tests. */
import type { Image, ImageAnswer, ImagesAnswer } from 'cloudimages';

/** Options of a resolver's calls. */
export interface ResolveOptions {
  /** Ends the call. */
  readonly signal?: AbortSignal | undefined;
}

/** What answers queries. */
export interface Resolver {
  getImages(query: unknown, options?: ResolveOptions): Promise<ImagesAnswer>;
  getImage(query: unknown, options?: ResolveOptions): Promise<ImageAnswer>;
}

/**
 * A resolver for unit tests: every query that names a target gets the image given for it,
 * without a request. Queries are not checked.
 *
 * @param idByTarget - per `cloud/region` an image id, or an image with the fields that matter
 * @example
 * setResolver(fixedImages({ 'alicloud/cn-hangzhou': 'ubuntu_22_04_x64' }));
 */
export function fixedImages(
  idByTarget: Readonly<Record<string, string | (Partial<Image> & { readonly id: string })>>,
): Resolver {
  const imagesOf = (query: unknown): readonly Image[] =>
    targetsOf(query, Object.keys(idByTarget)).map((target) => {
      const given = idByTarget[target];
      if (given === undefined) {
        throw new Error(`fixedImages was given no image for ${target}. Add an entry for it.`);
      }
      return imageOf(target, typeof given === 'string' ? { id: given } : given);
    });
  return {
    async getImages(query) {
      const images = imagesOf(query);
      const ids = images.map((image) => image.id);
      const idByTarget = Object.fromEntries(images.map((image) => [image.target, image.id]));
      return { id: ids.join(','), ids, images, idByTarget, ...NOTHING_TO_SAY };
    },
    async getImage(query) {
      const [image, ...others] = imagesOf(query);
      if (image === undefined || others.length > 0) {
        throw new Error(`The query means ${others.length + 1} images, and getImage takes one.`);
      }
      return { id: image.id, image, ...NOTHING_TO_SAY };
    },
  };
}

const NOTHING_TO_SAY = {
  warnings: [],
  explanation: { text: 'Given by fixedImages.', defaults: [], targets: [] },
} as const;

function targetsOf(query: unknown, all: readonly string[]): readonly string[] {
  const targets: unknown =
    typeof query === 'object' && query !== null && 'targets' in query ? query.targets : undefined;
  return Array.isArray(targets) ? targets.map(String) : all;
}

function imageOf(target: string, given: Partial<Image> & { readonly id: string }): Image {
  const [cloud = '', region = ''] = target.split('/');
  return {
    cloud: cloud as Image['cloud'],
    region,
    target,
    name: given.id,
    inferred: [],
    raw: '{}',
    ...given,
  };
}
