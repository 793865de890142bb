/** The regions (for Zenlayer: availability zones) that each API accepts even where the catalog is empty. */
import type { CloudId } from './catalog-image';

const ALICLOUD = [
  'cn-hangzhou',
  'cn-shanghai',
  'cn-beijing',
  'cn-shenzhen',
  'cn-qingdao',
  'cn-zhangjiakou',
  'cn-huhehaote',
  'cn-chengdu',
  'cn-hongkong',
  'ap-southeast-1',
  'ap-southeast-3',
  'ap-southeast-5',
  'ap-southeast-6',
  'ap-southeast-7',
  'ap-northeast-1',
  'ap-northeast-2',
  'us-east-1',
  'us-west-1',
  'eu-west-1',
  'eu-central-1',
  'me-east-1',
] as const;

/** As listed on the page of DescribeImages. */
const TENCENTCLOUD = [
  'ap-bangkok',
  'ap-beijing',
  'ap-chengdu',
  'ap-chongqing',
  'ap-guangzhou',
  'ap-hongkong',
  'ap-jakarta',
  'ap-nanjing',
  'ap-seoul',
  'ap-shanghai',
  'ap-shanghai-fsi',
  'ap-shenzhen-fsi',
  'ap-singapore',
  'ap-tokyo',
  'eu-frankfurt',
  'na-ashburn',
  'na-siliconvalley',
  'sa-saopaulo',
] as const;

const QCLOUD = [
  'ap-guangzhou',
  'ap-shanghai',
  'ap-beijing',
  'ap-hongkong',
  'ap-singapore',
  'na-toronto',
] as const;

const ZENLAYERCLOUD = ['asia-east-1a', 'asia-southeast-1a', 'HKG-A', 'SIN-A', 'FRA-A'] as const;

const REGIONS: Readonly<Record<CloudId, readonly string[]>> = {
  alicloud: ALICLOUD,
  tencentcloud: TENCENTCLOUD,
  qcloud: QCLOUD,
  zenlayercloud: ZENLAYERCLOUD,
};

/** Region ids in the vendor's spelling. */
export function knownRegions(cloud: CloudId): readonly string[] {
  return REGIONS[cloud];
}

/** A region where the default catalog has the most: public images, and those of accounts. */
export const MAIN_REGION: Readonly<Record<CloudId, string>> = {
  alicloud: 'cn-hangzhou',
  tencentcloud: 'ap-singapore',
  qcloud: 'ap-guangzhou',
  zenlayercloud: 'asia-east-1a',
};
