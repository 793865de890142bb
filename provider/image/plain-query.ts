/**
 * The one place that decides the defaults of `owners`, `variants` and `order`, and says why.
 *
 * A *plain query* asks for the plain OS image: it names a distribution or a version, and nothing
 * that only someone who knows certain images could know (ids, a family, tags). It gets the cloud's
 * own plain images, the highest version first. Any other query describes images that the user
 * knows, so the account's own images take part, and the newest comes first.
 */
import type { AppliedDefault } from './answer.generated';
import type { ImageAlternative } from './query.generated';
import type { Order, VariantCondition } from './words';

/** What holds where a query says nothing, and why. */
export interface Defaults {
  /** Undefined: any owner. */
  readonly owners: readonly string[] | undefined;
  readonly includeDeprecated: boolean;
  readonly variants: VariantCondition;
  readonly order: Order;
}

/** The values of the fields that a query leaves open. */
export interface DefaultedFields extends Defaults {
  /** Which of them are defaults, for the explanation. */
  readonly applied: readonly AppliedDefault[];
}

type Kind = { readonly defaults: Defaults; readonly reason: string };

const BY_ID: Defaults = {
  owners: undefined,
  includeDeprecated: true,
  variants: 'any',
  order: 'recent',
};
const PLAIN: Defaults = {
  owners: ['public'],
  includeDeprecated: false,
  variants: 'base',
  order: 'version',
};
const KNOWN: Defaults = {
  owners: ['public', 'self'],
  includeDeprecated: false,
  variants: 'any',
  order: 'recent',
};

/**
 * Fills in what a query leaves open. A condition on the name never widens the owners: it only lifts
 * the default of `variants`, since the name says which variant is meant.
 *
 * @param conditions - a query's conditions, or those of one `anyOf` entry merged over the query's
 */
export function fillDefaults(conditions: ImageAlternative): DefaultedFields {
  const { defaults, reason } = kindOf(conditions);
  const byName = conditions.name !== undefined || conditions.nameRegex !== undefined;
  const liftsVariants = byName && defaults.variants === 'base';
  const variants = liftsVariants ? 'any' : defaults.variants;

  const applied: AppliedDefault[] = [];
  const note = (field: keyof Defaults, value: string, why = reason): void => {
    if (conditions[field] === undefined) applied.push({ field, value, reason: why });
  };
  note('owners', defaults.owners?.join(', ') ?? 'any');
  // False is what everyone expects, so only the other default is worth a word.
  if (defaults.includeDeprecated) note('includeDeprecated', 'true');
  note(
    'variants',
    variants,
    liftsVariants ? 'the condition on the name says which variant is meant' : reason,
  );
  note('order', defaults.order);
  return {
    owners: conditions.owners ?? defaults.owners,
    includeDeprecated: conditions.includeDeprecated ?? defaults.includeDeprecated,
    variants: conditions.variants ?? variants,
    order: conditions.order ?? defaults.order,
    applied,
  };
}

function kindOf(conditions: ImageAlternative): Kind {
  const { imageIds, distro, osVersion, owners } = conditions;
  if (imageIds !== undefined) {
    return { defaults: BY_ID, reason: 'the query names its images by id' };
  }
  const os = [
    ...(distro === undefined ? [] : ['distro']),
    ...(osVersion === undefined ? [] : ['osVersion']),
  ];
  if (os.length === 0) {
    return { defaults: KNOWN, reason: 'the query names neither distro nor osVersion' };
  }
  const known = conditionOnKnownImages(conditions);
  if (known !== undefined) {
    return { defaults: KNOWN, reason: `the query has a condition on ${known}` };
  }
  if (owners !== undefined && !owners.includes('public')) {
    return { defaults: KNOWN, reason: 'owners does not include "public"' };
  }
  return {
    defaults: PLAIN,
    reason: `the query names ${os.join(' and ')}, so it asks for the plain OS image`,
  };
}

/** The condition by which a query shows that its author has certain images in mind. */
function conditionOnKnownImages({ family, tags, native }: ImageAlternative): string | undefined {
  if (family !== undefined) return 'family';
  if (tags !== undefined) return 'tags';
  for (const [cloud, parameters] of Object.entries(native ?? {})) {
    const found = Object.keys(parameters).find(namesImages);
    if (found !== undefined) return `native.${cloud}.${found}`;
  }
  return undefined;
}

/** Whether an API's own parameter is for names, families or tags: `ImageName`, `tag-key`, `Tag.1.key`. */
function namesImages(parameter: string): boolean {
  const words = parameter.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return /\b(name|family|tag)\b/.test(words);
}
