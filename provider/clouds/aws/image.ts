/** Readers of EC2's image object that are more than a field and its words. */
import type { Image, ImageDisk } from '../../image/answer.generated';
import type { OsType, Owner } from '../../image/words';
import type {
  FieldFromNames,
  InferenceFacts,
  StartRequirement,
} from '../definition/cloud-definition';
import {
  boolean,
  gibibytes,
  listAt,
  plainString,
  text,
  type RawImage,
  type Report,
} from '../definition/field-readers';
import { omitAbsent } from '../definition/omit-absent';

/**
 * The alias of the Marketplace is the Marketplace's own. The alias `amazon` decides nothing: the
 * table of publishers does. The account's own images are known by their list.
 */
export function ownerOf(raw: RawImage, report: Report): Owner | undefined {
  if (text('imageOwnerAlias')(raw, report) === 'aws-marketplace') return 'marketplace';
  const isPublic = boolean('isPublic')(raw, report);
  return isPublic === undefined ? undefined : isPublic ? 'community' : 'shared';
}

/** `platform` has one word, `windows`. The other systems differ in `platformDetails` only. */
export function osTypeOf(raw: RawImage, report: Report): OsType | undefined {
  const platform = text('platform')(raw, report);
  const details = text('platformDetails')(raw, report);
  if (platform?.toLowerCase() === 'windows') return 'windows';
  return details === undefined ? undefined : /^windows/i.test(details) ? 'windows' : 'linux';
}

/** The size of the root volume: of disks without one (instance store), none is known. */
export function rootSize(raw: RawImage, report: Report): number | undefined {
  const root = text('rootDeviceName')(raw, report);
  const mapping = listAt(raw, 'blockDeviceMapping', report).find(
    ({ deviceName }) => deviceName === root,
  );
  return root === undefined || mapping === undefined
    ? undefined
    : gibibytes('ebs.volumeSize')(mapping, report);
}

/** The EBS volumes; entries such as `ephemeral0` are disks of the instance, and not of the image. */
export function disksOf(raw: RawImage, report: Report): readonly ImageDisk[] {
  const root = text('rootDeviceName')(raw, report);
  return listAt(raw, 'blockDeviceMapping', report)
    .filter((mapping) => mapping['ebs'] !== undefined)
    .map((mapping) =>
      omitAbsent<ImageDisk>({
        usage: mapping['deviceName'] === root ? 'system' : 'data',
        device: text('deviceName')(mapping, report),
        sizeGiB: gibibytes('ebs.volumeSize')(mapping, report),
        snapshotId: text('ebs.snapshotId')(mapping, report),
        format: undefined,
      }),
    );
}

/** What Canonical and Amazon call their images without the tools that people use, beside the usual ones. */
const MINIMAL = /^(?:ubuntu-minimal\/|(?:al\d+|amzn\d*)-ami-minimal-)/;

/**
 * - Minimal images are built on other days than the usual ones, and would be the newest at times.
 * - `platformDetails` says Linux/UNIX of FreeBSD and macOS too.
 * - Mac images have words of their own for their architecture: what a name says about it is not ours.
 * - An image without a boot mode starts in the default mode of its instance type.
 *   https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ami-boot.html
 */
export function inferImage({ image, names, raw }: InferenceFacts): {
  readonly [K in FieldFromNames]?: Image[K] | undefined;
} {
  const isMac = /_mac$/.test(plainString(raw['architecture']) ?? '');
  if (isMac) return { osType: 'other', architecture: undefined };
  const { architecture, bootMode, osType, name = '' } = image;
  return {
    ...(MINIMAL.test(name) && names.variant === 'base' ? { variant: 'minimal' } : {}),
    ...(names.osType === 'bsd' && osType === 'linux' ? { osType: 'bsd' } : {}),
    ...(architecture === undefined || bootMode !== undefined || raw['bootMode'] !== undefined
      ? {}
      : { bootMode: architecture === 'arm64' ? 'uefi' : 'bios' }),
  };
}

/** A subscription on AWS Marketplace, and the account's own Allowed AMIs. */
export function beforeStart(raw: RawImage): readonly StartRequirement[] {
  const codes = listAt(raw, 'productCodes', () => undefined).flatMap((entry) => {
    const code = plainString(entry['productCode']);
    return code === undefined ? [] : [code];
  });
  return [
    ...(codes.length === 0
      ? []
      : [
          {
            code: 'must-be-accepted',
            message: `has the product code ${codes.join(', ')}: an instance starts only after this account has subscribed to the product on AWS Marketplace and accepted its terms. The product may have a price.`,
          },
        ]),
    ...(plainString(raw['imageAllowed']) === 'false'
      ? [
          {
            code: 'not-allowed',
            message:
              'is not among the Allowed AMIs of this account. An instance cannot start from it where that setting is enforced.',
          },
        ]
      : []),
  ];
}
