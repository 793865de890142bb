/** Policies as plans and syntheses judge them from the lock: denied ids, owners and age. Pure. */

/** Rules for locked images. Absent: no rule. */
export interface Policies {
  readonly maxAge?: string | undefined;
  readonly minAge?: string | undefined;
  readonly deprecated?: 'warn' | 'fail' | undefined;
  readonly deniedIds?: readonly string[] | undefined;
  readonly owners?: readonly string[] | undefined;
  readonly stayOn?: 'release' | undefined;
}

/** What policies look at. An image of the lock has it. */
export interface JudgedImage {
  readonly id: string;
  readonly name?: string | undefined;
  readonly owner?: string | undefined;
  readonly ownerId?: string | undefined;
  /** RFC 3339. */
  readonly createdAt?: string | undefined;
  /** `yyyy-mm-dd`. */
  readonly buildDate?: string | undefined;
}

/** One rule that an image violates. */
export interface PolicyProblem {
  readonly rule: 'maxAge' | 'deprecated' | 'deniedIds' | 'owners';
  /** A clause about the image, such as `is 120 days old; maxAge is 90d`. */
  readonly message: string;
  /** Whether it fails a check, or is only a warning. */
  readonly fails: boolean;
}

const DAY_MS = 86_400_000;

/** The rules that an image violates, as far as the lock says. */
export function lockedProblems(
  image: JudgedImage,
  { deniedIds = [], owners, maxAge }: Policies,
  nowMs: number,
): readonly PolicyProblem[] {
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
  const limit = maxAge === undefined ? undefined : durationMs(maxAge);
  if (limit !== undefined) {
    const age = lockedAgeMs(image, nowMs);
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

/** The age of an image: since its creation, else since its build date. Milliseconds. */
export function lockedAgeMs(
  { createdAt, buildDate }: Pick<JudgedImage, 'createdAt' | 'buildDate'>,
  nowMs: number,
): number | undefined {
  const times = [createdAt, buildDate === undefined ? undefined : `${buildDate}T00:00:00Z`];
  const known = times
    .map((time) => (time === undefined ? Number.NaN : Date.parse(time)))
    .find((ms) => !Number.isNaN(ms));
  return known === undefined ? undefined : nowMs - known;
}

const UNIT_MS = { m: 60_000, h: 3_600_000, d: DAY_MS, w: 7 * DAY_MS } as const;

/** Milliseconds of a duration such as `7d`; undefined for anything else. */
function durationMs(text: string): number | undefined {
  const found = /^(\d{1,6})([mhdw])$/.exec(text);
  return found === null ? undefined : Number(found[1]) * UNIT_MS[found[2] as keyof typeof UNIT_MS];
}

/** Both policies at once: of each rule the stricter one, so that neither can relax the other. */
export function stricterOf(a: Policies, b: Policies): Policies {
  const deniedIds = [...new Set([...(a.deniedIds ?? []), ...(b.deniedIds ?? [])])];
  const deprecated = [a.deprecated, b.deprecated].includes('fail')
    ? 'fail'
    : (a.deprecated ?? b.deprecated);
  return {
    maxAge: extreme(a.maxAge, b.maxAge, Math.min),
    minAge: extreme(a.minAge, b.minAge, Math.max),
    deprecated,
    deniedIds: deniedIds.length === 0 ? undefined : deniedIds,
    owners:
      a.owners === undefined || b.owners === undefined
        ? (a.owners ?? b.owners)
        : a.owners.filter((owner) => b.owners?.includes(owner)),
    stayOn: a.stayOn ?? b.stayOn,
  };
}

function extreme(
  a: string | undefined,
  b: string | undefined,
  choose: (x: number, y: number) => number,
): string | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  const [x, y] = [durationMs(a) ?? 0, durationMs(b) ?? 0];
  return choose(x, y) === x ? a : b;
}

/** What plans and syntheses say about a locked image that violates a rule. */
export function printPolicyWarning(image: JudgedImage, { message }: PolicyProblem): string {
  return `${printLockedImage(image)} ${message}. Run \`cloudimages lock --update\`.`;
}

/** What they say about denied images. */
export function printDenied(
  denied: readonly (Pick<JudgedImage, 'id' | 'name'> & { readonly target: string })[],
): string {
  const named = denied.map((image) => `${printLockedImage(image)} in ${image.target}`);
  return `deniedIds denies ${named.join(', ')}`;
}

/** What to do about denied images. */
export const DENIED_HINT =
  'Run `cloudimages lock --update`, or name the id in CLOUDIMAGES_ALLOW_DENIED to use it all the same.';

/** The ids in `CLOUDIMAGES_ALLOW_DENIED`. */
export function readAllowedIds(variable: string | undefined): readonly string[] {
  return (variable ?? '').split(/[\s,]+/).filter(Boolean);
}

/** `m-1 (golden-1)`, or the id alone where there is no name, or where the name is the id. */
function printLockedImage({ id, name = '' }: Pick<JudgedImage, 'id' | 'name'>): string {
  return name === '' || name === id ? id : `${id} (${name})`;
}
