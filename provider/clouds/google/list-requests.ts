/** Which lists hold the images of a query: one per project, since images belong to projects. */
import { ImageError } from '../../errors/image-error';
import { OWNERS, type StatusCondition } from '../../image/words';
import type { Narrowing, Scope } from '../../source/source';
import type {
  IdRequest,
  ListedConditions,
  ListParameters,
  PageCall,
  Parameters,
} from '../definition/cloud-definition';
import { projectAndName } from './image';

/** The form of a project id, with a domain before it for projects of old organizations. */
export const PROJECT = /^([a-z][-a-z0-9.]*:)?[a-z][-a-z0-9]{4,28}[a-z0-9]$/;

/** The words of statuses; obsolete images count as failed, so that one is not narrowed. */
const STATE: Readonly<Partial<Record<StatusCondition, string>>> = {
  available: 'READY',
  pending: 'PENDING',
};

/** Stands for the caller's own project in a path. */
const OWN_PROJECT = '{own}';

/** The own project first. No word for other owners has a list here. */
export function listRequests(narrowing: Narrowing, scope: Scope): readonly ListParameters[] {
  const { owners = [] } = narrowing;
  // Accounts of other clouds may be among them.
  const projects = owners.filter((owner) => !isWord(owner) && PROJECT.test(owner));
  const parameters = filterOf(narrowing, scope);
  return [...(owners.includes('self') ? [OWN_PROJECT] : []), ...projects].map((project) => ({
    path: `/compute/v1/projects/${project}/global/images`,
    parameters,
  }));
}

function isWord(owner: string): boolean {
  return (OWNERS as readonly string[]).includes(owner);
}

/** An image by its self link, which is its path. */
export function byIds({ native = {} }: Scope): readonly IdRequest[] {
  // One image is requested by a path, which takes no filter.
  if (Object.keys(native).length > 0) return [];
  return [
    {
      most: 1,
      isId: (id) => projectAndName(id) !== undefined,
      list: ([id = '']) => {
        const { project, name } = projectAndName(id) ?? { project: '', name: '' };
        return { path: `/compute/v1/projects/${project}/global/images/${name}`, parameters: {} };
      },
    },
  ];
}

/**
 * The path of a request, with the caller's project in its place.
 *
 * @throws ImageError `invalid-configuration` where the project is not known
 */
export function pathOf({ path = '', accountId }: PageCall): string {
  if (!path.includes(OWN_PROJECT)) return path;
  if (accountId !== undefined) return path.replace(OWN_PROJECT, () => accountId);
  throw new ImageError(
    'invalid-configuration',
    'the own project is not known, so its images cannot be listed',
    {
      hint: 'Set `project` in the configuration or the environment variable GOOGLE_CLOUD_PROJECT; or ask for `owners: ["public"]` only.',
    },
  );
}

/** Images that others share are in their projects, and no list says in which. */
export function tooWide({ owners = [] }: ListedConditions): string | undefined {
  if (!owners.includes('shared')) return undefined;
  return 'owners "shared" does not say in which projects to look. Name the project ids in its place.';
}

/**
 * The two forms of filters cannot be mixed, so that a filter of the query's own goes alone. Only what
 * needs no quoting is narrowed; other families and labels belong to few images or none.
 */
function filterOf({ status, family, tags = {} }: Narrowing, { native = {} }: Scope): Parameters {
  const own = native['filter'];
  if (own !== undefined) return { filter: own };
  const state = status === undefined ? undefined : STATE[status];
  const fields = [
    ...(state === undefined ? [] : [['status', state] as const]),
    ...(family === undefined ? [] : [['family', family] as const]),
    ...Object.entries(tags)
      .filter(([key]) => /^[a-z][a-z0-9_]*$/.test(key))
      .map(([key, value]) => [`labels.${key}`, value] as const),
  ];
  const terms = fields
    .filter(([, value]) => /^[a-z0-9][-_a-z0-9]*$/.test(value) || value === state)
    .map(([name, value]) => `(${name} = "${value}")`);
  return terms.length === 0 ? {} : { filter: terms.join(' AND ') };
}
