/** A name in place of a query. */
import { problemsError } from '../errors/problems';
import { didYouMean } from '../image/nearest';
import { BESIDE_NAME } from '../image/query';
import type { Project } from './project-file';

/** Named queries, and the file that has them. */
export type NamedQueries = Pick<Project, 'file' | 'images'>;

/** A query whose name, if it had one, was replaced by what it means. */
export interface ExpandedQuery {
  readonly name: string | undefined;
  readonly query: unknown;
}

/** Whether a query is asked for by its name. */
export function isNamedQuery(input: unknown): boolean {
  return typeof input === 'object' && input !== null && 'query' in input && input.query !== null;
}

/**
 * Replaces `{ query: 'web' }` by the named query. Anything else is returned as it is.
 *
 * @throws ImageError `invalid-query` for an unknown name, or other fields beside it than `targets`
 */
export function expandNamedQuery(input: unknown, project: NamedQueries | undefined): ExpandedQuery {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    return { name: undefined, query: input };
  }
  const { query: name, ...others } = input as Readonly<Record<string, unknown>>;
  if (name === undefined || name === null) return { name: undefined, query: others };

  const beside = Object.entries(others).filter(
    ([field, value]) => field !== 'targets' && value !== undefined && value !== null,
  );
  const named = typeof name === 'string' ? project?.images.get(name) : undefined;
  const issues = [
    ...beside.map(([field]) => ({
      path: [field],
      message: BESIDE_NAME,
    })),
    ...(named === undefined ? [{ path: ['query'], message: unknownName(name, project) }] : []),
  ];
  if (named === undefined || issues.length > 0) {
    throw problemsError('invalid-query', 'the query', issues);
  }
  const { targets } = others;
  const hasTargets = targets !== undefined && targets !== null;
  return {
    name: name as string,
    query: hasTargets ? { ...named.query, targets } : named.query,
  };
}

function unknownName(name: unknown, project: NamedQueries | undefined): string {
  if (typeof name !== 'string') return 'must be a string: the name of a query in cloudimages.json.';
  if (project === undefined) {
    return `"${name}" is the name of a query, but there is neither a cloudimages.json in this folder or above it nor a lock file with that name.`;
  }
  const names = [...project.images.keys()];
  const known = names.length === 0 ? 'It has no images.' : `It has ${names.join(', ')}.`;
  return `"${name}" is not an image of ${project.file}.${didYouMean(name, names)} ${known}`;
}
