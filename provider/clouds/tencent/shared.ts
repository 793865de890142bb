/** What Tencent's two API generations have in common. */
import { environmentLink, unsupportedVariablesLink } from '../../credentials/environment-link';
import { explicitLink } from '../../credentials/explicit-link';
import { tccliProfileLink, tencentSdkProfileLink } from '../../credentials/tencent-profile-link';
import type { Image } from '../../image/answer.generated';
import type { Narrowing, Scope } from '../../source/source';
import type { ListParameters, Parameters } from '../definition/api-operation';
import type { CloudConfiguration, IdRequest, InferenceFacts } from '../definition/cloud-definition';
import { text } from '../definition/field-readers';

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
export const TENCENT_CREDENTIALS = [
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

/** The credential fields of the configuration, named as in Tencent's Terraform provider. */
export const TENCENT_CREDENTIAL_FIELDS = {
  secretId: { doc: 'Secret id.', part: 'id' },
  secretKey: { doc: 'Secret key.', part: 'secret' },
  securityToken: { doc: 'STS token.', part: 'token' },
} as const satisfies CloudConfiguration['credentials'];

/** The most filters in one request, and the most values in one filter. */
export const MAX_FILTERS = 10;
export const MAX_FILTER_VALUES = 5;

/** A filter of DescribeImages: the values of one are alternatives, several all hold. */
export interface TencentFilter {
  readonly Name: string;
  readonly Values: readonly string[];
}

/**
 * The filter by type: an owner that the query does not allow is never listed.
 *
 * The API has no filter by operating system, architecture or state, so nothing else narrows.
 */
export function tencentOwnerFilters(
  { owners }: Narrowing,
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
  // Where none of the cloud's words is meant, a filter without values would be refused.
  return types.length === 0 ? [] : [{ Name: 'image-type', Values: types }];
}

/** The filters that a query gives natively. */
export function nativeFilters({ native }: Scope): readonly TencentFilter[] {
  return Object.entries(native ?? {}).map(([Name, values]) => ({
    Name,
    Values: values.split(','),
  }));
}

/**
 * Requests by id. `ImageIds` and `Filters` cannot be combined
 * (InvalidParameter.InvalidParameterCoexistImageIdsFilters), so native filters need a listing.
 */
export function tencentByIds(scope: Scope): readonly IdRequest[] {
  if (nativeFilters(scope).length > 0) return [];
  return [{ most: MAX_ROWS, isId, list: (ids) => withInstanceType(scope, { ImageIds: ids }) }];
}

/** The largest Limit. */
export const MAX_ROWS = 100;

/** Anything else is refused as malformed, where it is only an id that no image has. */
export function isId(id: string): boolean {
  return /^img-[0-9a-z]+$/.test(id);
}

export function withInstanceType({ instanceType }: Scope, parameters: Parameters): ListParameters {
  return {
    parameters: {
      ...parameters,
      ...(instanceType === undefined ? {} : { InstanceType: instanceType }),
    },
  };
}

const readPlatform = text('Platform');

/**
 * The API has no field for the OS type. `Platform` says Windows or FreeBSD where it is not Linux,
 * and the Terraform provider reads it so; an image without a Platform has only its names.
 *
 * @see https://www.tencentcloud.com/document/api/213/15753#Image
 */
export function tencentOsType({ names, raw }: InferenceFacts): Pick<Image, 'osType'> {
  const platform = readPlatform(raw, () => undefined);
  if (platform === undefined) return {};
  if (/^windows/i.test(platform)) return { osType: 'windows' };
  if (/bsd/i.test(platform)) return { osType: 'bsd' };
  return { osType: names.osType ?? 'linux' };
}
