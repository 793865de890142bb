/** Rules for locked images: what an image violates. Pure. */
import { lockedAgeMs, lockedProblems, type Policies, type PolicyProblem } from '@cloudimages/lock';
import type { Image } from '../image/answer.generated';
import { parseDuration } from '../image/instant';
import { releaseLine } from '../os-name/release-line';
import type { Project } from '../project/project-file';

/** What an image violates, deprecation included. Rules about updates (`minAge`, `stayOn`) are apart. */
export function policyProblems(
  image: Pick<Image, 'id' | 'owner' | 'ownerId' | 'createdAt' | 'buildDate' | 'deprecated'>,
  policies: Policies,
  nowMs: number,
): readonly PolicyProblem[] {
  const fails = policies.deprecated === 'fail';
  return [
    ...lockedProblems(image, policies, nowMs),
    ...(image.deprecated === true
      ? [{ rule: 'deprecated', message: 'is deprecated', fails } as const]
      : []),
  ];
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
  if (least !== undefined && !((lockedAgeMs(image, nowMs) ?? -1) >= least)) return false;
  if (stayOn !== 'release' || locked === undefined) return true;
  const line = releaseLine(locked.distro, locked.osVersion);
  return line !== undefined && releaseLine(image.distro, image.osVersion) === line;
}

/** The policies of a query: those of its name, else the shared ones. */
export function policiesOf(project: Project | undefined, name: string | undefined): Policies {
  if (project === undefined) return {};
  return (name === undefined ? undefined : project.images.get(name)?.policies) ?? project.policies;
}
