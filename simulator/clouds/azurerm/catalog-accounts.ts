/** Images beside the official ones: look-alikes on the marketplace, own images, galleries. */
import type { CatalogImage } from '../../catalog-image';
import { ownGallery } from './place';

const LOCATIONS = ['westeurope', 'eastus'];
const GROUP =
  '/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/IMAGES/providers/Microsoft.Compute';

const UBUNTU = {
  cloud: 'azurerm',
  regions: LOCATIONS,
  osType: 'linux',
  osName: 'Ubuntu 24.04',
  platform: 'Ubuntu',
  architecture: 'x64',
  sizeGiB: 30,
} as const;

export function azurermAccountImages(): readonly CatalogImage[] {
  return [...official(), ...lookAlikes(), ...managed(), ...ownVersions(), ...galleriesOfOthers()];
}

/** Official galleries of the community. */
function official(): readonly CatalogImage[] {
  const fedora = '/communityGalleries/Fedora-5e266ba4-2250-406d-adad-5d73860d958f/images';
  const flatcar = '/communityGalleries/flatcar-23485951-527a-48d6-9d11-6931ff0afc2e/images';
  const rows: readonly (readonly [string, string, string, string])[] = [
    [`${fedora}/Fedora-Cloud-41-x64`, '41.20241024.0', 'x64', '2024-10-29T10:00:00Z'],
    [`${fedora}/Fedora-Cloud-42-x64`, '42.20250414.0', 'x64', '2025-04-15T10:00:00Z'],
    [`${fedora}/Fedora-Cloud-42-Arm64`, '42.20250414.0', 'Arm64', '2025-04-15T11:00:00Z'],
    [`${flatcar}/flatcar-stable-amd64`, '4081.2.0', 'x64', '2025-01-14T10:00:00Z'],
  ];
  return rows.map(([path, version, architecture, createdAt]) => ({
    ...UBUNTU,
    id: `${path}/versions/${version}`,
    name: version,
    owner: 'public',
    osName: path.includes('Fedora') ? 'Fedora' : 'Flatcar',
    platform: path.includes('Fedora') ? 'Fedora' : 'Flatcar',
    architecture,
    createdAt,
  }));
}

/** Newer than the official images, with their names. */
function lookAlikes(): readonly CatalogImage[] {
  const rows: readonly (readonly [string, string])[] = [
    ['canonical-group:ubuntu-24_04-lts:server', '24.04.202512310'],
    ['cloudcorp2:ubuntu-24_04-lts:server', '24.04.202601010'],
    ['cloudcorp2:ubuntu-24_04-hardened:gen2', '1.0.3'],
    ['center-for-internet-security-inc:cis-ubuntu:cis-ubuntulinux2404-l1-gen2', '1.0.10'],
    ['ntegralinc1586961136942:ntg_rocky_9:ntg_rocky_9_4', '9.4.2025060101'],
  ];
  return rows.map(([series, version]) => {
    const [publisher = '', product = '', name = ''] = series.split(':');
    const isRocky = product.includes('rocky');
    return {
      ...UBUNTU,
      id: `${series}:${version}`,
      name: `${series}:${version}`,
      owner: 'marketplace',
      ownerId: publisher,
      ...(isRocky ? { osName: 'Rocky Linux 9', platform: 'Rocky Linux' } : {}),
      native: { plan: { publisher, product, name } },
    };
  });
}

/** Managed images: the group is in capitals in ids, as the API often has it. */
function managed(): readonly CatalogImage[] {
  const image = (name: string, more: Partial<CatalogImage> = {}): CatalogImage => ({
    ...UBUNTU,
    regions: ['westeurope'],
    id: `${GROUP}/images/${name}`,
    name,
    owner: 'self',
    ...more,
  });
  return [
    image('golden-ubuntu-24.04-20250501', { tags: { team: 'web', stage: 'production' } }),
    image('golden-ubuntu-24.04-20250601', { tags: { team: 'web', stage: 'staging' } }),
    image('golden-ubuntu-24.04-20250602', { state: 'Creating' }),
    image('golden-ubuntu-24.04-20250603', { state: 'Failed' }),
    image('golden-ubuntu-24.04-20250604', { state: 'Dreaming' }),
    image('golden-debian-12-20250601', { regions: ['eastus'], platform: 'Debian' }),
    image('golden-windows-2022', { osType: 'windows', sizeGiB: 127, dataDisksGiB: [64] }),
  ];
}

/** Versions in an own gallery. One is excluded from latest, and 1.10.0 is newer than 1.9.0. */
function ownVersions(): readonly CatalogImage[] {
  const version = (number: string, createdAt: string, more: Partial<CatalogImage> = {}) => ({
    ...UBUNTU,
    id: `${ownGallery('golden')}/images/ubuntu-24.04-web/versions/${number}`,
    name: number,
    owner: 'self' as const,
    createdAt,
    ...more,
  });
  return [
    version('1.9.0', '2025-04-01T08:00:00Z', { tags: { team: 'web' } }),
    version('1.10.0', '2025-05-01T08:00:00Z', { tags: { team: 'web' } }),
    version('1.11.0', '2025-06-01T08:00:00Z', { deprecated: true }),
    version('1.8.0', '2025-03-01T08:00:00Z', { regions: ['eastus'] }),
  ];
}

function galleriesOfOthers(): readonly CatalogImage[] {
  const partner = '/sharedGalleries/22222222-3333-4444-5555-666666666666-PARTNER/images';
  const open = '/communityGalleries/Images4All-0a1b2c3d-1111-2222-3333-444455556666/images';
  return [
    {
      ...UBUNTU,
      id: `${partner}/ubuntu-24.04-partner/versions/2.0.0`,
      name: '2.0.0',
      owner: 'shared',
      createdAt: '2025-06-02T08:00:00Z',
    },
    {
      ...UBUNTU,
      id: `${open}/ubuntu-24_04-lts-server/versions/24.4.202512`,
      name: '24.4.202512',
      owner: 'community',
      createdAt: '2025-12-31T08:00:00Z',
    },
  ];
}
