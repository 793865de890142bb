/** An image as ECS prints it: empty text for what is absent, numbers and text mixed as in real answers. */
import type { CatalogImage, ImageOwner } from '../../catalog-image';
import type { FaultEffect } from '../../faults';
import { disturbFields } from '../../listing';
import type { Json } from '../../wire';
import { ALICLOUD } from './vocabulary';

/** Alibaba's words for whose an image is; community images are "others" too, and public. */
export const OWNER_ALIAS: Readonly<Record<ImageOwner, string>> = {
  public: 'system',
  self: 'self',
  shared: 'others',
  community: 'others',
  marketplace: 'marketplace',
};

/** The status that the API reports: deprecated images have a word of their own. */
export function alicloudStatus(image: CatalogImage): string {
  return image.deprecated ? 'Deprecated' : (image.state ?? ALICLOUD.states.usable);
}

/** Whether instances run from it: always so of the cloud's own images. */
export function alicloudUsage(image: CatalogImage): Json {
  return image.native?.['Usage'] ?? (image.owner === 'public' ? 'instance' : 'none');
}

/** One member of Images.Image. */
export function printAlicloudImage(
  image: CatalogImage,
  effects: readonly FaultEffect[],
  row: number,
): Readonly<Record<string, Json | undefined>> {
  const isSystem = image.owner === 'public';
  const status = alicloudStatus(image);
  const printed = {
    ImageId: image.id,
    ImageName: image.name,
    ImageFamily: image.family ?? '',
    ImageVersion: '1.0.0',
    Architecture: image.architecture,
    OSType: image.osType === 'bsd' ? 'linux' : image.osType,
    OSName: image.osNameChinese ?? image.osName,
    OSNameEn: image.osName,
    Platform: image.platform,
    ImageOwnerAlias: OWNER_ALIAS[image.owner],
    // Raw digits: account ids do not fit a double, and the service prints them as numbers all the same.
    ImageOwnerId: isSystem ? undefined : BigInt(image.ownerId ?? '0'),
    IsPublic: image.owner === 'public' || image.owner === 'community',
    Size: image.sizeGiB,
    Status: status,
    Progress: status === 'Creating' ? '32%' : '100%',
    Usage: alicloudUsage(image),
    CreationTime: image.createdAt ?? '',
    Description: image.description ?? '',
    IsCopied: false,
    IsSubscribed: false,
    IsSelfShared: image.owner === 'self' ? 'False' : '',
    IsSupportCloudinit: image.cloudInit ?? true,
    IsSupportIoOptimized: true,
    ProductCode: '',
    ResourceGroupId: '',
    BootMode: image.architecture === 'arm64' ? 'UEFI' : 'BIOS',
    LoginAsNonRootSupported: false,
    SupplierName: '',
    LicenseType: '',
    Features: { NvmeSupport: 'supported', ImdsSupport: 'v1' },
    DiskDeviceMappings: { DiskDeviceMapping: isSystem ? [] : disks(image) },
    Tags: {
      Tag: Object.entries(image.tags ?? {}).map(([TagKey, TagValue]) => ({ TagKey, TagValue })),
    },
    ...image.native,
  };
  return disturbFields(effects, { architecture: 'Architecture', state: 'Status' }, printed, row);
}

function disks(image: CatalogImage): readonly Json[] {
  const sizes = [image.sizeGiB, ...(image.dataDisksGiB ?? [])];
  return sizes.map((size, index) => ({
    Device: `/dev/xvd${String.fromCharCode('a'.charCodeAt(0) + index)}`,
    Type: index === 0 ? 'system' : 'data',
    Size: String(size),
    SnapshotId: `s-${image.id.replace(/^m-/, '')}${index}`,
    Format: '',
    ImportOSSBucket: '',
    ImportOSSObject: '',
    Progress: '',
    RemainTime: 0,
  }));
}
