/** The words and limits of Tencent's legacy API v2. */
import type { Vocabulary } from '../../simulated-cloud';

export const QCLOUD = {
  regions: [
    ...['ap-guangzhou', 'ap-shanghai', 'ap-beijing', 'ap-hongkong', 'ap-singapore', 'na-toronto'],
  ],
  mainRegion: 'ap-guangzhou',
  laggingRegion: 'ap-hongkong',
  emptyRegion: 'na-toronto',
  operation: 'DescribeImages',
  pageSize: { usual: 20, largest: 100 },
  paging: 'numbers',
  ids: {
    parameter: 'ImageIds',
    most: 100,
    samples: ['img-pmqg1cw7', 'img-goldqc01'],
    unknown: 'img-nosuchid',
  },
  owners: ['public', 'self', 'shared', 'marketplace'],
  states: {
    usable: 'NORMAL',
    pending: ['CREATING', 'SYNCING'],
    failed: ['CREATEFAILED', 'IMPORTFAILED'],
    others: ['USING', 'DREAMING'],
  },
  architectures: ['x86_64', 'i386', 'arm'],
  instanceTypes: ['SR1.MEDIUM2'],
  fields: {
    id: 'ImageId',
    name: 'ImageName',
    status: 'ImageStatus',
    createdAt: 'ImageCreateTime',
  },
  codes: {
    wrongSecret: '4100',
    unknownKey: '4104',
    wrongToken: '4105',
    forbidden: '4101',
    throttled: '4400',
    internal: '6000',
    unknownRegion: '4000',
    unknownParameter: '4000',
    unknownId: 'InvalidImageId.NotFound',
  },
  // The gateway refuses without one.
  refusalsHaveRequestId: false,
} as const satisfies Vocabulary;
