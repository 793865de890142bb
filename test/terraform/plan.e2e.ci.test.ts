import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { startSimulator, type Simulator } from '@cloudimages/simulator';
import { describeWithEngine } from '../engines/find';
import { expectGolden } from '../golden/golden';
import { CURRENT, smallWorld } from './harness/catalog';
import { ENGINE_TIMEOUT_MS, ENGINES, overriddenStack, readable } from './harness/engines';
import { temporaryFolder, type Stack } from './harness/stack';

jest.setTimeout(ENGINE_TIMEOUT_MS);

describe.each(ENGINES)('%s', (name) => {
  describeWithEngine(name, 'a plan with data sources', (engine) => {
    let simulator: Simulator;
    let stack: Stack;

    beforeEach(async () => {
      simulator = await startSimulator({ world: smallWorld() });
    });
    afterEach(async () => {
      stack.remove();
      await simulator.close();
    });

    test('shows the ids that instances get', async () => {
      stack = overriddenStack(
        engine,
        simulator,
        `
provider "cloudimages" {
  targets = ["alicloud/cn-hangzhou"]
}

data "cloudimages_images" "everywhere" {
  targets     = ["alicloud/cn-hangzhou", "tencentcloud/ap-singapore"]
  distro      = "ubuntu"
  os_version  = "22.04"
  architecture = "x86_64"
  most_recent = true
}

data "cloudimages_image" "one" {
  name_regex  = "^ubuntu_22_04_x64_20G_alibase"
  architecture = "x86_64"
  most_recent = true
}

resource "terraform_data" "instance" {
  input = {
    image_id = data.cloudimages_image.one.id
    name     = data.cloudimages_image.one.image.os_name
    by_target = data.cloudimages_images.everywhere.id_by_target
  }
}

output "region" {
  value = provider::cloudimages::parse_target(data.cloudimages_image.one.image.target).region
}

output "is_older" {
  value = provider::cloudimages::compare_os_versions("9.10", "13.04") < 0
}
`,
      );
      const plan = await stack.run('plan', '-no-color');
      expect(plan.text).toContain(CURRENT.id);
      expectGolden(`terraform/${name}/plan.txt`, readable(plan));
      expect(plan.code).toBe(0);
    });

    test('waits for what is not known yet, and applies it', async () => {
      stack = overriddenStack(
        engine,
        simulator,
        `
resource "terraform_data" "version" {
  input = "22.04"
}

data "cloudimages_image" "later" {
  targets     = ["alicloud/cn-hangzhou"]
  os_version  = terraform_data.version.output
  architecture = "x86_64"
  most_recent = true
}

resource "cloudimages_pinned_image" "later" {
  targets     = ["alicloud/cn-hangzhou"]
  os_version  = terraform_data.version.output
  architecture = "x86_64"
  most_recent = true
}

output "ids" {
  value = [data.cloudimages_image.later.id, cloudimages_pinned_image.later.image_id]
}
`,
      );
      const plan = await stack.run('plan', '-no-color');
      expectGolden(`terraform/${name}/plan-unknown.txt`, readable(plan));
      expect(simulator.world.requests()).toEqual([]);

      const apply = await stack.run('apply', '-no-color', '-auto-approve');
      expect(apply.code).toBe(0);
      const output = await stack.run('output', '-json', 'ids');
      expect(JSON.parse(output.stdout)).toEqual([CURRENT.id, CURRENT.id]);
    });

    test('lists a target once for a hundred data sources', async () => {
      const block = (index: number): string => `
data "cloudimages_images" "number_${index}" {
  targets    = ["alicloud/cn-hangzhou"]
  name_regex = "(?i)UBUNTU.*(${index}|x64)"
}
`;
      const blocks = Array.from({ length: 100 }, (_, index) => block(index));
      stack = overriddenStack(engine, simulator, blocks.join(''));
      expect((await stack.run('plan', '-no-color')).code).toBe(0);
      const asked = simulator.world
        .requests()
        .map(({ action, region, parameters }) => JSON.stringify([action, region, parameters]));
      expect(asked).toEqual([...new Set(asked)]);
      expect(asked.length).toBeLessThan(5);
    });

    test('warns of what did not stop the answer', async () => {
      const { createdAt: _createdAt, ...undated } = CURRENT;
      simulator.world.addImage({
        ...undated,
        id: 'm-without-a-date',
        name: 'ubuntu-without-a-date',
      });
      stack = overriddenStack(
        engine,
        simulator,
        `
data "cloudimages_image" "one" {
  targets     = ["alicloud/cn-hangzhou"]
  architecture = "x86_64"
  most_recent = true
}

resource "terraform_data" "instance" {
  input = data.cloudimages_image.one.warnings[*].code
}
`,
      );
      const plan = await stack.run('plan', '-no-color');
      expectGolden(`terraform/${name}/warnings.txt`, readable(plan));
      expect(plan.code).toBe(0);
    });

    test.each([
      ['without TLS', { TF_DISABLE_PLUGIN_TLS: '1' }],
      ['where a socket path would be too long', { TMPDIR: 'long' }],
      ['with options for other programs', { NODE_OPTIONS: '--require ./not-there.cjs' }],
    ])('works %s', async (_case, changes: Readonly<Record<string, string>>) => {
      const directory = temporaryFolder();
      const long = path.join(directory, 'long'.repeat(25));
      mkdirSync(long);
      stack = overriddenStack(
        engine,
        {
          environment: {
            ...simulator.environment,
            ...changes,
            ...('TMPDIR' in changes ? { TMPDIR: long } : {}),
          },
        },
        `
data "cloudimages_image" "one" {
  targets     = ["alicloud/cn-hangzhou"]
  architecture = "x86_64"
  most_recent = true
}
`,
      );
      expect((await stack.run('plan', '-no-color')).code).toBe(0);
    });

    test('does not look with half of a configuration', async () => {
      stack = overriddenStack(
        engine,
        simulator,
        `
resource "terraform_data" "account" {
  input = "key"
}

provider "cloudimages" {
  alicloud = {
    access_key = terraform_data.account.output
    secret_key = "simulator-secret-alicloud"
  }
}

data "cloudimages_image" "one" {
  targets     = ["alicloud/cn-hangzhou"]
  architecture = "x86_64"
  most_recent = true
}
`,
      );
      const plan = await stack.run('plan', '-no-color');
      expect(plan.code).toBe(1);
      expectGolden(`terraform/${name}/unknown-configuration.txt`, readable(plan));
      expect(simulator.world.requests()).toEqual([]);
    });
  });
});
