// Made from sdk/cdktn/judge-locked.ts by scripts/generate-cdktf.mjs. Do not edit.
/** Policies on ids that are taken from the lock in synthesis, in the words of the provider's plans. */
import path from 'node:path';
import {
  DENIED_HINT,
  lockedProblems,
  printDenied,
  printPolicyWarning,
  readAllowedIds,
  readRegularFile,
  stricterOf,
  type LockedImage,
  type Policies,
} from '@cloudimages/lock';
import { Annotations } from 'cdktf';
import type { Construct } from 'constructs';

/**
 * Warns about a locked image that is too old or of another owner. The framework's command line shows
 * the warnings of constructs.
 *
 * @param where - the construct, for errors
 * @param policies - of cloudimages.json. The file in `CLOUDIMAGES_POLICY` makes them stricter
 * @throws Error for an id that a policy denies
 */
export function judgeLocked(
  scope: Construct,
  where: string,
  image: LockedImage,
  target: string,
  policies: Policies,
): void {
  const allowed = readAllowedIds(process.env['CLOUDIMAGES_ALLOW_DENIED']);
  const rules = stricterOf(policies, outerPolicies());
  for (const problem of lockedProblems(image, rules, Date.now())) {
    if (problem.rule === 'deniedIds') {
      if (allowed.includes(image.id)) continue;
      throw new Error(`${where}: ${printDenied([{ ...image, target }])}. ${DENIED_HINT}`);
    }
    if (!problem.fails) continue;
    Annotations.of(scope).addWarning(`${where}: ${printPolicyWarning(image, problem)}`);
  }
}

/** @throws Error when the file is missing or not valid JSON */
function outerPolicies(): Policies {
  const file = process.env['CLOUDIMAGES_POLICY'];
  if (file === undefined || file === '') return {};
  const text = readRegularFile(path.resolve(file));
  if (text === undefined) throw new Error(`there is no policy file at ${file}`);
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as Policies;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`${file} is not valid JSON: ${reason}`);
  }
}
