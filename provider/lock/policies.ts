/** Rules for locked images: what an image violates. Pure. */
import type { Image } from '../image/answer.generated';
import { instantOf, parseDuration } from '../image/instant';
import { releaseLine } from '../os-name/release-line';
import type { Policies, Project } from '../project/project-file';

export type { Policies } from '../project/project-file';

/** One rule that an image violates. */
export interface PolicyProblem {
  readonly rule: 'maxAge' | 'deprecated' | 'deniedIds' | 'owners';
  /** A clause about the image, such as `is 120 days old; maxAge is 90d`. */
  readonly message: string;
  /** Whether it fails a check, or is only a warning. */
  readonly fails: boolean;
}

const DAY_MS = 86_400_000;

/** What an image violates. Rules about updates (`minAge`, `stayOn`) are no part of this. */
export function policyProblems(
  image: Pick<Image, 'id' | 'owner' | 'ownerId' | 'createdAt' | 'buildDate' | 'deprecated'>,
  policies: Policies,
  nowMs: number,
): readonly PolicyProblem[] {
  const { deniedIds = [], owners, deprecated = 'warn', maxAge } = policies;
  const problems: PolicyProblem[] = [];
  if (deniedIds.includes(image.id)) {
    problems.push({ rule: 'deniedIds', message: 'is denied by deniedIds', fails: true });
  }
  if (owners !== undefined && !owners.some((one) => one === image.owner || one === image.ownerId)) {
    const owner = image.owner ?? 'unknown';
    const account = image.ownerId === undefined ? '' : ` (account ${image.ownerId})`;
    const message = `has the owner ${owner}${account}; allowed are ${owners.join(', ')}`;
    problems.push({ rule: 'owners', message, fails: true });
  }
  if (image.deprecated === true) {
    const fails = deprecated === 'fail';
    problems.push({ rule: 'deprecated', message: 'is deprecated', fails });
  }
  const limit = maxAge === undefined ? undefined : parseDuration(maxAge);
  if (limit !== undefined) {
    const age = ageMs(image, nowMs);
    if (age === undefined) {
      const message = `has an unknown age, so maxAge ${maxAge} cannot be checked`;
      problems.push({ rule: 'maxAge', message, fails: false });
    } else if (age > limit) {
      const message = `is ${Math.floor(age / DAY_MS)} days old; maxAge is ${maxAge}`;
      problems.push({ rule: 'maxAge', message, fails: true });
    }
  }
  return problems;
}

/** Whether an update may be offered: never a denied image or another owner's, and neither too young nor of another release. */
export function mayUpdateTo(
  image: Image,
  locked: Pick<Image, 'distro' | 'osVersion'> | undefined,
  policies: Policies,
  nowMs: number,
): boolean {
  const { minAge, stayOn } = policies;
  const barred = policyProblems(image, policies, nowMs).some(
    ({ rule }) => rule === 'deniedIds' || rule === 'owners',
  );
  if (barred) return false;
  const least = minAge === undefined ? undefined : parseDuration(minAge);
  if (least !== undefined && !((ageMs(image, nowMs) ?? -1) >= least)) return false;
  if (stayOn !== 'release' || locked === undefined) return true;
  const line = releaseLine(locked.distro, locked.osVersion);
  return line !== undefined && releaseLine(image.distro, image.osVersion) === line;
}

/** The age of an image. Undefined where its cloud reports no time. Milliseconds. */
export function ageMs(
  image: Pick<Image, 'createdAt' | 'buildDate'>,
  nowMs: number,
): number | undefined {
  const instant = instantOf(image);
  return instant === undefined ? undefined : nowMs - instant.ms;
}

/** The policies of a query: those of its name, else the shared ones. */
export function policiesOf(project: Project | undefined, name: string | undefined): Policies {
  if (project === undefined) return {};
  return (name === undefined ? undefined : project.images.get(name)?.policies) ?? project.policies;
}

/** Both policies at once: of each rule the stricter one, so that neither can relax the other. */
export function stricterOf(a: Policies, b: Policies): Policies {
  const { maxAge, minAge, owners } = {
    maxAge: extreme(a.maxAge, b.maxAge, Math.min),
    minAge: extreme(a.minAge, b.minAge, Math.max),
    owners:
      a.owners === undefined || b.owners === undefined
        ? (a.owners ?? b.owners)
        : a.owners.filter((owner) => b.owners?.includes(owner)),
  };
  const deniedIds = [...new Set([...(a.deniedIds ?? []), ...(b.deniedIds ?? [])])];
  const deprecated = [a.deprecated, b.deprecated].includes('fail')
    ? 'fail'
    : (a.deprecated ?? b.deprecated);
  return {
    maxAge,
    minAge,
    deprecated,
    deniedIds: deniedIds.length === 0 ? undefined : deniedIds,
    owners,
    stayOn: a.stayOn ?? b.stayOn,
  };
}

function extreme(
  a: string | undefined,
  b: string | undefined,
  choose: (x: number, y: number) => number,
): string | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  const [x, y] = [parseDuration(a) ?? 0, parseDuration(b) ?? 0];
  return choose(x, y) === x ? a : b;
}
