/** The words and limits of EC2. */
import type { Vocabulary } from '../../simulated-cloud';
import { amiId } from './ami-id';

export const AWS = {
  regions: [
    ...['us-east-1', 'us-east-2', 'us-west-1', 'us-west-2', 'ca-central-1', 'sa-east-1'],
    ...['eu-central-1', 'eu-west-1', 'eu-west-2', 'eu-west-3', 'eu-north-1'],
    ...['ap-south-1', 'ap-northeast-1', 'ap-northeast-2', 'ap-southeast-1', 'ap-southeast-2'],
    ...['af-south-1', 'me-central-1', 'cn-north-1', 'cn-northwest-1'],
    ...['us-gov-east-1', 'us-gov-west-1'],
  ],
  mainRegion: 'us-east-1',
  laggingRegion: 'eu-central-1',
  emptyRegion: 'me-central-1',
  operation: 'DescribeImages',
  pageSize: { usual: 1000, largest: 1000 },
  paging: 'cursor',
  ids: {
    parameter: 'ImageId.1',
    most: 200,
    samples: [
      amiId('ubuntu/images/hvm-ssd-gp3/ubuntu-noble-24.04-amd64-server-20250305', 'us-east-1'),
      amiId('debian-12-amd64-20250316-2053', 'us-east-1'),
    ],
    unknown: 'ami-0123456789abcdef0',
  },
  owners: ['public', 'self', 'shared', 'marketplace', 'community'],
  accounts: ['111122223333', '444455556666'],
  states: {
    usable: 'available',
    pending: ['pending'],
    failed: ['failed', 'invalid', 'error', 'transient', 'deregistered', 'disabled'],
    others: ['dreaming'],
  },
  architectures: ['x86_64', 'i386', 'arm64', 'arm64_mac'],
  instanceTypes: ['m7g.large', 'm7i.large'],
  fields: {
    id: 'imageId',
    name: 'name',
    status: 'imageState',
    architecture: 'architecture',
    createdAt: 'creationDate',
  },
  codes: {
    wrongSecret: 'AuthFailure',
    unknownKey: 'AuthFailure',
    wrongToken: 'AuthFailure',
    forbidden: 'UnauthorizedOperation',
    throttled: 'RequestLimitExceeded',
    internal: 'InternalError',
    unknownRegion: 'AuthFailure',
    unknownParameter: 'UnknownParameter',
    unknownId: 'InvalidAMIID.NotFound',
  },
  refusalsHaveRequestId: true,
  regionsOperation: 'DescribeRegions',
} as const satisfies Vocabulary;
