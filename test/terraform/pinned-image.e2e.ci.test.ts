import { copyFileSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { startSimulator, type Simulator } from '@cloudimages/simulator';
import { describeWithEngine } from '../engines/find';
import { expectGolden } from '../golden/golden';
import { CURRENT, NEWER, OLD, smallWorld } from './harness/catalog';
import { ENGINE_TIMEOUT_MS, ENGINES, overriddenStack, readable } from './harness/engines';
import { withProvider, type Run, type Stack } from './harness/stack';

jest.setTimeout(ENGINE_TIMEOUT_MS);

const pinOf = (trigger: string): string => `
terraform {
  required_providers {
    cloudimages = {
      source = "cloudimages/cloudimages"
    }
  }
}

resource "cloudimages_pinned_image" "web" {
  targets     = ["alicloud/cn-hangzhou"]
  distro      = "ubuntu"
  os_version  = "22.04"
  architecture = "x86_64"
  most_recent = true
  triggers = {
    month = "${trigger}"
  }
}

resource "terraform_data" "instance" {
  input = cloudimages_pinned_image.web.image_id
}
`;

describe.each(ENGINES)('%s', (name) => {
  describeWithEngine(name, 'a pinned image', (engine) => {
    let simulator: Simulator;
    let stack: Stack;

    beforeEach(async () => {
      simulator = await startSimulator({ world: smallWorld() });
      stack = overriddenStack(engine, simulator, '');
      stack.write('main.tf', pinOf('2024-07'));
    });
    afterEach(async () => {
      stack.remove();
      await simulator.close();
    });

    const apply = async (): Promise<void> => {
      const { code, text } = await stack.run('apply', '-no-color', '-auto-approve');
      expect(text).toContain('Apply complete!');
      expect(code).toBe(0);
    };

    test('stays when a newer image appears, says so, and moves by its trigger', async () => {
      const first = await stack.run('plan', '-no-color', '-out=saved');
      expectGolden(`terraform/${name}/pin-create.txt`, readable(first));

      // What was planned is applied, though there is a newer image by now; no cloud is asked.
      simulator.world.addImage(NEWER);
      simulator.world.clearRequests();
      const saved = await stack.run('apply', '-no-color', 'saved');
      expect(saved.text).toContain('Apply complete!');
      expect(simulator.world.requests()).toEqual([]);

      const second = await stack.run('plan', '-no-color', '-detailed-exitcode');
      expectGolden(`terraform/${name}/pin-outdated.txt`, readable(second));
      expect(second.code).toBe(0);

      stack.write('main.tf', pinOf('2024-10'));
      const third = await stack.run('plan', '-no-color');
      expectGolden(`terraform/${name}/pin-moved.txt`, readable(third));
      await apply();
      const state = await stack.run('show', '-json');
      expect(state.stdout).toContain(NEWER.id);
      expect(state.stdout).not.toContain(CURRENT.id);
    });

    test('keeps two saved plans of one folder apart', async () => {
      const first = await stack.run('plan', '-no-color', '-out=first');
      expect(first.text).toContain(CURRENT.id);
      simulator.world.addImage(NEWER);
      const second = await stack.run('plan', '-no-color', '-out=second');
      expect(second.text).toContain(NEWER.id);

      simulator.world.clearRequests();
      const applied = await stack.run('apply', '-no-color', 'first');
      expect(applied.text).toContain('Apply complete!');
      expect(simulator.world.requests()).toEqual([]);
      const state = await stack.run('show', '-json');
      expect(state.stdout).toContain(CURRENT.id);
    });

    test('applies a saved plan on another machine after a newer image appeared', async () => {
      await stack.run('plan', '-no-color', '-out=saved');
      simulator.world.addImage(NEWER);
      const other = overriddenStack(engine, simulator, '');
      copyFileSync(path.join(stack.directory, 'saved'), path.join(other.directory, 'my plan'));
      const applied = await other.run('apply', '-no-color', 'my plan');
      expect(applied.text).toContain('Apply complete!');
      const state = await other.run('show', '-json');
      expect(state.stdout).toContain(CURRENT.id);
      expect(state.stdout).not.toContain(NEWER.id);
      const cached = readdirSync(path.join(other.directory, 'cache/cloudimages/terraform'));
      expect(cached.filter((name) => name.startsWith('choice-'))).toEqual([]);
      other.remove();
    });

    test('that is gone, or cannot be looked at, does not stop a destroy', async () => {
      await apply();
      simulator.world.removeImage('alicloud', CURRENT.id);
      const gone = await stack.run('plan', '-no-color', '-detailed-exitcode');
      expectGolden(`terraform/${name}/pin-gone.txt`, readable(gone));
      expect(gone.code).toBe(0);

      simulator.world.setFaults([{ kind: 'forbidden' }]);
      const unchecked = await stack.run('plan', '-no-color', '-detailed-exitcode');
      expectGolden(`terraform/${name}/pin-unchecked.txt`, readable(unchecked));
      expect(unchecked.code).toBe(0);

      const destroy = await stack.run('destroy', '-no-color', '-auto-approve');
      expect(destroy.text).toContain('Destroy complete!');
      expect(destroy.code).toBe(0);

      const withoutRefresh = await stack.run('state', 'list');
      expect(withoutRefresh.stdout).toBe('');
    });

    test('is chosen once in an apply, and destroyed without a question to a cloud', async () => {
      await apply();
      const asked = simulator.world.requests().map(({ parameters }) => JSON.stringify(parameters));
      expect(asked).toEqual([...new Set(asked)]);
      simulator.world.clearRequests();
      const destroy = await stack.run('destroy', '-no-color', '-auto-approve', '-refresh=false');
      expect(destroy.text).toContain('Destroy complete!');
      expect(simulator.world.requests()).toEqual([]);
    });

    test('takes an image that is in use, and keeps it', async () => {
      const imported = await stack.run(
        'import',
        '-no-color',
        'cloudimages_pinned_image.web',
        `alicloud/cn-hangzhou/${OLD.id}`,
      );
      expect(imported.text).toContain('Import successful!');

      const plan = await stack.run('plan', '-no-color');
      expectGolden(`terraform/${name}/pin-imported.txt`, readable(plan));
      await apply();
      const state = await stack.run('state', 'show', '-no-color', 'cloudimages_pinned_image.web');
      expect(state.stdout.replace(/ +/g, ' ')).toContain(` image_id = "${OLD.id}"`);
      const again = await stack.run('plan', '-no-color', '-detailed-exitcode');
      expect(again.text).toMatch(new RegExp(`A newer image matches:\\s${CURRENT.id}`));
      expect(again.code).toBe(0);
    });

    test('generates a configuration on import that keeps the image without a warning', async () => {
      stack.write(
        'main.tf',
        `${withProvider('')}
import {
  to = cloudimages_pinned_image.web
  id = "alicloud/cn-hangzhou/${OLD.id}"
}
`,
      );
      const generated = await stack.run('plan', '-no-color', '-generate-config-out=generated.tf');
      expect(generated.text).toContain('1 to import');
      const file = readFileSync(path.join(stack.directory, 'generated.tf'), 'utf8');
      const given = file.split('\n').filter((line) => / = (?!null)/.test(line));
      expect(given.map((line) => line.replace(/ +/g, ' ').trim())).toEqual([
        `image_ids = ["${OLD.id}"]`,
        'targets = ["alicloud/cn-hangzhou"]',
      ]);
      await apply();
      const again = await stack.run('plan', '-no-color', '-detailed-exitcode');
      expect(again.text).not.toContain('Warning: A newer');
      expect(again.text).toContain('No changes.');
      expect(again.code).toBe(0);
    });

    test.each([
      ['an id of another form', OLD.id, 'is not of the form cloud/region/image-id'],
      ['an image that is not there', 'alicloud/cn-hangzhou/m-none', 'has no image "m-none"'],
      ['a region that is not there', 'alicloud/cn-nowhere/m-none', 'cn-nowhere'],
    ])('does not take %s', async (_case, id, text) => {
      const imported = await stack.run('import', '-no-color', 'cloudimages_pinned_image.web', id);
      expect(imported.text.replace(/\s+/g, ' ')).toContain(text);
      expect(imported.code).toBe(1);
    });

    test('reads a state of version 0 that lacks what is new and has what is old', async () => {
      await apply();
      const pulled = await stack.run('state', 'pull');
      const state = JSON.parse(pulled.stdout);
      const [pin] = state.resources.filter(
        ({ type }: { type: string }) => type !== 'terraform_data',
      );
      const { attributes } = pin.instances[0];
      delete attributes.latest_image_id;
      delete attributes.min_age;
      attributes.forgotten = { from: ['another', 'version'] };
      state.serial += 1;
      stack.write('old.tfstate', JSON.stringify(state));
      const pushed = await stack.run('state', 'push', 'old.tfstate');
      expect(pushed.text).toBe('');

      const plan = await stack.run('plan', '-no-color', '-detailed-exitcode');
      expect(plan.text).toContain('No changes.');
      expect(plan.code).toBe(0);
    });
  });
});

describeWithEngine('tofu', 'a pin in an encrypted saved plan', (engine) => {
  const ENCRYPTION = `
terraform {
  encryption {
    key_provider "pbkdf2" "key" {
      passphrase = "a-passphrase-for-this-test"
    }
    method "aes_gcm" "method" {
      keys = key_provider.pbkdf2.key
    }
    plan {
      method = method.aes_gcm.method
    }
  }
}
`;

  const withStacks = async (
    configuration: string,
    check: (applied: { here: Run; there: Run; state: string }) => void,
  ): Promise<void> => {
    const simulator = await startSimulator({ world: smallWorld() });
    const stack = overriddenStack(engine, simulator, '');
    const other = overriddenStack(engine, simulator, '');
    try {
      for (const each of [stack, other]) each.write('main.tf', `${configuration}${ENCRYPTION}`);
      await stack.run('plan', '-no-color', '-out=saved');
      simulator.world.addImage(NEWER);
      copyFileSync(path.join(stack.directory, 'saved'), path.join(other.directory, 'saved'));
      const there = await other.run('apply', '-no-color', 'saved');
      const here = await stack.run('apply', '-no-color', 'saved');
      check({ here, there, state: (await stack.run('show', '-json')).stdout });
    } finally {
      stack.remove();
      other.remove();
      await simulator.close();
    }
  };

  test('is applied on any machine where the pin has a candidate', async () => {
    const query = pinOf('2024-07').replace(/ *triggers = \{[^}]*\}\n/, '');
    const candidate = query.replace(
      /resource "cloudimages_pinned_image"/,
      'data "cloudimages_image"',
    );
    const pin =
      'resource "cloudimages_pinned_image" "web" {\n  candidate = data.cloudimages_image.web.candidate\n}\n';
    await withStacks(`${candidate}${pin}`, ({ here, there, state }) => {
      expect(there.text).toContain('Apply complete!');
      expect(here.text).toContain('Apply complete!');
      expect(state).toContain(CURRENT.id);
    });
  });

  test('is an error that changes nothing where the pin has a query', async () => {
    await withStacks(pinOf('2024-07'), ({ here, there, state }) => {
      expectGolden('terraform/tofu/pin-encrypted-plan.txt', readable(there));
      expect([here.code, there.code]).toEqual([1, 1]);
      expect(state).not.toContain('image_id');
    });
  });
});
