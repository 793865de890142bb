/** Regions that stand still at an earlier time, with the ids and times of real listings. */
import type { CatalogImage } from '../../catalog-image';

/** A region as it was in July 2017: 32-bit images beside 64-bit ones, minutes apart. */
export const REGION_OF_2017 = 'cn-qingdao';
/** A region as it was in February 2024: an older release was rebuilt a few days after a newer one. */
export const REGION_OF_FEBRUARY_2024 = 'cn-zhangjiakou';
/** A region whose answers leave the architecture null, as older answers of the service do. */
export const REGION_WITHOUT_ARCHITECTURE = 'cn-huhehaote';

/** One image of a past region. */
interface PastImage {
  readonly id: string;
  readonly osName: string;
  readonly platform: string;
  readonly createdAt: string;
  readonly osType?: CatalogImage['osType'];
}

/** The first page of a listing of cn-beijing: ids, CreationTime to the second, order. */
const PAGE_OF_2017: readonly PastImage[] = [
  {
    id: 'ubuntu_14_0405_32_40G_alibase_20170711.vhd',
    osName: 'Ubuntu  14.04 32 bit',
    platform: 'Ubuntu',
    createdAt: '2017-07-18T07:13:43Z',
  },
  {
    id: 'ubuntu_14_0405_64_40G_alibase_20170711.vhd',
    osName: 'Ubuntu  14.04 64 bit',
    platform: 'Ubuntu',
    createdAt: '2017-07-18T07:09:17Z',
  },
  {
    id: 'centos_6_08_32_40G_alibase_20170710.vhd',
    osName: 'CentOS  6.8 32 bit',
    platform: 'CentOS',
    createdAt: '2017-07-17T10:00:57Z',
  },
  {
    id: 'centos_6_08_64_40G_alibase_20170710.vhd',
    osName: 'CentOS  6.8 64 bit',
    platform: 'CentOS',
    createdAt: '2017-07-17T06:24:30Z',
  },
  {
    id: 'centos_7_03_64_40G_alibase_20170710.vhd',
    osName: 'CentOS  7.3 64 bit',
    platform: 'CentOS',
    createdAt: '2017-07-17T06:23:48Z',
  },
  {
    id: 'debian_8_08_32_40G_alibase_20170711.vhd',
    osName: 'Debian  8.8 32 bit',
    platform: 'Debian',
    createdAt: '2017-07-17T06:23:18Z',
  },
  {
    id: 'debian_8_08_64_40G_alibase_20170711.vhd',
    osName: 'Debian  8.8 64 bit',
    platform: 'Debian',
    createdAt: '2017-07-17T06:22:50Z',
  },
  {
    id: 'ubuntu_16_0402_64_40G_alibase_20170711.vhd',
    osName: 'Ubuntu  16.04 64 bit',
    platform: 'Ubuntu',
    createdAt: '2017-07-17T06:22:00Z',
  },
  {
    id: 'ubuntu_16_0402_32_40G_alibase_20170711.vhd',
    osName: 'Ubuntu  16.04 32 bit',
    platform: 'Ubuntu',
    createdAt: '2017-07-17T06:21:33Z',
  },
  {
    id: 'win2008r2_64_ent_sp1_en-us_40G_alibase_20170622.vhd',
    osName: 'Windows Server  2008 R2 Enterprise Edition 64bit English Edition',
    platform: 'Windows Server 2008',
    createdAt: '2017-07-06T10:11:57Z',
    osType: 'windows',
  },
];

/** Ids of that month; nobody recorded the times, so they follow the build by a week. */
const IDS_OF_FEBRUARY_2024: readonly PastImage[] = [
  {
    id: 'ubuntu_22_04_x64_20G_alibase_20240220.vhd',
    osName: 'Ubuntu  22.04 64 bit',
    platform: 'Ubuntu',
    createdAt: '2024-02-27T03:12:45Z',
  },
  {
    id: 'ubuntu_20_04_x64_20G_alibase_20240220.vhd',
    osName: 'Ubuntu  20.04 64 bit',
    platform: 'Ubuntu',
    createdAt: '2024-02-27T03:40:02Z',
  },
  {
    id: 'ubuntu_18_04_x64_20G_alibase_20240223.vhd',
    osName: 'Ubuntu  18.04 64 bit',
    platform: 'Ubuntu',
    createdAt: '2024-03-01T02:55:31Z',
  },
];

const IDS_WITHOUT_ARCHITECTURE: readonly PastImage[] = [
  {
    id: 'ubuntu_22_04_x64_20G_alibase_20220824.vhd',
    osName: 'Ubuntu  22.04 64 bit',
    platform: 'Ubuntu',
    createdAt: '2022-08-31T06:21:09Z',
  },
  {
    id: 'ubuntu_18_04_x64_20G_alibase_20220824.vhd',
    osName: 'Ubuntu  18.04 64 bit',
    platform: 'Ubuntu',
    createdAt: '2022-08-31T06:20:12Z',
  },
  {
    id: 'debian_10_12_x64_20G_alibase_20220824.vhd',
    osName: 'Debian  10.12 64 bit',
    platform: 'Debian',
    createdAt: '2022-08-31T06:19:40Z',
  },
];

/** All of them; `elsewhere` are the regions where the first image of 2017 is offered to this day. */
export function alicloudPastImages(elsewhere: readonly string[]): readonly CatalogImage[] {
  return [
    ...PAGE_OF_2017.map((past, index) =>
      publicImage(past, index === 0 ? [...elsewhere, REGION_OF_2017] : [REGION_OF_2017]),
    ),
    ...IDS_OF_FEBRUARY_2024.map((past) => publicImage(past, [REGION_OF_FEBRUARY_2024])),
    ...IDS_WITHOUT_ARCHITECTURE.map((past) => ({
      ...publicImage(past, [REGION_WITHOUT_ARCHITECTURE]),
      native: { Architecture: null },
    })),
  ];
}

function publicImage(past: PastImage, regions: readonly string[]): CatalogImage {
  return {
    cloud: 'alicloud',
    regions,
    id: past.id,
    name: past.id,
    owner: 'public',
    osType: past.osType ?? 'linux',
    osName: past.osName,
    osNameChinese: past.osName
      .replace('Enterprise Edition', '企业版')
      .replace(/(\d\d) ?bit/, '$1位')
      .replace(' English Edition', '英文版'),
    platform: past.platform,
    architecture: past.id.includes('_32_') ? 'i386' : 'x86_64',
    createdAt: past.createdAt,
    sizeGiB: Number(/_(\d+)G_/.exec(past.id)?.[1] ?? 20),
    cloudInit: true,
  };
}
