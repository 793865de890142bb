/** The catalogue that a world starts with: made up, but in each cloud's own manner of naming. */
import { alicloudCatalogue } from './catalogue/alicloud';
import { qcloudCatalogue } from './catalogue/qcloud';
import { tencentcloudCatalogue } from './catalogue/tencentcloud';
import { zenlayercloudCatalogue } from './catalogue/zenlayercloud';
import type { CatalogueImage } from './catalogue-image';

/** At least 60 public images in each cloud, and images of accounts beside them; the same in every run. */
export function defaultCatalogue(): readonly CatalogueImage[] {
  return [
    ...alicloudCatalogue(),
    ...tencentcloudCatalogue(),
    ...qcloudCatalogue(),
    ...zenlayercloudCatalogue(),
  ];
}
