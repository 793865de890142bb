/** What has to exist before a function may run. */
import * as pulumi from '@pulumi/pulumi';

/** As in Pulumi's own options. */
export type DependsOn =
  pulumi.Input<pulumi.Input<pulumi.Resource>[]> | pulumi.Input<pulumi.Resource>;

/**
 * An output that is known when every resource exists: in the preview of a resource's creation it is
 * unknown. Carries the resources as dependencies. For a component its children count, since the
 * component itself creates nothing in a cloud.
 */
export function gate(dependsOn: DependsOn | undefined): pulumi.Output<unknown> {
  if (dependsOn === undefined) return pulumi.output(undefined);
  return pulumi.output(dependsOn).apply((resources) => {
    const list: readonly unknown[] = Array.isArray(resources) ? resources : [resources];
    return pulumi.all(list.map(whenReady));
  });
}

function whenReady(thing: unknown): pulumi.Output<unknown> {
  if (!pulumi.Resource.isInstance(thing)) {
    throw new pulumi.RunError('dependsOn was given something that is not a resource.');
  }
  if (pulumi.CustomResource.isInstance(thing)) return thing.id;
  // A component's children register while it is constructed; its data settles when that is done.
  // Both members are in every Pulumi version and in none of its types.
  const constructed = Promise.resolve(Reflect.get(thing, '__data')).then(() => undefined);
  return pulumi.output(constructed).apply(() => {
    const children: unknown = Reflect.get(thing, '__childResources');
    const list: readonly unknown[] = children instanceof Set ? [...children] : [];
    return pulumi.all([thing.urn, ...list.map(whenReady)]);
  });
}
