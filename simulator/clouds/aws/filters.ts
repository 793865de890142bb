/** Filter.N of EC2 DescribeImages: values with wildcards, alternatives within a filter. */
import type { CatalogImage } from '../../catalog-image';
import { isArray, isRecord, WireError, type Json } from '../../wire';
import { printedImage } from './image';

type Condition = (image: CatalogImage) => boolean;

/** The most values of one filter. */
const MOST_VALUES = 200;

/** Filters on fields of the printed image, by their paths. */
const FIELDS: Readonly<Record<string, string>> = {
  architecture: 'architecture',
  'block-device-mapping.delete-on-termination': 'blockDeviceMapping.ebs.deleteOnTermination',
  'block-device-mapping.device-name': 'blockDeviceMapping.deviceName',
  'block-device-mapping.encrypted': 'blockDeviceMapping.ebs.encrypted',
  'block-device-mapping.snapshot-id': 'blockDeviceMapping.ebs.snapshotId',
  'block-device-mapping.volume-size': 'blockDeviceMapping.ebs.volumeSize',
  'block-device-mapping.volume-type': 'blockDeviceMapping.ebs.volumeType',
  'boot-mode': 'bootMode',
  'creation-date': 'creationDate',
  description: 'description',
  'ena-support': 'enaSupport',
  'free-tier-eligible': 'freeTierEligible',
  hypervisor: 'hypervisor',
  'image-allowed': 'imageAllowed',
  'image-id': 'imageId',
  'image-type': 'imageType',
  'is-public': 'isPublic',
  'kernel-id': 'kernelId',
  'manifest-location': 'imageLocation',
  name: 'name',
  'owner-alias': 'imageOwnerAlias',
  'owner-id': 'imageOwnerId',
  platform: 'platform',
  'product-code': 'productCodes.productCode',
  'product-code.type': 'productCodes.type',
  'public-ssm-parameter-name': 'publicSsmParameterName',
  'ramdisk-id': 'ramdiskId',
  'root-device-name': 'rootDeviceName',
  'root-device-type': 'rootDeviceType',
  'source-image-id': 'sourceImageId',
  'source-image-region': 'sourceImageRegion',
  'source-instance-id': 'sourceInstanceId',
  'sriov-net-support': 'sriovNetSupport',
  state: 'imageState',
  'state-reason-code': 'stateReason.code',
  'state-reason-message': 'stateReason.message',
  'tag-key': 'tagSet.key',
  'virtualization-type': 'virtualizationType',
};

/** One condition per numbered filter. */
export function readFilters(parameters: ReadonlyMap<string, string>): readonly Condition[] {
  const names = new Map<string, string>();
  const values = new Map<string, string[]>();
  for (const [parameter, value] of parameters) {
    const [head, index = '', field] = parameter.split('.');
    if (head !== 'Filter') continue;
    if (field === 'Name') names.set(index, value);
    else values.set(index, [...(values.get(index) ?? []), value]);
  }
  return [...new Set([...names.keys(), ...values.keys()])].map((index) => {
    const name = names.get(index);
    const wanted = values.get(index) ?? [];
    if (name === undefined || wanted.length === 0) {
      throw new WireError(
        'InvalidParameterValue',
        `The filter '${name ?? 'null'}' is invalid`,
        400,
      );
    }
    if (wanted.length > MOST_VALUES) {
      throw new WireError(
        'FilterLimitExceeded',
        `The maximum number of filter values specified on a single call is ${MOST_VALUES}`,
        400,
      );
    }
    return conditionOf(name, wanted.map(wildcardExpression));
  });
}

function conditionOf(name: string, wanted: readonly RegExp[]): Condition {
  const fits = (value: string) => wanted.some((expression) => expression.test(value));
  if (name.startsWith('tag:')) {
    const key = name.slice('tag:'.length);
    return ({ owner, tags = {} }) =>
      owner === 'self' && Object.hasOwn(tags, key) && fits(tags[key] ?? '');
  }
  const path = Object.hasOwn(FIELDS, name) ? FIELDS[name] : undefined;
  if (path === undefined) {
    throw new WireError('InvalidParameterValue', `The filter '${name}' is invalid`, 400);
  }
  return (image) => valuesAt(printedImage(image), path.split('.')).some(fits);
}

/** `*` and `?` stand for other characters; a backslash takes that meaning from them. */
function wildcardExpression(value: string): RegExp {
  const source = value.replace(/\\([*?\\])|[\s\S]/g, (character, escaped?: string) => {
    if (escaped !== undefined) return `\\${escaped}`;
    if (character === '*') return '[\\s\\S]*';
    if (character === '?') return '[\\s\\S]';
    return character.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  });
  return new RegExp(`^${source}$`, 'u');
}

/** The values below a path, in every entry of the lists on the way. */
function valuesAt(value: Json | undefined, path: readonly string[]): readonly string[] {
  if (value === undefined || value === null) return [];
  if (isArray(value)) return value.flatMap((entry) => valuesAt(entry, path));
  const [step, ...rest] = path;
  if (step === undefined) return typeof value === 'object' ? [] : [String(value)];
  return isRecord(value) ? valuesAt(value[step], rest) : [];
}
