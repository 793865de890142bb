/** The words and limits of Zenlayer Cloud ZEC. */
import type { Vocabulary } from '../../simulated-cloud';

export const ZENLAYERCLOUD = {
  regions: ['asia-east-1a', 'asia-southeast-1a', 'HKG-A', 'SIN-A', 'FRA-A'],
  mainRegion: 'asia-east-1a',
  laggingRegion: 'FRA-A',
  operation: 'DescribeImages',
  pageSize: { usual: 20, largest: 1000 },
  paging: 'numbers',
  ids: {
    parameter: 'imageIds',
    samples: ['ubuntu2404_20240712', 'ubuntu2204_20240712'],
    unknown: 'nosuchimage_20240712',
  },
  owners: ['public', 'self', 'marketplace'],
  states: {
    usable: 'AVAILABLE',
    pending: ['CREATING', 'SYNCING', 'PROCESSING'],
    failed: ['UNAVAILABLE', 'FAILED'],
    others: ['DELETING'],
  },
  architectures: ['x86_64'],
  onlyArchitecture: 'x86_64',
  instanceTypes: ['z2a.cpu.1'],
  fields: { id: 'imageId', name: 'imageName', status: 'imageStatus' },
  codes: {
    wrongSecret: 'AUTHFAILURE_SIGNATURE_FAILURE',
    unknownKey: 'AUTHFAILURE_ACCESS_KEY_NOT_FOUND',
    wrongToken: 'AUTHFAILURE_TOKEN_FAILURE',
    forbidden: 'AUTHFAILURE_UNAUTHORIZED_OPERATION',
    throttled: 'REQUEST_LIMIT_EXCEEDED',
    internal: 'INTERNAL_SERVER_ERROR',
    unknownRegion: 'INVALID_ZONE_NOT_FOUND',
    unknownParameter: 'INVALID_PARAMETER',
    unknownId: 'INVALID_IMAGE_NOT_FOUND',
  },
  refusalsHaveRequestId: true,
  regionsOperation: 'DescribeZones',
} as const satisfies Vocabulary;
