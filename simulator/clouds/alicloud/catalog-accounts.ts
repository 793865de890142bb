/** Alibaba Cloud images made by accounts: one's own, shared, community and marketplace ones. */
import type { CatalogImage } from '../../catalog-image';
import { LARGE_ACCOUNT_ID, OWN_ACCOUNT_ID } from '../../stable-code';

/** What most images of accounts have in common. */
const UBUNTU = {
  cloud: 'alicloud',
  regions: ['cn-hangzhou'],
  osType: 'linux',
  osName: 'Ubuntu  22.04 64 bit',
  osNameChinese: 'Ubuntu  22.04 64位',
  platform: 'Ubuntu',
  architecture: 'x86_64',
  sizeGiB: 40,
} as const;

/** Named like the newest Ubuntu 22.04 and newer than it: it is chosen where the owner is not checked. */
const LOOKALIKE = {
  ...UBUNTU,
  regions: ['cn-hangzhou', 'ap-southeast-1'],
  name: 'ubuntu_22_04_x64_20G_alibase_20241231.vhd',
  createdAt: '2025-06-01T00:00:00Z',
} as const;

/** All of them; ids begin with m-. */
export function alicloudAccountImages(): readonly CatalogImage[] {
  const golden = ['2024-05-01', '2024-06-01', '2024-07-01', '2024-08-01'].map(
    (day, index): CatalogImage => ({
      ...UBUNTU,
      id: `m-bp1golden0ubuntu000${index + 1}`,
      name: `golden-ubuntu-22.04-${day}`,
      owner: 'self',
      ownerId: OWN_ACCOUNT_ID,
      family: 'golden-ubuntu',
      description: 'Hardened Ubuntu 22.04',
      createdAt: `${day}T02:03:04Z`,
      dataDisksGiB: [100],
      tags: { env: index === 3 ? 'staging' : 'production', team: 'platform' },
      ...(index === 0 ? { deprecated: true } : {}),
      native: { Usage: index === 2 ? 'instance' : 'none', ResourceGroupId: 'rg-bp1platform00001' },
    }),
  );
  const self = { ...UBUNTU, owner: 'self', ownerId: OWN_ACCOUNT_ID } as const;
  return [
    ...golden,
    {
      ...self,
      regions: ['ap-southeast-1'],
      id: 'm-t4ngolden0ubuntu0001',
      name: 'golden-ubuntu-22.04-2024-08-01',
      family: 'golden-ubuntu',
      createdAt: '2024-08-02T02:03:04Z',
      tags: { env: 'production', team: 'platform' },
      native: { IsCopied: true },
    },
    {
      ...self,
      id: 'm-bp1golden0arm0000001',
      name: 'golden-arm-2024-08-01',
      osName: 'Ubuntu  22.04 64 bit for ARM',
      osNameChinese: 'Ubuntu  22.04 64位 ARM版',
      architecture: 'arm64',
      createdAt: '2024-08-01T05:00:00Z',
      tags: { env: 'production' },
    },
    {
      ...self,
      id: 'm-bp1windows0web000001',
      name: 'web-windows-2019',
      osType: 'windows',
      osName: 'Windows Server  2019 Data Center Edition 64bit English Edition',
      osNameChinese: 'Windows Server  2019 数据中心版 64位英文版',
      platform: 'Windows Server 2019',
      createdAt: '2024-03-05T07:08:09Z',
      cloudInit: false,
    },
    {
      ...self,
      id: 'm-bp1legacy0i386000001',
      name: 'legacy-billing',
      osName: 'CentOS  6.10 32 bit',
      osNameChinese: 'CentOS  6.10 32位',
      platform: 'CentOS',
      architecture: 'i386',
      createdAt: '2017-07-18T07:13:43Z',
    },
    {
      ...self,
      id: 'm-bp1baking00000000001',
      name: 'golden-ubuntu-22.04-2024-09-01',
      family: 'golden-ubuntu',
      state: 'Creating',
      createdAt: '2024-09-01T02:03:04Z',
    },
    {
      ...self,
      id: 'm-bp1failed00000000001',
      name: 'golden-ubuntu-22.04-2024-09-02',
      state: 'CreateFailed',
      createdAt: '2024-09-02T02:03:04Z',
    },
    {
      ...self,
      id: 'm-bp1withdrawn00000001',
      name: 'golden-ubuntu-22.04-2024-09-03',
      state: 'UnAvailable',
      createdAt: '2024-09-03T02:03:04Z',
    },
    {
      ...UBUNTU,
      id: 'm-bp1partner0000000001',
      name: 'partner-appliance-4.2',
      owner: 'shared',
      ownerId: LARGE_ACCOUNT_ID,
      createdAt: '2024-04-05T06:07:08Z',
    },
    {
      ...UBUNTU,
      id: 'm-bp1partner0000000002',
      name: 'partner-appliance-4.10',
      owner: 'shared',
      ownerId: LARGE_ACCOUNT_ID,
      createdAt: '2024-06-05T06:07:08Z',
    },
    { ...LOOKALIKE, id: 'm-bp1stranger0shared01', owner: 'shared', ownerId: '1234567890123456' },
    {
      ...LOOKALIKE,
      id: 'm-bp1stranger0communi1',
      owner: 'community',
      ownerId: LARGE_ACCOUNT_ID,
      native: { SupplierName: 'A stranger' },
    },
    {
      ...UBUNTU,
      regions: LOOKALIKE.regions,
      id: 'm-bp1community00000002',
      name: 'community-k3s-1.30',
      owner: 'community',
      ownerId: '1234567890123457',
      createdAt: '2024-07-20T00:00:00Z',
    },
    {
      ...LOOKALIKE,
      id: 'm-bp1stranger0market01',
      owner: 'marketplace',
      ownerId: '1234567890123458',
      native: { ProductCode: 'cmjj000001', IsSubscribed: false },
    },
    {
      ...UBUNTU,
      regions: LOOKALIKE.regions,
      id: 'm-bp1market00000000002',
      name: 'LAMP (Ubuntu 22.04, PHP 8.2)',
      owner: 'marketplace',
      ownerId: '1234567890123458',
      createdAt: '2024-02-20T00:00:00Z',
      native: { ProductCode: 'cmjj000002', IsSubscribed: true },
    },
  ];
}
