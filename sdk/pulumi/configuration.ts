/** The configuration of a call: its own over the stack's. The environment comes after both. */
import * as pulumi from '@pulumi/pulumi';
import { overlayConfiguration, PACKAGE_NAME, readConfiguration } from 'cloudimages/pulumi';

/** What a call was given, over the stack's configuration in the namespace `cloudimages`. */
export function configurationOf(own: unknown): unknown {
  const stack = new pulumi.Config(PACKAGE_NAME);
  return overlayConfiguration(
    own,
    readConfiguration((name) => stack.get(name)),
  );
}
