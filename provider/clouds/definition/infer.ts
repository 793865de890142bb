/**
 * What an API leaves open, in one place for all clouds: read from the names, and listed as inferred.
 * A value that the API reports wins over the name, unless the cloud's file says otherwise.
 */
import type { Image } from '../../image/answer.generated';
import { loginUserOf } from '../../image/login-user';
import type { CloudDefinition, InferenceFacts } from './cloud-definition';

/** The fields that names can tell. */
const FROM_NAMES = [
  'distro',
  'osVersion',
  'osType',
  'architecture',
  'bootMode',
  'language',
  'edition',
  'variant',
  'buildDate',
] as const satisfies readonly (keyof Image)[];

/**
 * The fields that the API left open or has wrong, and their names, sorted.
 *
 * @param unreadable - fields that the API reports in words that are not known: not left open
 */
export function infer(
  { id, infer: exceptions }: Pick<CloudDefinition, 'id' | 'infer'>,
  facts: InferenceFacts,
  unreadable: ReadonlySet<string>,
): { readonly fields: Partial<Image>; readonly inferred: readonly string[] } {
  const { image } = facts;
  const names: Partial<Image> = facts.names;
  const fields: Record<string, unknown> = {};
  for (const field of FROM_NAMES) {
    const isOpen = image[field] === undefined && !unreadable.has(field);
    if (isOpen && names[field] !== undefined) fields[field] = names[field];
  }
  Object.assign(fields, exceptions?.(facts));
  const { owner, distro, osType }: Partial<Image> = { ...image, ...fields };
  // Of other people's images nobody knows the user.
  const loginUser = owner === 'public' ? loginUserOf(id, distro, osType) : undefined;
  if (loginUser !== undefined) fields['loginUser'] = loginUser;
  return { fields, inferred: Object.keys(fields).toSorted() };
}
