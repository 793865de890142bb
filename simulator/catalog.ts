/** The catalog that a world starts with, in each cloud's own manner of naming. */
import type { CatalogImage } from './catalog-image';
import { CLOUDS } from './clouds/ids';
import { SIMULATED_CLOUDS } from './clouds/index';

/** Public images of every cloud, and images of accounts beside them; the same in every run. */
export function defaultCatalog(): readonly CatalogImage[] {
  return CLOUDS.flatMap((cloud) => SIMULATED_CLOUDS[cloud].catalog());
}
