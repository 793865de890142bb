/** One image for tests that care for a few of its fields. */
import type { Image } from '../../provider/image/answer.generated';

/** A public Ubuntu 22.04 of alicloud/cn-hangzhou; a field given as undefined is left out. */
export function anImage(
  change: { readonly [K in keyof Image]?: Image[K] | undefined } = {},
): Image {
  const { cloud = 'alicloud', region = 'cn-hangzhou' } = change;
  const image = {
    cloud,
    region,
    target: `${cloud}/${region}`,
    id: 'ubuntu_22_04_x64_20G_alibase_20240322.vhd',
    name: 'ubuntu_22_04_x64_20G_alibase_20240322.vhd',
    osType: 'linux',
    distro: 'ubuntu',
    osVersion: '22.04',
    architecture: 'x86_64',
    variant: 'base',
    owner: 'public',
    status: 'available',
    createdAt: '2024-03-22T10:00:00Z',
    inferred: [],
    raw: '{}',
    ...change,
  } satisfies { readonly [K in keyof Image]?: Image[K] | undefined };
  // Only fields that were given as undefined were dropped, and tests leave out optional ones.
  return Object.fromEntries(
    Object.entries(image).filter(([, value]) => value !== undefined),
  ) as unknown as Image;
}
