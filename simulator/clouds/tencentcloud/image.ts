/** An image as CVM API 3.0 prints it. */
import type { CatalogImage } from '../../catalog-image';
import type { FaultEffect } from '../../faults';
import { disturbFields } from '../../listing';
import type { Json } from '../../wire';
import { IMAGE_TYPE } from './query';
import { TENCENTCLOUD } from './vocabulary';

/** The languages of X-TC-Language; without the header the service speaks Chinese. */
export type TencentLanguage = 'zh-CN' | 'en-US';

/** The name as it reads in that language. Only the cloud's own images have two. */
export function localName(image: CatalogImage, language: TencentLanguage): string {
  const isOfficial = image.owner === 'public' && image.name === image.osName;
  return isOfficial && language === 'zh-CN' ? chineseOsName(image) : image.name;
}

/** One member of ImageSet. Public images have neither time nor creator nor snapshots, as in real answers. */
export function printTencentImage(
  image: CatalogImage,
  language: TencentLanguage,
  effects: readonly FaultEffect[],
  row: number,
): Readonly<Record<string, Json | undefined>> {
  const printed = {
    ImageId: image.id,
    OsName: language === 'zh-CN' ? chineseOsName(image) : image.osName,
    ImageType: IMAGE_TYPE[image.owner],
    CreatedTime: image.createdAt ?? null,
    ImageName: localName(image, language),
    ImageDescription: image.description ?? '',
    ImageSize: image.sizeGiB,
    Architecture: image.architecture,
    ImageState: image.state ?? TENCENTCLOUD.states.usable,
    Platform: image.platform,
    ImageCreator: image.ownerId ?? null,
    ImageSource: image.owner === 'self' ? 'CREATE_IMAGE' : 'OFFICIAL',
    SyncPercent: null,
    IsSupportCloudinit: image.cloudInit ?? true,
    // Others see an account's images without the snapshots they were made from.
    SnapshotSet: image.owner === 'self' ? tencentSnapshots(image) : null,
    Tags: Object.entries(image.tags ?? {}).map(([Key, Value]) => ({ Key, Value })),
    LicenseType: 'TencentCloud',
    ImageFamily: image.family ?? null,
    ImageDeprecated: image.deprecated ?? false,
    CdcCacheStatus: null,
    ...image.native,
  };
  return disturbFields(
    effects,
    { architecture: 'Architecture', state: 'ImageState' },
    printed,
    row,
  );
}

function chineseOsName(image: CatalogImage): string {
  return image.osNameChinese ?? toChinese(image.osName);
}

function toChinese(osName: string): string {
  return osName
    .replace('DataCenter 64bit EN', '数据中心版 64位英文版')
    .replace('DataCenter 64bit CN', '数据中心版 64位中文版')
    .replace(/(\d\d)-?bit/, '$1位');
}

/** What SnapshotSet says of the disks of an own image. */
export interface TencentSnapshot {
  readonly SnapshotId: string;
  readonly DiskUsage: 'SYSTEM_DISK' | 'DATA_DISK';
  readonly DiskSize: number;
}

/** The snapshots of one image, the system disk's first. */
export function tencentSnapshots(
  image: CatalogImage,
): readonly (TencentSnapshot & { readonly [key: string]: Json })[] {
  const code = image.id.replace(/^img-/, '');
  return [
    { SnapshotId: `snap-${code}`, DiskUsage: 'SYSTEM_DISK', DiskSize: image.sizeGiB },
    ...(image.dataDisksGiB ?? []).map((DiskSize, index) => ({
      SnapshotId: `snap-${code.slice(0, 7)}${index}`,
      DiskUsage: 'DATA_DISK' as const,
      DiskSize,
    })),
  ];
}
