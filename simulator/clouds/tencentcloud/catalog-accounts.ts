/** Tencent Cloud images made by accounts: one's own, shared and marketplace ones. */
import type { CatalogImage } from '../../catalog-image';
import { LARGE_ACCOUNT_ID, OWN_ACCOUNT_ID } from '../../stable-code';

/** What most images of accounts have in common. */
const UBUNTU = {
  cloud: 'tencentcloud',
  regions: ['ap-singapore'],
  osType: 'linux',
  osName: 'Ubuntu Server 22.04 LTS 64bit',
  platform: 'Ubuntu',
  architecture: 'x86_64',
  sizeGiB: 50,
} as const;

/** Named like the newest Ubuntu 22.04 and with a time, which the real ones have not. */
const LOOKALIKE = {
  ...UBUNTU,
  regions: ['ap-singapore', 'ap-guangzhou'],
  name: 'Ubuntu Server 22.04 LTS 64bit',
  createdAt: '2025-06-01T00:00:00Z',
} as const;

/** All of them; unlike public images they have creation times. */
export function tencentcloudAccountImages(): readonly CatalogImage[] {
  const self = { ...UBUNTU, owner: 'self', ownerId: OWN_ACCOUNT_ID } as const;
  const golden = ['2024-05-01', '2024-06-01', '2024-07-01', '2024-08-01'].map(
    (day, index): CatalogImage => ({
      ...self,
      id: `img-golden0${index + 1}`,
      name: `golden-ubuntu-22.04-${day}`,
      family: 'golden-ubuntu',
      description: 'Hardened Ubuntu 22.04',
      createdAt: `${day}T02:03:04Z`,
      dataDisksGiB: [100],
      tags: { env: index === 3 ? 'staging' : 'production', team: 'platform' },
      ...(index === 0 ? { deprecated: true } : {}),
    }),
  );
  return [
    ...golden,
    {
      ...self,
      regions: ['ap-guangzhou'],
      id: 'img-goldengz',
      name: 'golden-ubuntu-22.04-2024-08-01',
      family: 'golden-ubuntu',
      createdAt: '2024-08-02T02:03:04Z',
      tags: { env: 'production', team: 'platform' },
    },
    {
      ...self,
      id: 'img-goldarm1',
      name: 'golden-arm-2024-08-01',
      osName: 'Ubuntu Server 22.04 LTS 64bit for ARM64',
      architecture: 'arm',
      createdAt: '2024-08-01T05:00:00Z',
      tags: { env: 'production' },
    },
    {
      ...self,
      id: 'img-imported',
      name: 'legacy-billing',
      osName: 'Other Linux 32bit',
      platform: 'Other Linux',
      architecture: 'i386',
      createdAt: '2017-07-18T07:13:43Z',
      cloudInit: false,
      native: { ImageSource: 'EXTERNAL_IMPORT' },
    },
    {
      ...self,
      id: 'img-winweb01',
      name: 'web-windows-2019',
      osType: 'windows',
      osName: 'Windows Server 2019 DataCenter 64bit EN',
      platform: 'Windows',
      createdAt: '2024-03-05T07:08:09Z',
    },
    ...['CREATING', 'CREATEFAILED', 'SYNCING', 'IMPORTING', 'IMPORTFAILED'].map(
      (state, index): CatalogImage => ({
        ...self,
        id: `img-baking0${index + 1}`,
        name: `golden-ubuntu-22.04-2024-09-0${index + 1}`,
        state,
        createdAt: `2024-09-0${index + 1}T02:03:04Z`,
        ...(state === 'SYNCING' ? { native: { SyncPercent: 32 } } : {}),
      }),
    ),
    {
      ...UBUNTU,
      id: 'img-partner1',
      name: 'partner-appliance-4.10',
      owner: 'shared',
      ownerId: LARGE_ACCOUNT_ID,
      createdAt: '2024-06-05T06:07:08Z',
    },
    { ...LOOKALIKE, id: 'img-strange1', owner: 'shared', ownerId: '3205597606' },
    { ...LOOKALIKE, id: 'img-strange2', owner: 'marketplace', ownerId: '3205597607' },
    {
      ...UBUNTU,
      regions: LOOKALIKE.regions,
      id: 'img-market01',
      name: 'LAMP (Ubuntu 22.04, PHP 8.2)',
      owner: 'marketplace',
      ownerId: '3205597607',
      createdAt: '2024-02-20T00:00:00Z',
    },
  ];
}
