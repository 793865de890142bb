/** What the tests ask the simulator for, and images that they add to it. */
import type { CatalogImage, Simulator } from '@cloudimages/simulator';

/** One image in Alibaba Cloud's Hangzhou. */
export const UBUNTU = {
  targets: ['alicloud/cn-hangzhou'],
  distro: 'ubuntu',
  osVersion: '22.04',
  architecture: 'x86_64',
  mostRecent: true,
} as const;

/** What {@link UBUNTU} means in the default catalog. */
export const UBUNTU_ID = 'ubuntu_22_04_x64_20G_alibase_20240926.vhd';

/** An image that {@link UBUNTU} means as soon as it exists. */
export const NEWER_ID = 'ubuntu_22_04_x64_20G_alibase_20260601.vhd';

/** Adds the newer image. */
export function publishNewer(simulator: Simulator): void {
  const image: CatalogImage = {
    cloud: 'alicloud',
    regions: ['cn-hangzhou'],
    id: NEWER_ID,
    name: NEWER_ID,
    owner: 'public',
    osType: 'linux',
    osName: 'Ubuntu  22.04 64 bit',
    platform: 'Ubuntu',
    architecture: 'x86_64',
    createdAt: '2026-06-01T00:00:00Z',
    sizeGiB: 20,
  };
  simulator.world.addImage(image, 'first');
}
