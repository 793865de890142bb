/** Images of EC2 made by accounts: one's own, shared, community and marketplace ones, and look-alikes. */
import type { CatalogImage } from '../../catalog-image';
import { amiId } from './ami-id';
import { MARKETPLACE, PARTNER, STRANGER } from './owners';

/** What most images of accounts have in common. */
const UBUNTU = {
  cloud: 'aws',
  osType: 'linux',
  osName: 'Ubuntu 24.04',
  platform: 'Ubuntu',
  architecture: 'x86_64',
  sizeGiB: 20,
} as const;

type Change = Partial<CatalogImage> & Pick<CatalogImage, 'name' | 'owner' | 'createdAt'>;

function image(change: Change, region = 'us-east-1'): CatalogImage {
  const id = amiId(`${change.owner} ${change.ownerId ?? ''} ${change.name}`, region);
  return { ...UBUNTU, regions: [region], id, ...change };
}

/**
 * Public images of a stranger with the names of official ones, newer than all of them: chosen where
 * the owner is not checked ("whoAMI").
 */
const LOOKALIKES = [
  ['ubuntu/images/hvm-ssd-gp3/ubuntu-noble-24.04-amd64-server-20250601', 'Ubuntu 24.04', 'Ubuntu'],
  ['ubuntu/images/hvm-ssd/ubuntu-jammy-22.04-amd64-server-20250601', 'Ubuntu 22.04', 'Ubuntu'],
  ['amzn2-ami-hvm-2.0.20250601.0-x86_64-gp2', 'Amazon Linux 2', 'Amazon Linux'],
  ['al2023-ami-2023.9.20250601.0-kernel-6.1-x86_64', 'Amazon Linux 2023', 'Amazon Linux'],
  ['debian-12-amd64-20250601-9999', 'Debian 12', 'Debian'],
  ['Rocky-9-EC2-Base-9.6-20250601.0.x86_64', 'Rocky Linux 9.6', 'Rocky Linux'],
  ['RHEL-9.9.0_HVM-20250601-x86_64-0-Hourly2-GP3', 'RHEL 9.9', 'Red Hat'],
] as const;

/** All of them. */
export function awsAccountImages(): readonly CatalogImage[] {
  return [...ownImages(), ...sharedImages(), ...lookalikes(), ...soldImages()];
}

function ownImages(): readonly CatalogImage[] {
  const tags = { env: 'production', team: 'platform' };
  const golden = ['2024-12-01', '2025-01-01', '2025-02-01', '2025-03-01'].map((day, index) =>
    image({
      name: `golden-ubuntu-24.04-${day}`,
      owner: 'self',
      createdAt: `${day}T02:03:04Z`,
      description: 'Hardened Ubuntu 24.04 & agents',
      dataDisksGiB: [100],
      tags: { ...tags, ...(index === 3 ? { env: 'staging' } : {}) },
      // The owner sees deprecated images in every listing.
      ...(index === 0 ? { deprecated: true } : {}),
    }),
  );
  return [
    ...golden,
    image(
      {
        name: 'golden-ubuntu-24.04-2025-03-01',
        owner: 'self',
        createdAt: '2025-03-02T02:03:04Z',
        tags,
      },
      'ap-southeast-1',
    ),
    image({
      name: 'golden-arm-2025-03-01',
      owner: 'self',
      architecture: 'arm64',
      createdAt: '2025-03-01T05:00:00Z',
      tags,
      native: { bootMode: 'uefi' },
    }),
    image({
      name: 'web-windows-2022',
      owner: 'self',
      osType: 'windows',
      platform: 'Windows',
      osName: 'Windows Server 2022',
      createdAt: '2025-02-05T07:08:09Z',
      sizeGiB: 50,
    }),
    // Characters that filters read as wildcards.
    image({ name: 'my al2023 * copy?', owner: 'self', createdAt: '2025-02-06T07:08:09Z' }),
    image({
      name: 'published-by-us-2025-02-07',
      owner: 'self',
      createdAt: '2025-02-07T07:08:09Z',
      native: { isPublic: true },
    }),
    ...['pending', 'failed', 'disabled', 'dreaming'].map((state) =>
      image({
        name: `golden-ubuntu-24.04-${state}`,
        owner: 'self',
        state,
        createdAt: '2025-03-04T02:03:04Z',
      }),
    ),
  ];
}

function sharedImages(): readonly CatalogImage[] {
  return [
    ...['4.2', '4.10'].map((version, index) =>
      image({
        name: `partner-appliance-${version}`,
        owner: 'shared',
        ownerId: PARTNER,
        createdAt: `2025-0${index + 1}-05T06:07:08Z`,
      }),
    ),
    image({
      name: LOOKALIKES[0][0],
      owner: 'shared',
      ownerId: STRANGER,
      createdAt: '2025-06-01T00:00:00Z',
    }),
    image({
      name: 'community-k3s-1.31',
      owner: 'community',
      ownerId: PARTNER,
      createdAt: '2025-02-20T00:00:00Z',
    }),
  ];
}

function lookalikes(): readonly CatalogImage[] {
  return ['us-east-1', 'ap-southeast-1'].flatMap((region) =>
    LOOKALIKES.map(([name, osName, platform]) =>
      image(
        {
          name,
          osName,
          platform,
          owner: 'community',
          ownerId: STRANGER,
          createdAt: '2025-06-01T00:00:00Z',
        },
        region,
      ),
    ),
  );
}

function soldImages(): readonly CatalogImage[] {
  const sold = (name: string, createdAt: string) =>
    image({
      name,
      owner: 'marketplace',
      ownerId: MARKETPLACE,
      createdAt,
      native: { productCodes: [{ productCode: 'aw0evgkw8e5c1q413zgy5pjce', type: 'marketplace' }] },
    });
  return [
    sold(`${LOOKALIKES[0][0]}-prod-a1b2c3d4e5f6`, '2025-06-02T00:00:00Z'),
    sold('LAMP (Ubuntu 24.04, PHP 8.3)-7d1c8e2b-prod', '2025-02-20T00:00:00Z'),
  ];
}
