/** The parameters and filters of DescribeImages. Filters are set by their names: `{ name: 'golden-*' }`. */
import type { NativeParameter } from '../definition/native-parameters';

/** The most values of a filter in one request. */
export const MAX_FILTER_VALUES = 200;

const FILTER: NativeParameter = { kind: 'list', most: MAX_FILTER_VALUES };
const FLAG: NativeParameter = { kind: 'list', values: ['true', 'false'] };

/** A filter with a closed set of values. */
const words = (...values: readonly string[]): NativeParameter => ({ kind: 'list', values });

export const NATIVE: Readonly<Record<string, NativeParameter>> = {
  'block-device-mapping.delete-on-termination': FLAG,
  'block-device-mapping.device-name': FILTER,
  'block-device-mapping.encrypted': FLAG,
  'block-device-mapping.snapshot-id': FILTER,
  'block-device-mapping.volume-size': FILTER,
  'block-device-mapping.volume-type': FILTER,
  'boot-mode': words('legacy-bios', 'uefi', 'uefi-preferred'),
  'creation-date': FILTER,
  description: FILTER,
  'ena-support': FLAG,
  'free-tier-eligible': FLAG,
  hypervisor: words('ovm', 'xen'),
  'image-allowed': FLAG,
  'kernel-id': FILTER,
  'manifest-location': FILTER,
  name: FILTER,
  'owner-alias': words('amazon', 'aws-backup-vault', 'aws-marketplace'),
  'product-code': FILTER,
  'product-code.type': words('marketplace'),
  'ramdisk-id': FILTER,
  'root-device-name': FILTER,
  'root-device-type': words('ebs', 'instance-store'),
  'source-image-id': FILTER,
  'source-image-region': FILTER,
  'source-instance-id': FILTER,
  'sriov-net-support': words('simple'),
  'state-reason-code': FILTER,
  'state-reason-message': FILTER,
  'tag-key': FILTER,
  'virtualization-type': words('paravirtual', 'hvm'),
  architecture: { instead: 'the query’s architecture' },
  'image-id': { instead: 'the query’s imageIds' },
  'image-type': { unneeded: 'only images of machines are listed' },
  'is-public': { instead: 'the query’s owners' },
  'owner-id': { instead: 'the query’s owners' },
  platform: { instead: 'the query’s osType' },
  'public-ssm-parameter-name': { instead: 'the query’s family' },
  state: { instead: 'the query’s status' },
  'tag:<key>': { instead: 'the query’s tags' },
  DryRun: { instead: '`cloudimages doctor`, which makes the permission check' },
  'ExecutableBy.N': { instead: 'the query’s owners: shared' },
  'Filter.N.Name': { instead: 'the name of the filter, such as name' },
  'Filter.N.Value.N': { instead: 'the name of the filter, such as name' },
  'ImageId.N': { instead: 'the query’s imageIds' },
  IncludeDeprecated: { instead: 'the query’s includeDeprecated' },
  IncludeDisabled: { instead: 'the query’s status' },
  'Owner.N': { instead: 'the query’s owners' },
  MaxResults: { unneeded: 'every page is read' },
  NextToken: { unneeded: 'every page is read' },
  Action: { unneeded: 'it is set for you' },
  Version: { unneeded: 'it is set for you' },
};

/** The filters that bound a listing of everyone's images. */
export const BOUNDING_FILTERS: readonly string[] = [
  ...['name', 'product-code', 'source-image-id', 'source-instance-id', 'manifest-location'],
  ...['block-device-mapping.snapshot-id', 'description'],
];
