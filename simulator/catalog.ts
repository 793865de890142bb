/** The catalog that a world starts with, in each cloud's own manner of naming. */
import type { CatalogImage } from './catalog-image';
import { CLOUDS } from './clouds/ids';
import { SIMULATED_CLOUDS } from './clouds/index';

let catalog: readonly CatalogImage[] | undefined;

/**
 * Public images of every cloud, and images of accounts beside them; the same in every run. Made at the
 * first call: thousands of images are too many to make for every world.
 */
export function defaultCatalog(): readonly CatalogImage[] {
  catalog ??= CLOUDS.flatMap((cloud) => SIMULATED_CLOUDS[cloud].catalog());
  return catalog;
}
