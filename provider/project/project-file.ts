/** Reads cloudimages.json: named queries and settings that all front ends share. */
import type { Policies } from '@cloudimages/lock';
import type { Issue } from '../errors/image-error';
import { ImageError } from '../errors/image-error';
import { problemsError } from '../errors/problems';
import { parseDuration } from '../image/instant';
import { checkQuery } from '../image/query';
import { checkFields } from '../schema/check-fields';
import { CONFIGURATION_FIELDS } from '../schema/configuration-fields';
import { POLICY_TYPE, PROJECT_FIELDS, QUERY_NAME } from '../schema/project-fields';

/** A query with a name. */
export interface NamedQuery {
  /** The query's fields, `targets` included. */
  readonly query: Readonly<Record<string, unknown>>;
  readonly policies: Policies;
}

/** What cloudimages.json says. */
export interface Project {
  readonly file: string;
  readonly targets: readonly string[];
  readonly images: ReadonlyMap<string, NamedQuery>;
  readonly lockRequired: boolean;
  readonly policies: Policies;
  readonly cache: ProjectCache;
}

/** How listings are cached between runs. */
export interface ProjectCache {
  readonly store?: 'file' | 'off' | undefined;
  readonly ttl?: string | undefined;
  readonly grace?: string | undefined;
}

const NAME = new RegExp(QUERY_NAME);

/** Fields that people look for here, and that only a trusted place may set. */
const TRUSTED_ONLY: ReadonlySet<string> = new Set([
  ...Object.keys(CONFIGURATION_FIELDS),
  ...['endpoint', 'endpoints', 'profile', 'profiles', 'credentials', 'proxy'],
]);

/**
 * Parses a project file.
 *
 * @param file - for messages
 * @throws ImageError `invalid-configuration` with every problem and its path
 */
export function parseProject(text: string, file: string): Project {
  const value = parseJson(text.replace(/^\uFEFF/, ''), file);
  const issues = projectIssues(value);
  if (issues.length > 0) throw problemsError('invalid-configuration', file, issues);
  // Every field was checked above.
  const { targets = [], images = {}, lock, policies = {}, cache = {} } = value as ProjectData;
  return {
    file,
    targets,
    images: new Map(
      Object.entries(images).map(([name, { policies: own, ...query }]) => [
        name,
        { query, policies: { ...policies, ...own } },
      ]),
    ),
    lockRequired: lock === 'required',
    policies,
    cache,
  };
}

/**
 * The policies that a file outside the repository holds: the fields of `policies` in cloudimages.json.
 *
 * @throws ImageError `invalid-configuration` with every problem and its path
 */
export function parsePolicies(text: string, file: string): Policies {
  const value = parseJson(text.replace(/^\uFEFF/, ''), file);
  const shape = [...checkFields(POLICY_TYPE.fields, value), ...nullIssues(value)];
  const issues = shape.length > 0 ? shape : policyIssues(value as Policies, []);
  if (issues.length > 0) throw problemsError('invalid-configuration', file, issues);
  return value as Policies;
}

interface ProjectData {
  readonly targets?: readonly string[];
  readonly images?: Readonly<
    Record<string, Readonly<Record<string, unknown>> & { readonly policies?: Policies }>
  >;
  readonly lock?: 'required';
  readonly policies?: Policies;
  readonly cache?: ProjectCache;
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ImageError('invalid-configuration', `${file} is not valid JSON: ${reason}`, {
      cause,
    });
  }
}

function projectIssues(value: unknown): readonly Issue[] {
  const shape = [
    ...checkFields(PROJECT_FIELDS, value).map((issue) => explainTrust(issue)),
    ...nullIssues(value),
  ];
  if (shape.length > 0) return shape;
  const { targets, images = {}, policies = {}, cache = {} } = value as ProjectData;
  const atTop = targets === undefined ? [] : checkQuery({ targets });
  const inImages = Object.entries(images).flatMap(([name, { policies: own = {}, ...query }]) => [
    ...(NAME.test(name)
      ? []
      : [
          {
            path: ['images', name],
            message: `"${name}" is not a valid name. Names have letters, digits, "-" and "_", and begin with a letter.`,
          },
        ]),
    ...checkQuery(query).map((issue) => ({ ...issue, path: ['images', name, ...issue.path] })),
    ...policyIssues(own, ['images', name, 'policies']),
  ]);
  return [
    ...atTop,
    ...inImages,
    ...policyIssues(policies, ['policies']),
    ...durationIssues({ ttl: cache.ttl, grace: cache.grace }, ['cache']),
  ];
}

/** Programs write null for what is not given. In a file it is an error, as the JSON Schema says. */
function nullIssues(value: unknown, path: Issue['path'] = []): readonly Issue[] {
  if (Array.isArray(value)) {
    return value.flatMap((member, index) => nullIssues(member, [...path, index]));
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]: [string, unknown]) =>
    member === null
      ? [{ path: [...path, name], message: 'must not be null. Omit the field.' }]
      : nullIssues(member, [...path, name]),
  );
}

/** A field that is known elsewhere gets the reason and the place where it belongs. */
function explainTrust(issue: Issue): Issue {
  const field = issue.path.at(-1);
  const isUnknownField = issue.path.length <= 1 && typeof field === 'string';
  if (!isUnknownField || Object.hasOwn(PROJECT_FIELDS, field) || !TRUSTED_ONLY.has(field)) {
    return issue;
  }
  const message =
    'is not allowed here, since this file comes with a repository and is not trusted. Set it in the provider block, the stack configuration, a flag or the environment.';
  return { path: issue.path, message };
}

function policyIssues({ maxAge, minAge }: Policies, path: Issue['path']): readonly Issue[] {
  return durationIssues({ maxAge, minAge }, path);
}

function durationIssues(
  fields: Readonly<Record<string, string | undefined>>,
  path: Issue['path'],
): readonly Issue[] {
  return Object.entries(fields).flatMap(([field, value]) => {
    if (value === undefined || parseDuration(value) !== undefined) return [];
    const message = `"${value}" is not a duration: a whole number and a unit (m, h, d, w), such as 7d.`;
    return [{ path: [...path, field], message }];
  });
}
