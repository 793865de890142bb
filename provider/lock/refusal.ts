/** Errors of queries that cannot be answered under the lock, each with the command that fixes it. */
import { ImageError } from '../errors/image-error';
import type { LockQuestion, LockRefusal } from './decide';

/** The error of a refusal. */
export function refusalError(
  refusal: LockRefusal,
  { name, query }: LockQuestion,
  { file }: { readonly file: string },
): ImageError {
  const what = name === undefined ? `the query ${JSON.stringify(query)}` : `the query "${name}"`;
  const fix = name === undefined ? 'cloudimages lock -- COMMAND' : `cloudimages lock ${name}`;
  switch (refusal.why) {
    case 'no-file':
      return new ImageError('not-locked', `there is no lock file at ${file}`, {
        hint: `Run \`${fix}\` where the clouds can be reached, and commit the file.`,
      });
    case 'unlocked':
      return new ImageError(
        'not-locked',
        `${what} is not locked in ${refusal.targets.join(', ')} (${file})`,
        { hint: `Run \`${fix}\` where the clouds can be reached, and commit the file.` },
      );
    case 'changed':
      return new ImageError(
        'not-locked',
        `${what} changed since it was locked in ${refusal.targets.join(', ')} (${file})`,
        { hint: `Run \`${fix}\` and review the change of the file.` },
      );
    case 'simulated':
      return new ImageError(
        'not-locked',
        `${what} is locked to images of the simulator in ${refusal.targets.join(', ')} (${file})`,
        { hint: `Run \`${fix.replace('lock', 'lock --update')}\` against the real clouds.` },
      );
  }
}
