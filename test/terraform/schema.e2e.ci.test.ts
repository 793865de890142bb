import { printSchemaJson } from '../../provider/terraform/schema-json';
import { createProvider } from '../../provider/terraform/provider';
import { HOSTS } from '../../provider/cli/terraform-package/source';
import { describeWithEngine } from '../engines/find';
import { ENGINE_TIMEOUT_MS, ENGINES, overriddenStack } from './harness/engines';
import { fakeParts } from './harness/fake-parts';

jest.setTimeout(ENGINE_TIMEOUT_MS);

describe.each(ENGINES)('%s', (name) => {
  describeWithEngine(name, 'the schema', (engine) => {
    test('is printed by the engine as it is made from the field table', async () => {
      const stack = overriddenStack(engine, { environment: {} }, '');
      const printed = await stack.run('providers', 'schema', '-json');
      stack.remove();
      const address = `${name === 'terraform' ? HOSTS.terraform : HOSTS.opentofu}/cloudimages/cloudimages`;
      const ours = printSchemaJson(address, createProvider(fakeParts()));
      expect(JSON.parse(printed.stdout).provider_schemas[address]).toEqual(
        JSON.parse(JSON.stringify(ours)).provider_schemas[address],
      );
    });
  });
});
