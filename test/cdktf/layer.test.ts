/** What the packages write for each framework, by the frameworks' own ways of testing. */
import vm from 'node:vm';
import { QUERY_FIELDS } from '../../provider/schema/query-fields';
import { snakeCase } from '../../provider/schema/field';
import { expectGolden } from '../golden/golden';
import { FRAMEWORKS } from './harness/project';

const QUERY = {
  targets: ['alicloud/cn-hangzhou', 'tencentcloud/ap-singapore'],
  distro: 'ubuntu',
  osVersion: '22.04',
  mostRecent: true,
};

/**
 * The field table's own example of each field, as programs write it: `['public']`. The name of a
 * query stands for all of them.
 */
const EVERY_FIELD = Object.fromEntries(
  Object.entries(QUERY_FIELDS)
    .filter(([name]) => name !== 'query')
    .map(([name, { example }]) => [name, evaluate(example)]),
);

function evaluate(typescript: string): unknown {
  return vm.runInThisContext(`(${typescript})`);
}

/** The parts of a synthesized stack that are looked at. */
interface Synthesized {
  readonly data: { readonly cloudimages_images: Readonly<Record<string, { any_of?: unknown }>> };
  readonly import: unknown;
  readonly output: { readonly output: { readonly value: string } };
}

// The frameworks' types cannot be one another's; the examples and the consumers hold the types.
describe.each(FRAMEWORKS)('%s', (framework) => {
  const cdk = require(framework);
  const sdk = require(`../../sdk/${framework}/index`);

  /** A stack with our provider in it, as JSON. */
  function synthesize(build: (stack: unknown) => void, configuration = {}): Synthesized {
    const app = cdk.Testing.app({
      // What provider functions need, where the framework has classes for them.
      context: { targetVersions: { terraform: '>=1.8.0', opentofu: '>=1.7.0' } },
    });
    const stack = new cdk.TerraformStack(app, 'stack');
    new sdk.CloudimagesProvider(stack, 'cloudimages', configuration);
    build(stack);
    return JSON.parse(cdk.Testing.synth(stack, true));
  }

  function output(stack: unknown, value: unknown): void {
    new cdk.TerraformOutput(stack, 'output', { value });
  }

  test.each(['getImages', 'getImage', 'PinnedImage'])(
    'reports every problem of the query of %s in synthesis, with its place',
    (name) => {
      const build = (stack: unknown): void => {
        const query = { osType: 'linus', anyOf: [{ nameRegex: '(' }], triggers: { a: '1' } };
        if (name === 'PinnedImage') new sdk.PinnedImage(stack, 'query', query);
        else sdk[name](stack, 'query', { ...query, count: 1 });
      };
      expect(() => synthesize(build)).toThrow(
        /\[stack\/query\] osType: .*Did you mean "linux"\?[^]*anyOf\[0\]\.nameRegex: /,
      );
    },
  );

  test('leaves values that are known only in the plan to the plan', () => {
    const { data } = synthesize((stack) => {
      const name = new cdk.TerraformVariable(stack, 'name', { type: 'string' });
      sdk.getImages(stack, 'a', {
        targets: [`alicloud/${name.stringValue}`],
        osType: name.stringValue,
        architecture: '${var.architecture}',
        mostRecent: name.value,
        createdAfter: cdk.Fn.timestamp(),
        owners: cdk.Fn.tolist(['public']),
      });
    });
    expect(data.cloudimages_images).toHaveProperty('a');
  });

  test('refuses a stack of the other framework, and names both packages', () => {
    const other = FRAMEWORKS.find((one) => one !== framework);
    const { App, TerraformStack } = require(String(other));
    const stack = new TerraformStack(new App(), 'mixed');
    const refused =
      `The stack "mixed" is built with ${other}, but this construct comes from ` +
      `@cloudimages/${framework}. Import it from @cloudimages/${other}.`;
    expect(() => new sdk.CloudimagesProvider(stack, 'a')).toThrow(refused);
    expect(() => sdk.getImages(stack, 'b')).toThrow(refused);
    expect(() => sdk.getImage(stack, 'c')).toThrow(refused);
    expect(() => new sdk.PinnedImage(stack, 'd')).toThrow(refused);
  });

  test('writes data sources, pins and references to them', () => {
    const synthesized = synthesize(
      (stack) => {
        const ubuntu = sdk.getImages(stack, 'ubuntu', QUERY);
        const windows = sdk.getImage(stack, 'windows', {
          osType: 'windows',
          anyOf: [{ osVersion: '2022' }, { osVersion: '2019' }],
          mostRecent: true,
        });
        const base = new sdk.PinnedImage(stack, 'base', {
          ...QUERY,
          targets: ['alicloud/cn-hangzhou'],
          triggers: { refresh: '2026-q4' },
        });
        const references = {
          id_for: ubuntu.idFor('alicloud/cn-hangzhou'),
          or_else: cdk.Fn.lookup(ubuntu.idByTarget, 'tencentcloud/ap-singapore', 'img-other'),
          ids: ubuntu.ids,
          first_name: ubuntu.images.get(0).name,
          by_target: ubuntu.idByTarget,
          one: windows.id,
          one_os: windows.image.osName,
          pinned: base.imageId,
          newer: base.latestImageId,
        };
        for (const [name, value] of Object.entries(references)) {
          new cdk.TerraformOutput(stack, name, { value });
        }
      },
      { targets: ['alicloud/cn-hangzhou'], alicloud: { profile: 'production' } },
    );
    // One file: what the frameworks write is the same.
    expectGolden('cdktf/stack.json', JSON.stringify(synthesized, null, 2));
  });

  test('passes every field of a query on', () => {
    const { data } = synthesize((stack) => sdk.getImages(stack, 'all', EVERY_FIELD));
    const { any_of, ...written } = data.cloudimages_images['all'] ?? {};
    const { anyOf, ...expected } = EVERY_FIELD;
    expect(written).toEqual(
      Object.fromEntries(Object.entries(expected).map(([name, value]) => [snakeCase(name), value])),
    );
    expect(any_of).toEqual(anyOf);
  });

  test('takes an image in use as a pin by an import block', () => {
    const synthesized = synthesize((stack) => {
      new sdk.PinnedImage(stack, 'base', QUERY).importImage('alicloud/cn-hangzhou', 'm-bp1abcdefg');
    });
    expect(synthesized.import).toEqual([
      { to: 'cloudimages_pinned_image.base', id: 'alicloud/cn-hangzhou/m-bp1abcdefg' },
    ]);
  });

  test('asks for a provider where there is none', () => {
    const stack = new cdk.TerraformStack(cdk.Testing.app(), 'stack');
    sdk.getImages(stack, 'ubuntu', QUERY);
    expect(() => cdk.Testing.synth(stack, true)).toThrow(
      'Found resources without a matching provider construct',
    );
  });

  describe('idFor', () => {
    test('refuses a target that the query does not name', () => {
      synthesize((stack) => {
        const ubuntu = sdk.getImages(stack, 'ubuntu', QUERY);
        expect(() => ubuntu.idFor('alicloud/cn-hangzhuo')).toThrow(
          '"alicloud/cn-hangzhuo" is not a target of getImages "stack/ubuntu", so it has no image id there. Its targets: alicloud/cn-hangzhou, tencentcloud/ap-singapore. Add the target to the query, or ask for one of these.',
        );
      });
    });

    test('takes any target where the targets are the provider’s', () => {
      const { output: written } = synthesize((stack) => {
        output(stack, sdk.getImages(stack, 'ubuntu').idFor('alicloud/cn-hangzhou'));
      });
      expect(written.output.value).toBe(
        '${data.cloudimages_images.ubuntu.id_by_target["alicloud/cn-hangzhou"]}',
      );
    });

    test('takes a target that is known only in the plan', () => {
      const { output: written } = synthesize((stack) => {
        const region = new cdk.TerraformVariable(stack, 'region', {});
        const target = `alicloud/${region.stringValue}`;
        output(stack, sdk.getImages(stack, 'ubuntu', QUERY).idFor(target));
      });
      expect(written.output.value).toBe(
        '${data.cloudimages_images.ubuntu.id_by_target["alicloud/${var.region}"]}',
      );
    });

    test.each([
      ['all', (list: unknown) => list],
      ['some', (_: unknown, text: unknown) => ['alicloud/cn-beijing', `alicloud/${String(text)}`]],
    ])('takes any target where the query’s are known only in the plan: %s', (_, targetsOf) => {
      const { output: written } = synthesize((stack) => {
        const variable = new cdk.TerraformVariable(stack, 'variable', {});
        const targets = targetsOf(variable.listValue, variable.stringValue);
        const images = sdk.getImages(stack, 'ubuntu', { targets });
        output(stack, images.idFor('alicloud/cn-hangzhou'));
      });
      expect(written.output.value).toContain('id_by_target["alicloud/cn-hangzhou"]');
    });
  });

  test('takes the provider’s functions as text', () => {
    const { output: written } = synthesize((stack) => {
      output(stack, '${provider::cloudimages::parse_target("alicloud/cn-hangzhou").region}');
    });
    expect(written.output.value).toBe(
      '${provider::cloudimages::parse_target("alicloud/cn-hangzhou").region}',
    );
  });
});

test('cdktn has the provider’s functions as methods', () => {
  const cdktn = require('cdktn');
  const sdk = require('../../sdk/cdktn/index');
  const app = cdktn.Testing.app({
    context: { targetVersions: { terraform: '>=1.8.0', opentofu: '>=1.7.0' } },
  });
  const stack = new cdktn.TerraformStack(app, 'stack');
  const { functions } = new sdk.CloudimagesProvider(stack, 'cloudimages');
  new cdktn.TerraformOutput(stack, 'older', {
    value: functions.compareOsVersions('9.10', '13.04'),
  });
  expect(JSON.parse(cdktn.Testing.synth(stack, true)).output.older.value).toBe(
    '${provider::cloudimages::compare_os_versions("9.10", "13.04")}',
  );
});
