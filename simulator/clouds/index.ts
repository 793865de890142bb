/** Every simulated cloud: a new one gets its folder, a row here, and its name in ids.ts. */
import type { SimulatedCloud } from '../simulated-cloud';
import { alicloud } from './alicloud/cloud';
import type { CloudId } from './ids';
import { qcloud } from './qcloud/cloud';
import { tencentcloud } from './tencentcloud/cloud';
import { zenlayercloud } from './zenlayercloud/cloud';
import { hcloud } from './hcloud/cloud';
import { aws } from './aws/cloud';
import { digitalocean } from './digitalocean/cloud';
import { openstack } from './openstack/cloud';
import { google } from './google/cloud';
import { azurerm } from './azurerm/cloud';

export const SIMULATED_CLOUDS: Readonly<Record<CloudId, SimulatedCloud>> = {
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
