/** Problems of a query that only a cloud's tables show. */
import type { Issue } from '../../errors/image-error';
import { didYouMean } from '../../image/nearest';
import type { ImageAlternative } from '../../image/query.generated';
import type { Target } from '../../image/target';
import { printTarget } from '../../image/target';
import type { CloudDefinition, ListedConditions } from './cloud-definition';
import type { NativeParameter } from './native-parameters';
import { own } from './own';

/** The fields that an API may not support. */
const OPTIONAL_FIELDS = ['family', 'tags', 'instanceType', 'cloudInit'] as const;

/**
 * The conditions that this cloud's API does not support.
 *
 * @param path - where the conditions stand, for `anyOf`
 */
export function unsupportedBy(
  definition: CloudDefinition,
  conditions: ImageAlternative,
  target: string,
  path: Issue['path'] = [],
): readonly Issue[] {
  const { id, title, supports, instanceArchitecture } = definition;
  const { instanceType } = conditions;
  const unsupported = OPTIONAL_FIELDS.filter(
    (field) => conditions[field] !== undefined && !supports[field],
  ).map((field) => ({
    path: [...path, field],
    message: `The image API of ${target} (${title}) does not support filtering by ${field}. Remove ${id} from this query, or the condition.`,
  }));
  if (instanceType === undefined || instanceArchitecture === undefined) return unsupported;
  if (!supports.instanceType || instanceArchitecture(instanceType) !== undefined)
    return unsupported;
  const message = `The architecture of "${instanceType}" is not known at ${target} (${title}), and its image API does not filter by instance type. Use architecture in place of instanceType.`;
  return [...unsupported, { path: [...path, 'instanceType'], message }];
}

/** Whether a cloud has accounts of this form. */
export function isAccount({ accountForm = /^\d{4,20}$/ }: CloudDefinition, text: string): boolean {
  return accountForm.test(text);
}

/** Why the images of the owners cannot be listed as a whole in a target, and what to add. */
export function scopeIssue(
  definition: CloudDefinition,
  conditions: ListedConditions,
  target: Target,
): string | undefined {
  if (conditions.imageIds !== undefined) return undefined;
  const problem = definition.tooWide?.(conditions);
  return problem === undefined
    ? undefined
    : `${printTarget(target)} (${definition.title}): ${problem}`;
}

/** What is wrong with a target's second part, as far as the definition alone says. */
export function targetIssue(definition: CloudDefinition, region: string): string | undefined {
  if (definition.regions !== 'global' || region === 'global') return undefined;
  return `${definition.title} has no regions. Write ${definition.id}/global.`;
}

/**
 * What is wrong with the parameters that a query hands to this cloud's API as they are.
 *
 * @param owners - those of the query; undefined where it names none, `unknown` where they differ
 */
export function nativeProblems(
  definition: CloudDefinition,
  conditions: ImageAlternative,
  path: Issue['path'] = [],
  owners: readonly string[] | undefined | 'unknown' = conditions.owners,
): readonly Issue[] {
  const native = conditions.native?.[definition.id] ?? {};
  return Object.entries(native).flatMap(([name, value]) => {
    const message = nativeProblem(definition, name, value, { native, owners });
    return message === undefined
      ? []
      : [{ path: [...path, 'native', definition.id, name], message }];
  });
}

interface Surroundings {
  readonly native: Readonly<Record<string, string>>;
  readonly owners: readonly string[] | undefined | 'unknown';
}

function nativeProblem(
  definition: CloudDefinition,
  name: string,
  value: string,
  { native, owners }: Surroundings,
): string | undefined {
  const number = /\.(\d+)(?=\.|$)/.exec(name)?.[1];
  const row = name.replace(/\.\d+(?=\.|$)/g, '.N');
  const parameter = own(definition.native, row);
  if (parameter === undefined) {
    const known = usable(definition);
    return `${definition.title} has no parameter "${name}".${didYouMean(name, known)} It has ${known.join(', ')} (${definition.docs}).`;
  }
  if ('instead' in parameter) return `Use ${parameter.instead} in place of ${name}.`;
  if ('unneeded' in parameter) return `Remove ${name}: ${parameter.unneeded}.`;
  if (row.includes('.N') && (number === undefined || !/^[1-9]\d*$/.test(number))) {
    return `Write a number from 1 in place of "${number ?? 'N'}", such as ${row.replace('.N', '.1')}.`;
  }
  if (Number(number ?? 1) > (parameter.mostNumber ?? Infinity)) {
    return `The largest number in ${row} is ${parameter.mostNumber}.`;
  }
  const partner = parameter.needs?.replace('.N', `.${number}`);
  if (partner !== undefined && own(native, partner) === undefined) {
    return `${name} needs ${partner} beside it.`;
  }
  const { onlyForOwners } = parameter;
  if (onlyForOwners !== undefined && owners !== 'unknown') {
    const fits = owners !== undefined && owners.every((owner) => onlyForOwners.includes(owner));
    const words = onlyForOwners.map((owner) => `["${owner}"]`).join(' or ');
    if (!fits) return `The API takes ${name} only for these owners. Set \`owners\` to ${words}.`;
  }
  return valueProblem(parameter, value);
}

function valueProblem(
  parameter: Extract<NativeParameter, { readonly kind: string }>,
  value: string,
): string | undefined {
  const { kind, values, most = Infinity } = parameter;
  if (kind === 'boolean' && value !== 'true' && value !== 'false') {
    return `"${value}" must be true or false.`;
  }
  const words = kind === 'list' ? value.split(',') : [value];
  if (words.length > most) return `There are ${words.length} values, and the API takes ${most}.`;
  if (kind === 'list' && words.includes('')) return 'The list has an empty value.';
  const wrong = values && words.find((word) => !values.includes(word));
  return wrong === undefined ? undefined : `"${wrong}" is not one of ${values?.join(', ')}.`;
}

function usable({ native }: CloudDefinition): readonly string[] {
  return Object.entries(native).flatMap(([name, parameter]) => ('kind' in parameter ? [name] : []));
}
