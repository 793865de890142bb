/**
 * The partitions of AWS: groups of regions with accounts and credentials of their own.
 *
 * @see https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html
 */

interface Partition {
  readonly name: string;
  readonly dnsSuffix: string;
  readonly form: RegExp;
  /** The region that lists the others. */
  readonly mainRegion: string;
  /** The regions that exist for sure. */
  readonly regions: readonly string[];
}

/** From botocore's partitions.json; the first one is for regions of any other form. */
const PARTITIONS: readonly [Partition, ...Partition[]] = [
  {
    name: 'aws',
    dnsSuffix: 'amazonaws.com',
    form: /^(us|eu|ap|sa|ca|me|af|il|mx)-\w+-\d+$/,
    mainRegion: 'us-east-1',
    regions: [
      ...['af-south-1', 'ap-east-1', 'ap-east-2', 'ap-northeast-1', 'ap-northeast-2'],
      ...['ap-northeast-3', 'ap-south-1', 'ap-south-2', 'ap-southeast-1', 'ap-southeast-2'],
      ...['ap-southeast-3', 'ap-southeast-4', 'ap-southeast-5', 'ap-southeast-6'],
      ...['ap-southeast-7', 'ca-central-1', 'ca-west-1', 'eu-central-1', 'eu-central-2'],
      ...['eu-north-1', 'eu-south-1', 'eu-south-2', 'eu-west-1', 'eu-west-2', 'eu-west-3'],
      ...['il-central-1', 'me-central-1', 'me-south-1', 'mx-central-1', 'sa-east-1'],
      ...['us-east-1', 'us-east-2', 'us-west-1', 'us-west-2'],
    ],
  },
  {
    name: 'aws-cn',
    dnsSuffix: 'amazonaws.com.cn',
    form: /^cn-\w+-\d+$/,
    mainRegion: 'cn-north-1',
    regions: ['cn-north-1', 'cn-northwest-1'],
  },
  {
    name: 'aws-us-gov',
    dnsSuffix: 'amazonaws.com',
    form: /^us-gov-\w+-\d+$/,
    mainRegion: 'us-gov-west-1',
    regions: ['us-gov-east-1', 'us-gov-west-1'],
  },
  {
    name: 'aws-eusc',
    dnsSuffix: 'amazonaws.eu',
    form: /^eusc-de-\w+-\d+$/,
    mainRegion: 'eusc-de-east-1',
    regions: ['eusc-de-east-1'],
  },
];

export const PARTITION_NAMES = PARTITIONS.map(({ name }) => name);

function partitionWith(region: string): Partition {
  return PARTITIONS.find(({ form }) => form.test(region)) ?? PARTITIONS[0];
}

/** The partition of a region, by its form, so that new regions are known too. */
export function partitionOf(region: string): string {
  return partitionWith(region).name;
}

/** Where a service answers in a region. */
export function endpointOf(service: string, region: string): string {
  return `https://${service}.${region}.${partitionWith(region).dnsSuffix}`;
}

/** Whether a region surely exists. Others are looked up in the list of regions first. */
export function isKnownRegion(region: string): boolean {
  return partitionWith(region).regions.includes(region);
}

/** The region that lists the regions of a partition. */
export function mainRegionOf(partition: string | undefined): string {
  return (PARTITIONS.find(({ name }) => name === partition) ?? PARTITIONS[0]).mainRegion;
}
