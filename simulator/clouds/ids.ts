/** The simulated APIs, in the order in which the server gives them ports. */

/** Named as the clouds are in configuration. */
export const CLOUDS = [
  'alicloud',
  'tencentcloud',
  'qcloud',
  'zenlayercloud',
  'hcloud',
  'aws',
  'digitalocean',
  'openstack',
  'google',
  'azurerm',
] as const;

/** One simulated API. `qcloud` is Tencent's legacy API v2. */
export type CloudId = (typeof CLOUDS)[number];
