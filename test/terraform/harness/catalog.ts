/** A small catalog, so that a test shows all that there is to see. */
import { createWorld, type CatalogImage, type World } from '@cloudimages/simulator';

const UBUNTU = {
  cloud: 'alicloud',
  regions: ['cn-hangzhou'],
  owner: 'public',
  osType: 'linux',
  osName: 'Ubuntu  22.04 64 bit',
  platform: 'Ubuntu',
  architecture: 'x86_64',
  sizeGiB: 20,
  cloudInit: true,
  family: 'acs:ubuntu_22_04_x64',
} as const;

/** Ubuntu 22.04 on Alibaba Cloud, as built on a day. */
export function ubuntuOf(day: string, changes: Partial<CatalogImage> = {}): CatalogImage {
  const id = `ubuntu_22_04_x64_20G_alibase_${day.replaceAll('-', '')}.vhd`;
  return { ...UBUNTU, id, name: id, createdAt: `${day}T08:00:00Z`, ...changes };
}

export const OLD = ubuntuOf('2024-03-22');
export const CURRENT = ubuntuOf('2024-07-10');
export const NEWER = ubuntuOf('2024-09-26');

/** Two builds of Ubuntu on Alibaba Cloud, and one image on Tencent Cloud. */
export function smallWorld(): World {
  return createWorld({
    images: [
      OLD,
      CURRENT,
      {
        cloud: 'tencentcloud',
        regions: ['ap-singapore'],
        id: 'img-487zeit5',
        name: 'Ubuntu Server 22.04 LTS 64bit',
        owner: 'public',
        osType: 'linux',
        osName: 'Ubuntu Server 22.04 LTS 64bit',
        platform: 'Ubuntu',
        architecture: 'x86_64',
        sizeGiB: 20,
        cloudInit: true,
        createdAt: '2024-05-20T03:00:00Z',
      },
    ],
  });
}
