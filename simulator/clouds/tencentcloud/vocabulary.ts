/** The words and limits of Tencent Cloud CVM API 3.0. */
import type { Vocabulary } from '../../simulated-cloud';

export const TENCENTCLOUD = {
  /** As listed on the page of DescribeImages. */
  regions: [
    ...['ap-bangkok', 'ap-beijing', 'ap-chengdu', 'ap-chongqing', 'ap-guangzhou', 'ap-hongkong'],
    ...['ap-jakarta', 'ap-nanjing', 'ap-seoul', 'ap-shanghai', 'ap-shanghai-fsi'],
    ...['ap-shenzhen-fsi', 'ap-singapore', 'ap-tokyo', 'eu-frankfurt', 'na-ashburn'],
    ...['na-siliconvalley', 'sa-saopaulo'],
  ],
  mainRegion: 'ap-singapore',
  laggingRegion: 'eu-frankfurt',
  emptyRegion: 'ap-tokyo',
  operation: 'DescribeImages',
  pageSize: { usual: 20, largest: 100 },
  paging: 'numbers',
  ids: {
    parameter: 'ImageIds',
    most: 100,
    samples: ['img-golden02', 'img-golden03'],
    unknown: 'img-nosuchid',
  },
  owners: ['public', 'self', 'shared', 'marketplace'],
  states: {
    usable: 'NORMAL',
    pending: ['CREATING', 'SYNCING', 'IMPORTING'],
    failed: ['CREATEFAILED', 'IMPORTFAILED'],
    others: ['USING', 'DREAMING'],
  },
  architectures: ['x86_64', 'i386', 'arm'],
  instanceTypes: ['SR1.MEDIUM2', 'SA5.MEDIUM2'],
  fields: {
    id: 'ImageId',
    name: 'ImageName',
    status: 'ImageState',
    architecture: 'Architecture',
    createdAt: 'CreatedTime',
  },
  codes: {
    wrongSecret: 'AuthFailure.SignatureFailure',
    unknownKey: 'AuthFailure.SecretIdNotFound',
    wrongToken: 'AuthFailure.TokenFailure',
    forbidden: 'UnauthorizedOperation',
    throttled: 'RequestLimitExceeded',
    internal: 'InternalError',
    unknownRegion: 'InvalidRegion.NotFound',
    unknownParameter: 'UnknownParameter',
    unknownId: 'InvalidImageId.NotFound',
  },
  refusalsHaveRequestId: true,
  regionsOperation: 'DescribeRegions',
} as const satisfies Vocabulary;
