/** The clouds. A new one is a file beside this one and a row here. */
import type { CloudId } from '../image/words';
import { alicloud } from './alicloud';
import type { CloudDefinition } from './definition/cloud-definition';
import { qcloud } from './qcloud';
import { tencentcloud } from './tencentcloud';
import { zenlayercloud } from './zenlayercloud';
import { hcloud } from './hcloud';
import { aws } from './aws';
import { digitalocean } from './digitalocean';
import { openstack } from './openstack';
import { google } from './google';
import { azurerm } from './azurerm';

export const CLOUDS: Readonly<Record<CloudId, CloudDefinition>> = {
  alicloud,
  tencentcloud,
  qcloud,
  zenlayercloud,
  hcloud,
  aws,
  digitalocean,
  openstack,
  google,
  azurerm,
};
