/** The shortest whole run of the provider under the real engines. The long ones are `*.e2e.ci.test.ts`. */
import { startSimulator, type Simulator } from '@cloudimages/simulator';
import { describeWithEngine } from '../engines/find';
import { CURRENT, NEWER, smallWorld } from './harness/catalog';
import { ENGINE_TIMEOUT_MS, ENGINES, overriddenStack } from './harness/engines';
import type { Stack } from './harness/stack';

jest.setTimeout(ENGINE_TIMEOUT_MS);

const QUERY = `
  targets      = ["alicloud/cn-hangzhou"]
  distro       = "ubuntu"
  os_version   = "22.04"
  architecture = "x86_64"
  most_recent  = true
`;

const CONFIGURATION = `
provider "cloudimages" {}
data "cloudimages_image" "newest" {${QUERY}}
resource "cloudimages_pinned_image" "pinned" {${QUERY}}
output "newest" { value = data.cloudimages_image.newest.id }
output "pinned" { value = cloudimages_pinned_image.pinned.image_id }
`;

describe.each(ENGINES)('%s', (name) => {
  describeWithEngine(name, 'a data source and a pin', (engine) => {
    let simulator: Simulator;
    let stack: Stack;

    beforeAll(async () => {
      simulator = await startSimulator({ world: smallWorld() });
      stack = overriddenStack(engine, simulator, CONFIGURATION);
    });
    afterAll(async () => {
      stack.remove();
      await simulator.close();
    });

    test('find the newest image, and the pin keeps it when a newer one appears', async () => {
      const applied = await stack.run('apply', '-no-color', '-auto-approve');
      expect(applied.text).toContain('1 added, 0 changed, 0 destroyed');
      expect(applied.text).toContain(`newest = "${CURRENT.id}"`);

      simulator.world.addImage(NEWER);
      const plan = await stack.run('plan', '-no-color');
      expect(plan.text.replace(/\s+/g, ' ')).toContain(`"${CURRENT.id}" -> "${NEWER.id}"`);
      expect(plan.text).not.toContain('cloudimages_pinned_image.pinned will be');
      expect(plan.code).toBe(0);
    });
  });
});
