/** Checks every locked id with its cloud. The text of the lock proves nothing. */
import type { LockedImage, PlainQuery, Policies } from '@cloudimages/lock';
import type { Image } from '../image/answer.generated';
import type { CloudTables } from '../image/cloud-tables';
import { conditionsIn, conditionsOf } from '../image/conditions';
import { criteriaOf, type Criteria } from '../image/criteria';
import type { CallOptions, Engine } from '../look-up/engine';
import { hasDigest } from './digest';
import { policyProblems } from './policies';
import type { EntryGroup } from './selection';
import { UNNAMED_SCOPE } from './scope';

/** One problem of a locked image, or of its entry. */
export interface VerifyProblem {
  readonly query: string;
  readonly scope: string;
  readonly target: string;
  readonly id: string;
  readonly message: string;
  /** Whether it fails the check, or is only a warning. */
  readonly fails: boolean;
}

/** What to verify with. */
export interface VerifyOptions extends CallOptions {
  readonly tables: CloudTables;
  readonly policies: Policies;
  readonly nowMs: number;
  readonly simulated: boolean;
}

/** Verifies the entries of one query in one scope. */
export async function verifyGroup(
  engine: Engine,
  group: EntryGroup,
  options: VerifyOptions,
): Promise<readonly VerifyProblem[]> {
  const { key, query, scope, entries } = group;
  const checked = await Promise.all(
    [...entries].flatMap(([target, { images, anyOfIndex, simulated }]) =>
      images.map(async (locked): Promise<readonly VerifyProblem[]> => {
        const about = { query: key, scope, target, id: locked.id };
        const problem = (message: string, fails = true): VerifyProblem => ({
          ...about,
          message,
          fails,
        });
        const ofEntry = [
          ...(scope === UNNAMED_SCOPE
            ? [problem('is locked without a scope, and its query depends on the account')]
            : []),
          ...(simulated === true && !options.simulated
            ? [problem('is an image of the simulator')]
            : []),
        ];
        const criteria = criteriaOf(query, options.tables)[anyOfIndex ?? 0];
        if (criteria === undefined)
          return [...ofEntry, problem('is of an alternative that the query does not have')];
        const image = await engine.findImage(target, locked.id, options);
        if (image === undefined) return [...ofEntry, problem('does not exist')];
        const found = await problemsOf(engine, image, locked, criteria, options);
        return [...ofEntry, ...found.map(({ message, fails }) => problem(message, fails))];
      }),
    ),
  );
  return checked.flat();
}

async function problemsOf(
  engine: Engine,
  image: Image,
  locked: LockedImage,
  criteria: Criteria,
  options: VerifyOptions,
): Promise<readonly Pick<VerifyProblem, 'message' | 'fails'>[]> {
  const digest = hasDigest(image, locked.digest)
    ? []
    : [{ message: 'is not the image that was locked: its digest differs', fails: true }];
  const conditions = failedConditions(image, criteria, options.nowMs);
  const scoped = await passesScope(engine, image, criteria, options);
  return [
    ...digest,
    ...[...conditions, ...scoped].map((label) => ({
      message: `does not pass ${label}`,
      fails: true,
    })),
    ...policyProblems(image, options.policies, options.nowMs),
  ];
}

/** The conditions that an image does not pass. Whether it may be deprecated is for the policies. */
export function failedConditions(
  image: Image,
  criteria: Criteria,
  nowMs: number,
): readonly string[] {
  const conditions = conditionsOf({ ...criteria, includeDeprecated: true }, nowMs);
  return [...conditions, ...conditionsIn(criteria, image)]
    .filter((condition) => condition.test(image) !== 'pass')
    .map(({ label }) => label);
}

/** What only the API can judge: it is asked for this one id. */
async function passesScope(
  engine: Engine,
  image: Image,
  { instanceType, native }: Criteria,
  options: CallOptions,
): Promise<readonly string[]> {
  const own = native?.[image.cloud];
  if (instanceType === undefined && own === undefined) return [];
  const query: PlainQuery = {
    ...{ targets: [image.target], imageIds: [image.id], status: 'any', optional: true },
    ...(instanceType === undefined ? {} : { instanceType }),
    ...(own === undefined ? {} : { native: { [image.cloud]: own } }),
  };
  const { ids } = await engine.getImages(query, options);
  if (ids.includes(image.id)) return [];
  return [
    ...(instanceType === undefined ? [] : [`instanceType(${instanceType})`]),
    ...(own === undefined ? [] : [`native(${Object.keys(own).join(', ')})`]),
  ];
}
