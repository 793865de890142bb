/** Keeps constructs of one framework out of the stacks of the other. */
import { TerraformStack } from 'cdktn';
import type { Construct } from 'constructs';

/** Under this symbol each class of either framework has its full name, such as `cdktn.TerraformStack`. */
const TYPE_INFORMATION = Symbol.for('jsii.rtti');

const FRAMEWORK = 'cdktn';

/**
 * The scope, if its stack belongs to this package's framework.
 *
 * A stack of the other framework would take the construct and fail in synthesis, for a method that
 * it does not have.
 *
 * @throws Error naming both packages if the stack belongs to the other framework
 */
export function ownScope(scope: Construct): Construct {
  const found = frameworkOf(TerraformStack.of(scope));
  if (found === undefined || found === FRAMEWORK) return scope;
  throw new Error(
    `The stack "${TerraformStack.of(scope).node.path}" is built with ${found}, but this construct comes from ` +
      `@cloudimages/${FRAMEWORK}. Import it from @cloudimages/${found}.`,
  );
}

function frameworkOf(stack: TerraformStack): string | undefined {
  const information: unknown = Reflect.get(stack.constructor, TYPE_INFORMATION);
  if (typeof information !== 'object' || information === null) return undefined;
  const name: unknown = Reflect.get(information, 'fqn');
  return typeof name === 'string' ? name.split('.')[0] : undefined;
}
