/**
 * Stands in for a cloud's own Terraform provider, which cannot be had offline: a process that serves
 * one kind of instance, with the arguments that the examples give it. Nothing is ever started.
 *
 * Its one argument is the cloud.
 */
import { UNKNOWN } from '../../../provider/terraform/cty/value';
import { main } from '../../../provider/terraform/main';
import type { Attribute } from '../../../provider/terraform/schema/attribute';
import type { ManagedResource } from '../../../provider/terraform/server/parts';
import type { TerraformProvider } from '../../../provider/terraform/provider';
import { createService } from '../../../provider/terraform/service';
import { createPluginServer } from '../../../provider/terraform/wire/plugin-server';

const argument = (name: string, type: Attribute['type'] = 'string'): Attribute => ({
  name,
  type,
  mode: 'optional',
  sensitive: false,
  description: '',
});

/** Arguments of `alicloud_instance` and `tencentcloud_instance`, of those that there are. */
const ARGUMENTS: Readonly<Record<string, readonly Attribute[]>> = {
  alicloud: [
    argument('image_id'),
    argument('instance_type'),
    argument('security_groups', { list: 'string' }),
    argument('vswitch_id'),
  ],
  tencentcloud: [argument('availability_zone'), argument('image_id'), argument('instance_type')],
};

const instance = (attributes: readonly Attribute[]): ManagedResource => ({
  schema: {
    version: 0,
    description: '',
    attributes: [{ ...argument('id'), mode: 'computed' }, ...attributes],
  },
  validate: async () => [],
  read: async (value) => ({ value, diagnostics: [] }),
  plan: async ({ prior, planned }) => ({
    value: prior === null ? { ...planned, id: UNKNOWN } : planned,
    diagnostics: [],
  }),
  apply: async ({ planned }) => ({
    value: planned === null ? null : { ...planned, id: 'i-0' },
    diagnostics: [],
  }),
  importState: async () => ({ value: null, diagnostics: [] }),
});

function standIn(cloud: string): TerraformProvider {
  return {
    schema: { version: 0, description: '', attributes: [argument('region')] },
    dataSources: {},
    resources: { [`${cloud}_instance`]: instance(ARGUMENTS[cloud] ?? []) },
    functions: {},
    validate: async () => [],
    configure: async () => [],
    context: () => ({
      configured: { unknownArguments: [] },
      signal: new AbortController().signal,
    }),
    stop: () => undefined,
  };
}

void main(({ log, onShutdown }) =>
  createPluginServer(createService(standIn(process.argv[2] ?? ''), log), onShutdown),
);
