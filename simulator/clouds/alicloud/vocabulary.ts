/** The words and limits of Alibaba Cloud ECS. */
import type { Vocabulary } from '../../simulated-cloud';

export const ALICLOUD = {
  regions: [
    ...['cn-hangzhou', 'cn-shanghai', 'cn-beijing', 'cn-shenzhen', 'cn-qingdao'],
    ...['cn-zhangjiakou', 'cn-huhehaote', 'cn-chengdu', 'cn-hongkong'],
    ...['ap-southeast-1', 'ap-southeast-3', 'ap-southeast-5', 'ap-southeast-6', 'ap-southeast-7'],
    ...['ap-northeast-1', 'ap-northeast-2', 'us-east-1', 'us-west-1'],
    ...['eu-west-1', 'eu-central-1', 'me-east-1'],
  ],
  mainRegion: 'cn-hangzhou',
  laggingRegion: 'eu-central-1',
  emptyRegion: 'me-east-1',
  operation: 'DescribeImages',
  pageSize: { usual: 10, largest: 100 },
  paging: 'numbers',
  ids: {
    parameter: 'ImageId',
    most: 100,
    samples: [
      'ubuntu_22_04_x64_20G_alibase_20240926.vhd',
      'ubuntu_24_04_x64_20G_alibase_20241016.vhd',
    ],
    unknown: 'm-bp1nosuchimage000001',
  },
  owners: ['public', 'self', 'shared', 'marketplace', 'community'],
  states: {
    usable: 'Available',
    pending: ['Creating', 'Waiting'],
    failed: ['CreateFailed', 'UnAvailable'],
    others: ['Dreaming'],
  },
  architectures: ['x86_64', 'i386', 'arm64'],
  instanceTypes: ['ecs.g8y.large', 'ecs.g7.large'],
  fields: {
    id: 'ImageId',
    name: 'ImageName',
    status: 'Status',
    architecture: 'Architecture',
    createdAt: 'CreationTime',
  },
  codes: {
    wrongSecret: 'SignatureDoesNotMatch',
    unknownKey: 'InvalidAccessKeyId.NotFound',
    wrongToken: 'InvalidSecurityToken.MismatchWithAccessKey',
    forbidden: 'Forbidden.RAM',
    throttled: 'Throttling.User',
    internal: 'InternalError',
    unknownRegion: 'InvalidRegionId.NotFound',
    unknownParameter: 'InvalidParameter',
    unknownId: 'InvalidImageId.NotFound',
  },
  refusalsHaveRequestId: true,
  regionsOperation: 'DescribeRegions',
} as const satisfies Vocabulary;
