/** An image as EC2 prints it, in the order of its documentation's example. */
import type { CatalogImage } from '../../catalog-image';
import type { Json } from '../../wire';
import { aliasOf, ownerIdOf } from './owners';

type Printed = Readonly<Record<string, Json | undefined>>;

/** The time of an image that only says that it is deprecated. */
const LONG_AGO = '2010-01-01T00:00:00.000Z';

/** Filters look at the same image many times. */
const known = new WeakMap<CatalogImage, Printed>();

/** Its fields, without faults. */
export function printedImage(image: CatalogImage): Printed {
  const printed = known.get(image) ?? print(image);
  known.set(image, printed);
  return printed;
}

/** The state that the API reports. */
export function stateOf(image: CatalogImage): string {
  return image.state ?? 'available';
}

/** When it counts as deprecated; undefined: never. */
export function deprecationTimeOf(image: CatalogImage): string | undefined {
  const time = image.native?.['deprecationTime'];
  if (typeof time === 'string') return time;
  return image.deprecated ? LONG_AGO : undefined;
}

function print(image: CatalogImage): Printed {
  const alias = aliasOf(image);
  const ownerId = ownerIdOf(image);
  const isWindows = image.osType === 'windows';
  const device = image.platform === 'Ubuntu' || isWindows ? '/dev/sda1' : '/dev/xvda';
  const isSold = image.owner === 'marketplace';
  return {
    imageId: image.id,
    imageLocation: `${alias === 'amazon' ? 'amazon' : ownerId}/${image.name}`,
    imageState: stateOf(image),
    imageOwnerId: ownerId,
    creationDate: image.createdAt?.replace(/(\d)Z$/, '$1.000Z'),
    isPublic: image.owner !== 'self' && image.owner !== 'shared',
    productCodes: isSold
      ? [{ productCode: 'prod0000000000000000000001', type: 'marketplace' }]
      : [],
    architecture: image.architecture,
    imageType: 'machine',
    platform: isWindows ? 'windows' : undefined,
    platformDetails: platformDetails(image),
    usageOperation: isWindows ? 'RunInstances:0002' : 'RunInstances',
    imageOwnerAlias: alias,
    name: image.name,
    description: image.description,
    rootDeviceType: 'ebs',
    rootDeviceName: device,
    blockDeviceMapping: [image.sizeGiB, ...(image.dataDisksGiB ?? [])]
      .map((size, index): Json => ({
        deviceName: index === 0 ? device : `/dev/sd${'abcdefgh'[index] ?? 'z'}`,
        ebs: {
          deleteOnTermination: true,
          snapshotId: `snap-${image.id.replace(/^ami-/, '')}${index === 0 ? '' : index}`,
          volumeSize: size,
          volumeType: /gp3/i.test(image.name) ? 'gp3' : 'gp2',
          encrypted: false,
        },
      }))
      .concat(image.platform === 'Ubuntu' ? EPHEMERAL : []),
    virtualizationType: 'hvm',
    hypervisor: 'xen',
    // Tags of other accounts' images are not shown.
    tagSet:
      image.owner === 'self'
        ? Object.entries(image.tags ?? {}).map(([key, value]) => ({ key, value }))
        : [],
    enaSupport: true,
    sriovNetSupport: 'simple',
    deprecationTime: deprecationTimeOf(image),
    publicSsmParameterName: image.family,
    ...image.native,
  };
}

const EPHEMERAL: readonly Json[] = ['ephemeral0', 'ephemeral1'].map((virtualName, index) => ({
  deviceName: `/dev/sd${'bc'[index]}`,
  virtualName,
}));

function platformDetails({ osType, platform, name }: CatalogImage): string {
  if (osType === 'windows')
    return /SQL/.test(name) ? 'Windows with SQL Server Standard' : 'Windows';
  if (platform === 'Red Hat') return 'Red Hat Enterprise Linux';
  return platform === 'SUSE' ? 'SUSE Linux' : 'Linux/UNIX';
}
