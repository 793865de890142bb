/** Mistakes in a query that only a cloud's tables show. */
import type { Issue } from '../../errors/image-error';
import { didYouMean } from '../../image/nearest';
import type { ImageAlternative } from '../../image/query.generated';
import type { CloudDefinition, NativeParameter } from './cloud-definition';

/** Which field asks for what an API may not tell. */
const ASKS = ['family', 'tags', 'instanceType', 'cloudInit'] as const;

/**
 * The conditions that this cloud's API cannot judge: they could only be ignored.
 *
 * @param path - where the conditions stand, for `anyOf`
 */
export function unansweredBy(
  definition: CloudDefinition,
  conditions: ImageAlternative,
  target: string,
  path: Issue['path'] = [],
): readonly Issue[] {
  return ASKS.filter((field) => conditions[field] !== undefined && !definition.answers[field]).map(
    (field) => ({
      path: [...path, field],
      message: `The image API of ${target} (${definition.title}) does not tell ${field}, so the condition could only be ignored. Leave ${definition.id} out of this query, or the condition.`,
    }),
  );
}

/** What is wrong with the parameters that a query hands to this cloud's API as they are. */
export function nativeMistakes(
  definition: CloudDefinition,
  conditions: ImageAlternative,
  path: Issue['path'] = [],
): readonly Issue[] {
  return Object.entries(conditions.native?.[definition.id] ?? {}).flatMap(([name, value]) => {
    const message = nativeMistake(definition, name, value);
    return message === undefined
      ? []
      : [{ path: [...path, 'native', definition.id, name], message }];
  });
}

function nativeMistake(
  definition: CloudDefinition,
  name: string,
  value: string,
): string | undefined {
  const row = name.replace(/\.\d+(?=\.|$)/g, '.N');
  const parameter = Object.hasOwn(definition.native, row) ? definition.native[row] : undefined;
  if (parameter === undefined) {
    const known = usable(definition);
    return `${definition.title} has no parameter "${name}".${didYouMean(name, known)} It has ${known.join(', ')} (${definition.docs}).`;
  }
  if ('instead' in parameter) return `Use ${parameter.instead} in place of ${name}.`;
  if ('unneeded' in parameter) return `Leave ${name} out: ${parameter.unneeded}.`;
  if (parameter.kind === 'boolean' && value !== 'true' && value !== 'false') {
    return `"${value}" is neither true nor false.`;
  }
  const words = parameter.kind === 'list' ? value.split(',') : [value];
  const wrong = words.find((word) => parameter.values?.includes(word) === false);
  if (wrong !== undefined) {
    return `"${wrong}" is not one of ${parameter.values?.join(', ')}.`;
  }
  return undefined;
}

function usable({ native }: CloudDefinition): readonly string[] {
  const isUsable = (parameter: NativeParameter): boolean => 'kind' in parameter;
  return Object.keys(native).filter((name) => native[name] !== undefined && isUsable(native[name]));
}
