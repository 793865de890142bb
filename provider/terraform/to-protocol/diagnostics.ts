/** Diagnostics for the wire. */
import {
  Severity,
  type AttributeStep,
  type Diagnostic as Wire,
} from '../protocol/provider.generated';
import type { Diagnostic, PathStep } from '../server/diagnostic';

export function toWireDiagnostics(diagnostics: readonly Diagnostic[]): Wire[] {
  return diagnostics.map(({ severity, summary, detail, path = [] }) => {
    const located = locatable(path);
    return {
      severity: severity === 'error' ? Severity.ERROR : Severity.WARNING,
      summary,
      detail: located.length === path.length ? detail : `${printPath(path)}: ${detail}`,
      attribute: located.length === 0 ? undefined : { steps: located.map(toStep) },
    };
  });
}

/**
 * As much of a path as Terraform finds a line for: an attribute, and one element in it. For anything
 * deeper it would show no more than the line of the whole block.
 */
function locatable([first, second]: readonly PathStep[]): readonly PathStep[] {
  if (first === undefined) return [];
  return second === undefined || 'attribute' in second ? [first] : [first, second];
}

/** `any_of[1].os_type`. */
function printPath(path: readonly PathStep[]): string {
  const text = path.map((step) => {
    if ('attribute' in step) return `.${step.attribute}`;
    return 'key' in step ? `["${step.key}"]` : `[${step.index}]`;
  });
  return text.join('').replace(/^\./, '');
}

function toStep(step: PathStep): AttributeStep {
  if ('attribute' in step) {
    return { selector: { $case: 'attributeName', attributeName: step.attribute } };
  }
  if ('key' in step) {
    return { selector: { $case: 'elementKeyString', elementKeyString: step.key } };
  }
  return { selector: { $case: 'elementKeyInt', elementKeyInt: step.index } };
}
