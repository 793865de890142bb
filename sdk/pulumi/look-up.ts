/** What both functions do around a resolver: configuration, warnings, errors, the echo. */
import * as pulumi from '@pulumi/pulumi';
import type { Configuration, ImageWarning } from 'cloudimages';
import { failureText } from 'cloudimages/pulumi';
import { configurationOf } from './configuration';
import { gate, type DependsOn } from './depends-on';
import type { Resolver, ResolveOptions } from './resolver';
import { resolverFor, warnOnce } from './session';
import type { ConfigurationInput, PlainArrays } from './types';

/** Options of the plain functions. */
export interface GetImagesOptions extends ResolveOptions {
  /** Takes precedence over the stack's configuration. */
  readonly configuration?: Configuration | undefined;
  /** Used in place of the clouds, for this call. See also `setResolver`. */
  readonly resolver?: Resolver | undefined;
}

/** Options of the functions that take and give outputs. */
export interface GetImagesOutputOptions extends ResolveOptions {
  /** Takes precedence over the stack's configuration. Its secrets do not make the answer a secret. */
  readonly configuration?: pulumi.Input<ConfigurationInput> | undefined;
  /** Used in place of the clouds, for this call. See also `setResolver`. */
  readonly resolver?: Resolver | undefined;
  /** Resources that have to exist before the look-up. Until then the answer is unknown. */
  readonly dependsOn?: DependsOn | undefined;
}

/**
 * Looks up, and shows the warnings of the answer.
 *
 * @throws pulumi.RunError with the whole message; `cause` is the ImageError
 */
export async function lookUp<
  A extends { readonly warnings: readonly ImageWarning[] },
  Q extends object,
>(
  ask: (resolver: Resolver, query: Q, options: ResolveOptions) => Promise<A>,
  args: Q,
  options: GetImagesOptions,
): Promise<Q & PlainArrays<A>> {
  try {
    const resolver = await resolverFor(options.resolver, () =>
      configurationOf(options.configuration),
    );
    const answer = await ask(resolver, args, { signal: options.signal });
    answer.warnings.forEach(({ message, target }) => {
      warnOnce(target === undefined ? message : `${target}: ${message}`);
    });
    // The arrays are plain ones, whatever their types say: they are made for this answer.
    return { ...args, ...(answer as PlainArrays<A>) };
  } catch (error) {
    throw asRunError(error);
  }
}

/**
 * The same over inputs: unknown in, unknown out; a secret argument makes a secret answer.
 *
 * @param ask - the plain function
 */
export function lookUpOutput<R>(
  ask: (args: object, options: GetImagesOptions) => Promise<R>,
  args: object,
  options: GetImagesOutputOptions,
): pulumi.Output<R> {
  const { configuration, dependsOn, ...others } = options;
  const settings = pulumi.unsecret(pulumi.output(configuration));
  return pulumi
    .all([pulumi.output(args), settings, gate(dependsOn)])
    .apply(([plain, own]) => ask(plain, { ...others, configuration: own }));
}

/** An error that Pulumi shows as it is, without the stack of this package. */
function asRunError(cause: unknown): pulumi.RunError {
  return Object.assign(new pulumi.RunError(failureText(cause)), { cause });
}
