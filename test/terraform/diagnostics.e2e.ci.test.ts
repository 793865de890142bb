import { startSimulator, type Simulator } from '@cloudimages/simulator';
import { describeWithEngine } from '../engines/find';
import { expectGolden } from '../golden/golden';
import { smallWorld } from './harness/catalog';
import { ENGINE_TIMEOUT_MS, ENGINES, overriddenStack, readable } from './harness/engines';
import type { Stack } from './harness/stack';

/** What is wrong, as the name of a golden file, and a configuration that has it. */
const PROBLEMS: Readonly<Record<string, string>> = {
  'wrong-arguments': `
data "cloudimages_images" "wrong" {
  targets = [
    "alicloud/cn-hangzhou",
    "alicluod/cn-hangzhou",
  ]
  distro         = "ubunto"
  name_regex     = "(?<=a)b"
  created_after  = "2024-06-01T00:00:00Z"
  created_before = "2024-01-01T00:00:00Z"
  nth            = 0
  native = {
    alicloud = { Usage = "instance" }
    awscloud = {}
  }
  any_of = [
    { os_type = "linux" },
    {
      os_type = "window"
      status  = "ready"
    },
  ]
}

resource "cloudimages_pinned_image" "wrong" {
  architecture = "aarch64"
}
`,
  'condition-a-cloud-lacks': `
data "cloudimages_images" "wrong" {
  targets = ["alicloud/cn-hangzhou", "qcloud/ap-guangzhou"]
  family  = "acs:ubuntu_22_04_x64"
}
`,
  'no-targets': `
data "cloudimages_image" "wrong" {
  distro = "ubuntu"
}
`,
  'no-match': `
data "cloudimages_image" "none" {
  targets      = ["alicloud/cn-hangzhou"]
  distro       = "ubuntu"
  architecture = "arm64"
  most_recent  = true
}
`,
  ambiguous: `
data "cloudimages_image" "two" {
  targets = ["alicloud/cn-hangzhou"]
  distro  = "ubuntu"
}
`,
  'wrong-configuration': `
provider "cloudimages" {
  targets         = ["alicloud"]
  timeout_seconds = 0
}

data "cloudimages_image" "any" {
  architecture = "x86_64"
  most_recent = true
}
`,
  'wrong-endpoint': `
provider "cloudimages" {
  alicloud = {
    endpoint = "http://example.test"
  }
}

data "cloudimages_image" "any" {
  targets     = ["alicloud/cn-hangzhou"]
  architecture = "x86_64"
  most_recent = true
}
`,
  'half-a-key': `
provider "cloudimages" {
  zenlayercloud = {
    access_key_id = "key-id"
  }
}

data "cloudimages_image" "any" {
  targets     = ["alicloud/cn-hangzhou"]
  most_recent = true
}
`,
  'empty-alternative': `
data "cloudimages_images" "wrong" {
  targets = ["alicloud/cn-hangzhou"]
  any_of = [
    { distro = "ubuntu" },
    { os_versions = "9" },
  ]
}
`,
  'refused-credentials': `
provider "cloudimages" {
  alicloud = {
    access_key = "simulator-key-alicloud"
    secret_key = "simulator-secret-of-somebody-else"
  }
}

data "cloudimages_image" "any" {
  targets     = ["alicloud/cn-hangzhou"]
  architecture = "x86_64"
  most_recent = true
}
`,
  'wrong-function-argument': `
output "target" {
  value = provider::cloudimages::parse_target("alicloud:cn-hangzhou")
}
`,
};

jest.setTimeout(ENGINE_TIMEOUT_MS);

describe.each(ENGINES)('%s', (name) => {
  describeWithEngine(name, 'diagnostics', (engine) => {
    let simulator: Simulator;
    let stack: Stack;

    beforeEach(async () => {
      simulator = await startSimulator({ world: smallWorld() });
    });
    afterEach(async () => {
      stack.remove();
      await simulator.close();
    });

    test.each(Object.entries(PROBLEMS))('%s', async (file, configuration) => {
      stack = overriddenStack(engine, simulator, configuration);
      const plan = await stack.run('plan', '-no-color');
      expect(plan.code).toBe(1);
      expect(plan.text).not.toContain('simulator-secret');
      expectGolden(`terraform/${name}/${file}.txt`, readable(plan));
    });
  });
});
