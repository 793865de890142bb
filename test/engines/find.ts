/**
 * Real engines for tests: where they are, what to do where they are not, and environments in which
 * they reach nothing outside a folder of the test's own.
 */
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { findEngine, findPackages, findPython, findPythonSet } from './locate.cjs';
import type { Engine, EngineName } from './locate.cjs';

export { findEngine, findPackages } from './locate.cjs';
export type { Engine, EngineName } from './locate.cjs';

/** Environment variables of a child process, complete: nothing is to be added from the parent's. */
export type Environment = Record<string, string>;

/**
 * A `describe` whose body needs a real engine. Where the engine is absent it holds one test instead,
 * named after what to do: skipped, or failing where `CI` is `true`, since CI must not pass by
 * having run nothing.
 *
 * @example
 * describeWithEngine('pulumi', 'PinnedImage under the real engine', (pulumi) => {
 *   test('previews', () => execFileSync(pulumi.path, ['preview'], { env: offlinePulumiEnv(dir) }));
 * });
 */
export function describeWithEngine(
  name: EngineName,
  title: string,
  body: (engine: Engine) => void,
): void {
  describeWith(findEngine(name), name, title, body);
}

/**
 * The same for a set of npm packages of `npm/`: the body gets the folder that holds `node_modules`.
 *
 * @example
 * describeWithPackages('pulumi-3.142.0', 'the oldest SDK supported', (folder) => { ... });
 */
export function describeWithPackages(
  name: string,
  title: string,
  body: (folder: string) => void,
): void {
  describeWith(findPackages(name), `the npm packages ${name}`, title, body);
}

/** The same for Python: the body gets the folder with its `packages` and `generate-sdk`. */
export function describeWithPython(title: string, body: (folder: string) => void): void {
  describeWith(findPython(), 'the Python set', title, body);
}

/**
 * The same for a set of Python packages of `python-sets/`: the body gets an environment in which
 * Python finds them.
 */
export function describeWithPythonSet(
  name: string,
  title: string,
  body: (environment: Environment) => void,
): void {
  describeWith(findPythonSet(name), `the Python packages ${name}`, title, (folder) =>
    body({ ...inheritedWithout(/^PYTHON/), PYTHONPATH: path.join(folder, 'packages') }),
  );
}

function describeWith<T>(
  found: T | undefined,
  what: string,
  title: string,
  body: (found: T) => void,
): void {
  if (found !== undefined) {
    describe(title, () => body(found));
    return;
  }
  const advice = `needs ${what}: run \`npm run engines\``;
  describe(title, () => {
    if (process.env['CI'] === 'true') {
      test(advice, () => {
        throw new Error(advice);
      });
    } else {
      // A person's machine may lack what takes minutes to build; the skipped test says how to get it.
      test.skip(advice, () => undefined);
    }
  });
}

/**
 * An environment in which `pulumi` and its plugins work without a network, an account or a question,
 * and keep everything under `dir` (an absolute path; made if absent): stacks in `dir/state`, plugins
 * and credentials in `dir/home`; only ts-node's cache of compiled programs is in the system's
 * temporary folder. Secrets are encrypted with the passphrase `offline`. The folder of
 * the engine comes first on the PATH, so that it finds its own language hosts. Variables named
 * `PULUMI_*` are not inherited.
 *
 * @throws if the engine is absent, so call it inside `describeWithEngine`
 */
export function offlinePulumiEnv(dir: string): Environment {
  const engine = findEngine('pulumi');
  if (engine === undefined) throw new Error('needs pulumi: run `npm run engines`');
  const inherited = inheritedWithout(/^PULUMI_/i);
  return {
    ...inherited,
    PATH: [engine.binDir, inherited['PATH'] ?? ''].join(path.delimiter),
    PULUMI_BACKEND_URL: pathToFileURL(madeFolder(dir, 'state')).href,
    PULUMI_HOME: madeFolder(dir, 'home'),
    PULUMI_CONFIG_PASSPHRASE: 'offline',
    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: 'true',
    PULUMI_DISABLE_REGISTRY_RESOLVE: 'true',
    PULUMI_DIY_BACKEND_DISABLE_CHECKPOINT_BACKUPS: 'true',
    PULUMI_SKIP_CONFIRMATIONS: 'true',
    PULUMI_SKIP_UPDATE_CHECK: 'true',
  };
}

/** Which providers Terraform may use, beside those in the folder `providers` of the test. */
export interface TerraformProviders {
  /**
   * Provider address to the folder with its executable, used as it is: no `init` needed for it.
   *
   * @example { 'example.test/acme/cloudimages': '/tmp/x/dist' }
   */
  readonly overrides?: Readonly<Record<string, string>>;
}

/**
 * An environment in which `terraform` and `tofu` ask no registry and no checkpoint. It writes the
 * CLI configuration `dir/terraform.rc` (`dir`: an absolute path; made if absent), with which `init`
 * installs providers from the filesystem mirror `dir/providers`
 * (`HOST/NAMESPACE/TYPE/VERSION/OS_ARCH/` or packed) and from nowhere else: one that is not there
 * is an error. Variables named `TF_*` and `TOFU_*` are not inherited.
 */
export function offlineTerraformEnv(dir: string, providers: TerraformProviders = {}): Environment {
  const mirror = madeFolder(dir, 'providers');
  const overrides = Object.entries(providers.overrides ?? {});
  const configuration = [
    'disable_checkpoint = true',
    'provider_installation {',
    ...(overrides.length === 0 ? [] : ['  dev_overrides {']),
    ...overrides.map(
      ([address, folder]) => `    ${JSON.stringify(address)} = ${JSON.stringify(folder)}`,
    ),
    ...(overrides.length === 0 ? [] : ['  }']),
    '  filesystem_mirror {',
    `    path = ${JSON.stringify(mirror)}`,
    '  }',
    '}',
    '',
  ];
  const file = path.join(dir, 'terraform.rc');
  fs.writeFileSync(file, configuration.join('\n'));
  return {
    ...inheritedWithout(/^(TF|TOFU)_/i),
    CHECKPOINT_DISABLE: '1',
    TF_CLI_CONFIG_FILE: file,
    TF_IN_AUTOMATION: '1',
    TF_INPUT: '0',
  };
}

function inheritedWithout(pattern: RegExp): Environment {
  const kept: Environment = {};
  for (const [name, value] of Object.entries(process.env)) {
    if (value !== undefined && !pattern.test(name)) kept[name] = value;
  }
  return kept;
}

function madeFolder(...parts: readonly string[]): string {
  const folder = path.join(...parts);
  fs.mkdirSync(folder, { recursive: true });
  return folder;
}
