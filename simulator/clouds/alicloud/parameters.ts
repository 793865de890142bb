/** Parameters of ECS, refused in the vendor's words where they are not what the API takes. */
import { WireError } from '../../wire';
import type { World } from '../../world';
import { COMMON_PARAMETERS } from './call';

/** Query and form parameters together. */
export type Parameters = ReadonlyMap<string, string>;

/** Parameters that every action of ECS takes besides the common ones. */
const OWNER_PARAMETERS = ['OwnerAccount', 'OwnerId', 'ResourceOwnerAccount', 'ResourceOwnerId'];

/** Refuses a parameter that the action does not have. */
export function refuseUnknown(
  parameters: Parameters,
  known: readonly string[],
  numbered: RegExp = /^$/,
): void {
  const all = [...COMMON_PARAMETERS, ...OWNER_PARAMETERS, 'RegionId', ...known];
  const unknown = [...parameters.keys()].find(
    (name) => !all.includes(name) && !numbered.test(name),
  );
  if (unknown !== undefined) throw invalid(unknown);
}

/** A parameter that must be there. */
export function requireText(parameters: Parameters, name: string): string {
  const value = parameters.get(name);
  if (value === undefined || value === '') {
    throw new WireError(
      'MissingParameter',
      `The input parameter "${name}" that is mandatory for processing this request is not supplied.`,
      400,
    );
  }
  return value;
}

/** RegionId, which must be there and exist. */
export function requireRegion(world: World, parameters: Parameters): string {
  const regionId = requireText(parameters, 'RegionId');
  if (!world.regions('alicloud').includes(regionId)) {
    throw new WireError('InvalidRegionId.NotFound', 'The specified RegionId does not exist.', 404);
  }
  return regionId;
}

/** `true` or `false`; undefined where it is absent or empty. */
export function flag(parameters: Parameters, name: string): boolean | undefined {
  const value = parameters.get(name);
  if (value === undefined || value === '') return undefined;
  if (!/^(true|false)$/i.test(value)) throw invalid(name);
  return value.toLowerCase() === 'true';
}

/** A whole number from 1. */
export function integer(
  parameters: Parameters,
  name: string,
  { usual, largest }: { readonly usual: number; readonly largest: number },
): number {
  const value = parameters.get(name);
  if (value === undefined) return usual;
  const number = Number(value);
  if (!/^\d+$/.test(value) || number < 1 || number > largest) throw invalid(name);
  return number;
}

/** The error for a parameter that is unknown or has an impossible value. */
export function invalid(name: string): WireError {
  return new WireError('InvalidParameter', `The specified parameter "${name}" is not valid.`, 400);
}
