import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { startSimulator, type Simulator } from '@cloudimages/simulator';
import { parsePlatforms, PLATFORMS } from '../../provider/cli/terraform-package/files';
import {
  installProvider,
  platformOf,
  stackMirror,
  userMirror,
} from '../../provider/cli/terraform-package/install';
import { packProvider } from '../../provider/cli/terraform-package/pack';
import { HOSTS } from '../../provider/cli/terraform-package/source';
import { describeWithEngine, offlineTerraformEnv } from '../engines/find';
import { BUILT_PROVIDER, providerVersion } from './harness/built-provider';
import { CURRENT, smallWorld } from './harness/catalog';
import { ENGINE_TIMEOUT_MS, ENGINES } from './harness/engines';
import { createStack, temporaryFolder, withProvider, type Stack } from './harness/stack';

jest.setTimeout(ENGINE_TIMEOUT_MS);

const platform = platformOf(process);
const version = providerVersion();
const build = BUILT_PROVIDER;

const STACK = withProvider(`
data "cloudimages_image" "one" {
  targets     = ["alicloud/cn-hangzhou"]
  architecture = "x86_64"
  most_recent = true
}

resource "terraform_data" "instance" {
  input = data.cloudimages_image.one.id
}
`);

describe.each(ENGINES)('%s', (name) => {
  describeWithEngine(name, 'an installed provider', (engine) => {
    let simulator: Simulator;
    let directory: string;
    let stack: Stack;

    beforeEach(async () => {
      simulator = await startSimulator({ world: smallWorld() });
      directory = temporaryFolder();
    });
    afterEach(async () => {
      stack.remove();
      await simulator.close();
    });

    const initAndPlan = async (environment: Readonly<Record<string, string>>): Promise<void> => {
      stack = createStack({
        engine,
        directory,
        environment: { ...environment, ...simulator.environment },
        configuration: STACK,
      });
      const init = await stack.run('init', '-no-color');
      expect(init.text).toContain(`Installing cloudimages/cloudimages v${version}`);
      const plan = await stack.run('plan', '-no-color');
      expect(plan.text).toContain(`+ input  = "${CURRENT.id}"`);
      expect(plan.code).toBe(0);
      // A second run checks the package against the digests in the lock file.
      expect((await stack.run('plan', '-no-color', '-detailed-exitcode')).code).toBe(2);
    };

    test('comes from a mirror of packed files, under TLS', async () => {
      const environment = offlineTerraformEnv(directory);
      const host = name === 'terraform' ? HOSTS.terraform : HOSTS.opentofu;
      await packProvider({
        build,
        version,
        platforms: [platform],
        directory: path.join(directory, 'providers', host, 'cloudimages/cloudimages'),
      });
      await initAndPlan(environment);
    });

    test('comes from a committed mirror for every platform, which the lock file covers', async () => {
      const mirror = stackMirror(directory);
      const platforms = parsePlatforms(['all']);
      const folders = await installProvider({ build, version, platforms, mirror });
      expect(folders).toHaveLength(2 * PLATFORMS.length);
      await initAndPlan(withoutConfiguration(path.join(directory, 'empty-home')));
      const lock = await stack.run(
        'providers',
        'lock',
        '-fs-mirror=terraform.d/plugins',
        ...['linux_amd64', 'darwin_arm64', 'windows_amd64'].map((name) => `-platform=${name}`),
      );
      expect(lock.code).toBe(0);
      const hashes = readFileSync(path.join(directory, '.terraform.lock.hcl'), 'utf8');
      // The files of Windows differ from those of all others.
      expect(hashes.match(/"h1:/g)).toHaveLength(2);
    });

    test("comes from the user's mirror, without any configuration", async () => {
      const mirror = userMirror(platform, directory);
      await installProvider({ build, version, platforms: [platform], mirror });
      await initAndPlan(withoutConfiguration(directory));
    });

    test("comes from the stack's mirror, without any configuration", async () => {
      const mirror = stackMirror(directory);
      await installProvider({ build, version, platforms: [platform], mirror });
      await installProvider({ build, version, platforms: [platform], mirror });
      await initAndPlan(withoutConfiguration(path.join(directory, 'empty-home')));
    });

    /** No CLI configuration, and another home. */
    const withoutConfiguration = (home: string): Readonly<Record<string, string>> => {
      const { TF_CLI_CONFIG_FILE: _none, ...environment } = offlineTerraformEnv(directory);
      return { ...environment, HOME: home };
    };
  });
});

describe('a packed provider', () => {
  test('has a zip for every platform, their checksums and a manifest', async () => {
    const directory = temporaryFolder();
    const files = await packProvider({ build, version, directory });
    const names = files.map((file) => path.basename(file));
    expect(readdirSync(directory)).toEqual(names.toSorted());

    const stem = `terraform-provider-cloudimages_${version}`;
    const zips = PLATFORMS.map(({ os, arch }) => `${stem}_${os}_${arch}.zip`);
    expect(names).toEqual([...zips, `${stem}_manifest.json`, `${stem}_SHA256SUMS`]);

    const sums = readFileSync(path.join(directory, `${stem}_SHA256SUMS`), 'utf8');
    const expected = names
      .filter((each) => !each.endsWith('SHA256SUMS'))
      .map((each) => {
        const content = readFileSync(path.join(directory, each));
        return `${createHash('sha256').update(content).digest('hex')}  ${each}`;
      });
    expect(sums.trimEnd().split('\n')).toEqual(expected.toSorted());
  });

  test('is the same when packed again', async () => {
    const sums = async (): Promise<string> => {
      const files = await packProvider({ build, version, directory: temporaryFolder() });
      return readFileSync(files.at(-1) ?? '', 'utf8');
    };
    expect(await sums()).toBe(await sums());
  });
});
