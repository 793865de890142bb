/** What Tencent's two API generations have in common. */
import type { CredentialLink } from '../../credentials/chain';
import { environmentLink, unsupportedVariablesLink } from '../../credentials/environment-link';
import { explicitLink } from '../../credentials/explicit-link';
import { tccliProfileLink, tencentSdkProfileLink } from '../../credentials/tencent-profile-link';
import type { Image } from '../../image/answer.generated';
import type { Narrowing } from '../../source/source';
import type { CloudDefinition } from './cloud-definition';
import { text } from './field-readers';

/** Real answers say `arm`, which is the 64-bit one. */
export const TENCENT_ARCHITECTURE = {
  x86_64: 'x86_64',
  arm: 'arm64',
  arm64: 'arm64',
  i386: 'i386',
} as const;

/** USING and DELETING stand on no page; other clients of the service know them. */
export const TENCENT_STATUS = {
  NORMAL: 'available',
  USING: 'available',
  CREATING: 'pending',
  SYNCING: 'pending',
  IMPORTING: 'pending',
  CREATEFAILED: 'failed',
  IMPORTFAILED: 'failed',
  DELETING: 'failed',
} as const;

const NO_ROLES = 'Give the temporary keys of the role, with their token, in place of the role.';

/** Where Tencent's own tools look. The SDKs and Terraform name the token differently. */
export const TENCENT_CREDENTIALS: readonly CredentialLink[] = [
  explicitLink(),
  unsupportedVariablesLink(['TENCENTCLOUD_ASSUME_ROLE_ARN', 'TKE_ROLE_ARN'], NO_ROLES),
  environmentLink([
    {
      id: 'TENCENTCLOUD_SECRET_ID',
      secret: 'TENCENTCLOUD_SECRET_KEY',
      token: ['TENCENTCLOUD_SECURITY_TOKEN', 'TENCENTCLOUD_SESSION_TOKEN'],
    },
  ]),
  tccliProfileLink(),
  tencentSdkProfileLink(),
  unsupportedVariablesLink(['TENCENTCLOUD_CAM_ROLE_NAME'], NO_ROLES),
];

/** A filter of DescribeImages: the values of one are alternatives, several all hold. */
export interface TencentFilter {
  readonly Name: string;
  readonly Values: readonly string[];
}

/**
 * The filters by id and type. One id only: asked for several, the service answers a missing one
 * with an error that would hide the others.
 */
export function tencentFilters(
  { imageIds, owners }: Narrowing,
  ownerWords: Readonly<Record<string, NonNullable<Image['owner']>>>,
): readonly TencentFilter[] {
  const accounts = (owners ?? []).some((owner) => /^\d+$/.test(owner));
  const types = Object.entries(ownerWords)
    .filter(
      ([, owner]) =>
        owners === undefined ||
        owners.includes(owner) ||
        (accounts && (owner === 'self' || owner === 'shared')),
    )
    .map(([type]) => type);
  return [
    ...(imageIds?.length === 1 && imageIds.every(isImageId)
      ? [{ Name: 'image-id', Values: imageIds }]
      : []),
    // None of the cloud's words is asked for: a filter without values would be refused.
    ...(types.length === 0 ? [] : [{ Name: 'image-type', Values: types }]),
  ];
}

/** Anything else the service refuses as malformed, where it is only an id that no image has. */
function isImageId(id: string): boolean {
  return /^img-[0-9a-z]+$/.test(id);
}

/** The API has no OS type: Platform says Windows or FreeBSD, and everything else is Linux. */
export const settleTencent: CloudDefinition['settle'] = ({ read, raw }) => {
  const platform = text('Platform')(raw, () => undefined);
  if (platform === undefined) {
    return read.osType === undefined
      ? { fields: {}, inferred: [] }
      : { fields: { osType: read.osType }, inferred: ['osType'] };
  }
  const osType = /^windows/i.test(platform)
    ? 'windows'
    : /bsd/i.test(platform)
      ? 'bsd'
      : (read.osType ?? 'linux');
  return { fields: { osType }, inferred: ['osType'] };
};
