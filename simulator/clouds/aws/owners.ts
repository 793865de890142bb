/** The accounts that own the images of the catalog. */
import type { CatalogImage } from '../../catalog-image';

/** The account of the simulator's own keys: the one in AWS's examples. */
export const OWN_ACCOUNT = '123456789012';

/** Accounts of strangers, as AWS's examples write them. */
export const PARTNER = '111122223333';
export const STRANGER = '444455556666';

export const MARKETPLACE = '679593333241';

const AMAZON = '137112412989';

/** Official publishers by platform: in the commercial partition, in China, in GovCloud. */
const OFFICIAL: Readonly<Record<string, readonly [aws: string, cn?: string, gov?: string]>> = {
  'Amazon Linux': [AMAZON, '141808717104', '045324592363'],
  Windows: ['801119661308', '016951021795', '077303321853'],
  macOS: ['100343932686'],
  ECS: ['591542846629'],
  EKS: ['602401143452'],
  'Deep Learning': ['898082745236'],
  Bottlerocket: ['092701018921'],
  Ubuntu: ['099720109477', '837727238323', '513442679011'],
  Debian: ['136693071363', '673060587306'],
  'Red Hat': ['309956199498', '841258680906', '219670896067'],
  SUSE: ['013907871322', '841869936221'],
  'Rocky Linux': ['792107900819'],
  AlmaLinux: ['764336703387'],
  Fedora: ['125523088429'],
  CentOS: ['125523088429'],
  'Oracle Linux': ['131827586825'],
  Flatcar: ['075585003325'],
  FreeBSD: ['118940168514'],
};

/** Regions by partition, as far as the simulator has images there. */
function partitionIndex(region: string): 0 | 1 | 2 {
  if (region.startsWith('cn-')) return 1;
  return region.startsWith('us-gov-') ? 2 : 0;
}

/** The official account of a platform in a region; undefined where it publishes nothing there. */
export function officialAccount(platform: string, region: string): string | undefined {
  const accounts = Object.hasOwn(OFFICIAL, platform) ? OFFICIAL[platform] : undefined;
  const index = partitionIndex(region);
  // Generated systems have platforms of other names.
  return accounts === undefined ? [AMAZON, '141808717104', '045324592363'][index] : accounts[index];
}

/** Whose image it is. */
export function ownerIdOf(image: CatalogImage): string {
  switch (image.owner) {
    case 'self':
      return OWN_ACCOUNT;
    case 'public':
      return officialAccount(image.platform, image.regions[0] ?? '') ?? AMAZON;
    case 'marketplace':
      return image.ownerId ?? MARKETPLACE;
    case 'shared':
    case 'community':
      return image.ownerId ?? STRANGER;
  }
}

/** AWS keeps the list of aliases itself: Canonical's images have `amazon` too. */
export function aliasOf(image: CatalogImage): string | undefined {
  if (image.owner === 'marketplace') return 'aws-marketplace';
  return image.owner === 'public' ? 'amazon' : undefined;
}
