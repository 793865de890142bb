// Made from sdk/cdktn/locked-image.ts by scripts/generate-cdktf.mjs. Do not edit.
/** `lockedImage`: the locked id of a named query, known in synthesis. */
import type { PlainQuery, Policies } from '@cloudimages/lock';
import type { Construct } from 'constructs';
import { isKnown, NOT_QUERY, problemsOf } from './check-query';
import { judgeLocked } from './judge-locked';
import { lockedTarget, PLACEHOLDER_ID, readProject, type Project } from './locked-query';
import { ownScope } from './own-scope';

/** Options of {@link lockedImage}. */
export interface LockedImageOptions {
  /** The label of the lock scope, such as `prod`. Default: `CLOUDIMAGES_LOCK_SCOPE`. */
  readonly lockScope?: string;
}

/**
 * The id that cloudimages.lock.json has for a query in cloudimages.json, as a plain string. Sends no
 * request, and needs no `CloudimagesProvider`.
 *
 * @param scope - the stack, or a construct in it
 * @param name - of the query in cloudimages.json
 * @param target - `cloud/region`. Default: the query's target, if it has one only
 * @throws Error when the query is not locked there, naming the command that locks it, and when a
 * policy denies the id. An image that is too old or of another owner is a warning. While
 * `cloudimages lock -- COMMAND` collects queries, a placeholder is returned.
 * @example
 * const imageId = lockedImage(this, 'web', 'alicloud/cn-hangzhou');
 */
export function lockedImage(
  scope: Construct,
  name: string,
  target?: string,
  { lockScope }: LockedImageOptions = {},
): string {
  const where = ownScope(scope).node.path;
  const query = { query: name, ...(target === undefined ? {} : { targets: [target] }) };
  return lockedId(scope, where, 'lockedImage', query, lockScope);
}

/**
 * The locked id of a query with one target.
 *
 * @param scope - gets the warnings
 * @param where - the construct, for errors
 * @param caller - the function that was called, for errors
 * @param config - the query, or `query` with the name of one
 */
export function lockedId(
  scope: Construct,
  where: string,
  caller: string,
  config: object,
  lockScope: string | undefined,
): string {
  const given = Object.fromEntries(
    Object.entries(config).filter(([name, value]) => !NOT_QUERY.has(name) && value !== undefined),
  );
  refuseUnknown(where, { ...given, ...(lockScope === undefined ? {} : { lockScope }) });
  const problems = problemsOf(given);
  if (problems.length > 0) throw new Error(problems.map((one) => `${where}: ${one}`).join('\n'));

  const project = readProject();
  const { query: name, targets: own, ...conditions } = given;
  const named = typeof name === 'string' ? namedQuery(where, name, project) : undefined;
  const { targets: ofName, policies: policiesOfName, ...query } = named ?? conditions;
  const targets = asList(own) ?? asList(ofName) ?? project.targets;
  const [target, ...others] = targets;
  if (target === undefined || others.length > 0) {
    const found = target === undefined ? 'no target' : `several targets: ${targets.join(', ')}`;
    throw new Error(
      `${where}: ${caller} needs one target, and the query has ${found}. Give one, such as "alicloud/cn-hangzhou".`,
    );
  }
  const question = {
    name: named === undefined ? undefined : String(name),
    query,
    target,
    lockScope,
  };
  const entry = lockedTarget(where, question);
  if (entry === undefined) return PLACEHOLDER_ID;
  const [image, ...more] = entry.images;
  if (image === undefined || more.length > 0) {
    throw new Error(
      `${where}: ${caller} needs one image, and the lock has ${entry.images.length} for this query in ${target}. ` +
        'Add `mostRecent: true` to the query to lock the newest.',
    );
  }
  const policies = {
    ...project.policies,
    ...(policiesOfName as Policies | undefined),
  };
  judgeLocked(scope, where, image, target, policies);
  return image.id;
}

/** A value that only the plan knows cannot be looked up in synthesis. */
function refuseUnknown(where: string, values: Readonly<Record<string, unknown>>): void {
  const unknown = Object.entries(values).filter(([, value]) => !isKnown(value));
  if (unknown.length === 0) return;
  throw new Error(
    unknown
      .map(
        ([name]) =>
          `${where}: "${name}" holds a token, whose value is known only in the plan. A locked image needs plain values. Use getImage without \`resolveAt\` here.`,
      )
      .join('\n'),
  );
}

function namedQuery(where: string, name: string, { file, images }: Project): PlainQuery {
  const found = Object.hasOwn(images, name) ? images[name] : undefined;
  if (found !== undefined) return found;
  const reason =
    file === undefined
      ? 'there is no cloudimages.json in this folder or above it'
      : `${file} has no such image. It has: ${Object.keys(images).join(', ') || 'none'}`;
  throw new Error(`${where}: "${name}" is not the name of a query: ${reason}.`);
}

function asList(value: unknown): readonly string[] | undefined {
  return Array.isArray(value) ? [...new Set(value.map(String))] : undefined;
}
