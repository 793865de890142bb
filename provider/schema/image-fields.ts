/** The rows of the field table that describe an image. */
import {
  ARCHITECTURES,
  BOOT_MODES,
  CLOUD_IDS,
  IMAGE_STATUSES,
  OS_TYPES,
  OWNERS,
} from '../image/words';
import type { Fields, ObjectType } from './field';

const disk: ObjectType = {
  name: 'ImageDisk',
  doc: 'A disk that an instance started from the image gets.',
  fields: {
    usage: { type: 'string', doc: '`system` or `data`.', values: ['system', 'data'] },
    device: { type: 'string', doc: 'Device name as the cloud gives it, such as `/dev/xvda`.' },
    sizeGiB: { type: 'number', doc: 'Size. 1 GiB is 1024³ bytes.' },
    snapshotId: { type: 'string', doc: 'The snapshot the disk is made from.' },
    format: { type: 'string', doc: 'Format of the image file, such as `qcow2`.' },
  },
};

/** Every field of an image. What a cloud does not say is absent, never a made-up value. */
export const IMAGE_FIELDS = {
  cloud: { type: 'string', doc: 'The cloud.', values: CLOUD_IDS, required: true },
  region: {
    type: 'string',
    doc: 'The region, or the availability zone for zenlayercloud.',
    required: true,
  },
  target: { type: 'string', doc: '`cloud/region`, as queries write it.', required: true },
  id: { type: 'string', doc: 'The native id that instance resources take.', required: true },
  name: { type: 'string', doc: 'The name. Empty where the image has none.', required: true },
  description: { type: 'string', doc: 'The description.' },
  osType: { type: 'string', doc: 'Kind of operating system.', values: OS_TYPES },
  distro: { type: 'string', doc: 'The distribution’s normalized word, such as `ubuntu`.' },
  osVersion: { type: 'string', doc: 'The OS version, such as `22.04`, `2012 R2` or `15 SP5`.' },
  osName: { type: 'string', doc: 'The OS name in the cloud’s own words.' },
  architecture: { type: 'string', doc: 'Processor architecture.', values: ARCHITECTURES },
  bootMode: { type: 'string', doc: 'How it boots.', values: BOOT_MODES },
  language: {
    type: 'string',
    doc: 'The language of a Windows image, as an ISO 639-1 code such as `en`.',
  },
  edition: {
    type: 'string',
    doc: 'The edition of a Windows image, such as `datacenter` or `standard`.',
  },
  variant: {
    type: 'string',
    doc: '`base` for the plain OS image, else what was added: `gpu`, `database`, `container`, `pro`, `hardened` and so on. Absent where the names do not tell an OS.',
  },
  owner: { type: 'string', doc: 'Who stands behind it.', values: OWNERS },
  ownerId: { type: 'string', doc: 'The account of the owner, where the API reports it.' },
  status: { type: 'string', doc: 'Whether it can be used.', values: IMAGE_STATUSES },
  deprecated: { type: 'boolean', doc: 'Whether the owner withdrew it from new use.' },
  deprecatedAt: { type: 'string', doc: 'Since when. RFC 3339 instant in UTC.' },
  createdAt: { type: 'string', doc: 'When it was created. RFC 3339 instant in UTC.' },
  buildDate: { type: 'string', doc: 'The build date in the id or name. `YYYY-MM-DD`.' },
  family: { type: 'string', doc: 'The image family.' },
  sizeGiB: { type: 'number', doc: 'Size of the image. 1 GiB is 1024³ bytes.' },
  minDiskGiB: { type: 'number', doc: 'The smallest system disk that it fits.' },
  cloudInit: { type: 'boolean', doc: 'Whether it supports cloud-init.' },
  loginUser: {
    type: 'string',
    doc: 'The user that the image is logged in with first, such as `root` or `ubuntu`. Public images only.',
  },
  tags: { type: { map: 'string' }, doc: 'Its tags.' },
  disks: { type: { list: { object: disk } }, doc: 'The disks that it brings.' },
  inferred: {
    type: { list: 'string' },
    doc: 'The fields that were read from a name or from a cloud’s documented habit and not from an API field.',
    required: true,
  },
  raw: {
    type: 'string',
    doc: 'The API’s own object as JSON text, so that nothing that a cloud says is lost.',
    required: true,
  },
} as const satisfies Fields;

/** The image as an object type. */
export const IMAGE_TYPE: ObjectType = {
  name: 'Image',
  doc: 'A machine image, described in the same words for every cloud.',
  fields: IMAGE_FIELDS,
};
