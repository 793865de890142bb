/** The explanation of an answer as text: the defaults, the filter steps, the chosen image and the near misses. */
import type { AppliedDefault, ExplanationStep, TargetExplanation } from './answer.generated';
import { countImages, printImage } from './print-image';

/** The defaults, then each target, in lines. Ends without a line break. */
export function printExplanation(
  targets: readonly TargetExplanation[],
  defaults: readonly AppliedDefault[],
): string {
  return [printDefaults(defaults), ...targets.map(printTargetExplanation)]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** `defaults: owners(public), order(version), since ...`: one line per reason. */
function printDefaults(defaults: readonly AppliedDefault[]): string {
  const reasons = [...new Set(defaults.map(({ reason }) => reason))];
  return reasons
    .map((reason) => {
      const values = defaults
        .filter((applied) => applied.reason === reason)
        .map(({ field, value }) => `${field}(${value})`);
      return `defaults: ${values.join(', ')}, since ${reason}`;
    })
    .join('\n');
}

function printTargetExplanation(explanation: TargetExplanation): string {
  const { target, listed, listedAt, steps, chosenId, chosenName, runnerUpId, runnerUpName } =
    explanation;
  const conditions = steps.map(({ condition }) => cut(condition));
  const width = Math.max(0, ...conditions.map(({ length }) => length));
  return [
    `${target}: ${countImages(listed)} listed${listedAt === undefined ? '' : ` at ${listedAt}, from the cache`}`,
    ...steps.map((step, index) => `  ${conditions[index]?.padEnd(width)}  ${printStep(step)}`),
    ...(chosenId === undefined
      ? ['  no match']
      : [
          `  chosen: ${printImage({ id: chosenId, name: chosenName })}, ${BASIS[explanation.basis ?? 'name']}`,
        ]),
    ...(runnerUpId === undefined
      ? []
      : [
          `  second: ${printImage({ id: runnerUpId, name: runnerUpName })}; decided by: ${explanation.decidedBy}`,
        ]),
    ...explanation.hints.map((hint) => `  ${hint}`),
  ].join('\n');
}

/** A value of thousands of characters would fill every line, since the lines are aligned. */
const LONGEST_CONDITION = 200;

function cut(condition: string): string {
  return condition.length <= LONGEST_CONDITION
    ? condition
    : `${condition.slice(0, LONGEST_CONDITION - 1)}…`;
}

function printStep({ removed, unknown, left, byApi }: ExplanationStep): string {
  const why = byApi === true ? ' (applied by the API before listing)' : '';
  const notKnown = unknown === 0 ? '' : ` (${unknown} with no known value)`;
  return `removed ${removed}${why}${notKnown}, ${left} left`;
}

const BASIS = {
  createdAt: 'newest by creation time',
  buildDate: 'newest by build date in id or name',
  version: 'highest OS version',
  name: 'first by name',
} as const;
