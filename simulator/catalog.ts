/** The catalog that a world starts with: made up, but in each cloud's own manner of naming. */
import { alicloudCatalog } from './clouds/alicloud/catalog';
import { qcloudCatalog } from './clouds/qcloud/catalog';
import { tencentcloudCatalog } from './clouds/tencentcloud/catalog';
import { zenlayercloudCatalog } from './clouds/zenlayercloud/catalog';
import type { CatalogImage } from './catalog-image';

/** At least 60 public images in each cloud, and images of accounts beside them; the same in every run. */
export function defaultCatalog(): readonly CatalogImage[] {
  return [
    ...alicloudCatalog(),
    ...tencentcloudCatalog(),
    ...qcloudCatalog(),
    ...zenlayercloudCatalog(),
  ];
}
