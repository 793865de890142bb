/** The explanation of an answer as text: the funnel, the winner, the runner-up, the near misses. */
import type { TargetExplanation } from './answer.generated';

/** The explanation of all targets, in lines. Ends without a line break. */
export function printExplanation(targets: readonly TargetExplanation[]): string {
  return targets.map(printTargetExplanation).join('\n\n');
}

function printTargetExplanation(explanation: TargetExplanation): string {
  const { target, listed, steps, chosenId, chosenName, runnerUpId, runnerUpName } = explanation;
  const width = Math.max(0, ...steps.map((step) => step.condition.length));
  const counts = steps.map(({ condition, removed, unknown, left }) => {
    const notKnown = unknown === 0 ? '' : ` (${unknown} with no known value)`;
    return `  ${condition.padEnd(width)}  removed ${removed}${notKnown}, ${left} left`;
  });
  return [
    `${target}: ${listed === 1 ? '1 image' : `${listed} images`} listed`,
    ...counts,
    ...(chosenId === undefined
      ? ['  no match']
      : [
          `  chosen: ${named(chosenId, chosenName)}, newest by ${BASIS[explanation.basis ?? 'name']}`,
        ]),
    ...(runnerUpId === undefined
      ? []
      : [`  second: ${named(runnerUpId, runnerUpName)}; decided by: ${explanation.decidedBy}`]),
    ...explanation.hints.map((hint) => `  ${hint}`),
  ].join('\n');
}

const BASIS = {
  createdAt: 'creation time',
  buildDate: 'build date in id or name',
  version: 'OS version',
  name: 'name',
} as const;

function named(id: string, name: string | undefined): string {
  return name === undefined || name === '' || name === id ? id : `${id} (${name})`;
}
