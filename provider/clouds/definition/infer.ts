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

/** An image while it is read: made step by step, since spreading objects takes most of the time. */
export type ImageDraft = { -readonly [Field in keyof Image]?: Image[Field] };

/**
 * Fills in the fields that the API left open or has wrong.
 *
 * @param unreadable - fields that the API reports in words that are not known: not left open
 * @returns the names of those fields, sorted
 */
export function infer(
  { id, infer: exceptions }: Pick<CloudDefinition, 'id' | 'infer'>,
  facts: InferenceFacts & { readonly image: ImageDraft },
  unreadable: ReadonlySet<string>,
): readonly string[] {
  const { image } = facts;
  const inferred = new Set<string>();
  const fill = (field: keyof Image, value: unknown): void => {
    inferred.add(field);
    (image as Record<string, unknown>)[field] = value;
  };
  // Before anything is filled in: they see what the API reported.
  const excepted = exceptions?.(facts) ?? {};
  const names: Partial<Image> = facts.names;
  for (const field of FROM_NAMES) {
    const isOpen = image[field] === undefined && !unreadable.has(field);
    if (isOpen && names[field] !== undefined) fill(field, names[field]);
  }
  for (const [field, value] of Object.entries(excepted)) {
    if (value !== undefined) fill(field as keyof Image, value);
    else {
      inferred.delete(field);
      delete image[field as keyof Image];
    }
  }
  // Of other people's images nobody knows the user.
  const { owner, distro, osType } = image;
  const loginUser = owner === 'public' ? loginUserOf(id, distro, osType) : undefined;
  if (loginUser !== undefined) fill('loginUser', loginUser);
  return [...inferred].sort();
}
