// Made from sdk/cdktn/check-query.ts by scripts/generate-cdktf.mjs. Do not edit.
/** Checks queries in synthesis, so that an invalid one does not wait for the plan. */
import { Token } from 'cdktf';
import type { Construct } from 'constructs';

/** Terraform's own arguments and a pin's triggers: everything that is not part of a query. */
export const NOT_QUERY: ReadonlySet<string> = new Set([
  ...['connection', 'count', 'dependsOn', 'forEach', 'lifecycle', 'provider', 'provisioners'],
  'candidate',
  'triggers',
]);

/** What the npm package `cloudimages` has for this. */
interface Checker {
  checkQuery(query: unknown): readonly {
    readonly path: readonly (string | number)[];
    readonly message: string;
  }[];
  printPath(path: readonly (string | number)[]): string;
}

/**
 * Makes every problem of a query an error of the synthesis, with its place and the provider's own
 * message. Values that are known only in the plan are checked there.
 *
 * Needs the npm package `cloudimages`, which also installs the provider. Without it nothing is
 * checked here, and the plan checks all of it.
 */
export function checkInSynthesis(construct: Construct, query: object): void {
  construct.node.addValidation({ validate: () => problemsOf(query) });
}

/** The problems of what is known of a query. None where the package `cloudimages` is not installed. */
export function problemsOf(query: object): string[] {
  const checker = loadChecker();
  if (checker === undefined) return [];
  const known = Object.entries(query).filter(
    ([name, value]) => !NOT_QUERY.has(name) && isKnown(value),
  );
  return checker
    .checkQuery(Object.fromEntries(known))
    .map(({ path, message }) => `${checker.printPath(path)}: ${message}`);
}

/** Whether a value holds no token and no expression of Terraform at any depth. */
export function isKnown(value: unknown): boolean {
  if (Token.isUnresolved(value)) return false;
  if (typeof value === 'string') return !/[$%]\{/.test(value);
  if (typeof value !== 'object' || value === null) return true;
  return Object.values(value).every(isKnown);
}

function loadChecker(): Checker | undefined {
  try {
    return require('cloudimages/check-query') as Checker;
  } catch (error) {
    const code: unknown = typeof error === 'object' && error !== null && Reflect.get(error, 'code');
    if (code === 'MODULE_NOT_FOUND' || code === 'ERR_PACKAGE_PATH_NOT_EXPORTED') return undefined;
    throw error;
  }
}
