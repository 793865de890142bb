/** The engine's configuration from `--config` and from flags. No flag takes a secret: a process list shows flags. */
import { readFile, stat } from 'node:fs/promises';
import { types } from 'node:util';
import { Option, type Command } from 'commander';
import { ImageError } from '../errors/image-error';
import { overlayConfiguration } from '../look-up/overlay-configuration';
import { CLOUD_IDS, LOCK_MODES } from '../image/words';
import { parseNumber, splitPair } from './query-flags';

/** Names the configuration file where `--config` is absent. */
const VARIABLE = 'CLOUDIMAGES_CONFIG';

/** A configuration has a few hundred characters; a larger file is something else. */
const MAX_BYTES = 1024 * 1024;

/** Adds the flags that configure the engine to a command. */
export function addConfigurationFlags(command: Command): Command {
  const clouds = CLOUD_IDS.join(', ');
  return command
    .addOption(
      new Option('--config <file>', `A JSON file with the configuration. Default: ${VARIABLE}.`),
    )
    .addOption(
      pairs(
        '--profile <cloud=name...>',
        `The profile with a cloud's credentials. One of ${clouds}.`,
      ),
    )
    .addOption(pairs('--endpoint <cloud=url...>', "A base URL in place of a cloud's own endpoint."))
    .addOption(
      pairs(
        '--publisher <name.cloud=ids...>',
        'Accounts by a name for --owner, such as platform-team.alicloud=1234567890123456.',
      ),
    )
    .addOption(
      new Option(
        '--cache <store>',
        'Where listings are cached between runs: file, or the URL of a Redis server without a password. Default: CLOUDIMAGES_CACHE.',
      ),
    )
    .addOption(new Option('--no-cache', 'Do not use the cache.').default(undefined))
    .addOption(
      new Option(
        '--timeout <seconds>',
        'The longest that a look-up may take. Default: 120.',
      ).argParser(parseNumber),
    );
}

/** Adds the flags that say how look-ups use the lock file. */
export function addLockFlags(command: Command): Command {
  const modes = LOCK_MODES.join(', ');
  return addLockPlaceFlags(
    command.option('--lock <mode>', `How the lock file is used. One of ${modes}.`),
  );
}

/** Adds the flags that say which lock file and policies are meant. */
export function addLockPlaceFlags(command: Command): Command {
  return command
    .option('--lock-file <file>', 'The lock file. Default: cloudimages.lock.json of the project.')
    .option('--lock-scope <label>', 'The scope of queries that depend on the account.')
    .option(
      '--policy <file>',
      'Policies from outside of the repository. Of each rule the stricter one holds.',
    );
}

/**
 * The configuration: flags over the file. Unchecked but for the file's form: the engine checks all of it.
 *
 * @param options - what commander read
 * @throws ImageError `invalid-configuration` when the file cannot be read or a flag has no `=`
 */
export async function configurationFromFlags(
  options: Readonly<Record<string, unknown>>,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<unknown> {
  const { config } = options;
  const fromVariable = environment[VARIABLE];
  const file = typeof config === 'string' ? config : fromVariable === '' ? undefined : fromVariable;
  const flags = [
    ...pairsOf(options, 'profile').map(([cloud, name]) => ({ [cloud]: { profile: name } })),
    ...pairsOf(options, 'endpoint').map(([cloud, url]) => ({ [cloud]: { endpoint: url } })),
    ...pairsOf(options, 'publisher').map(([path, ids]) => ({ publishers: publisherOf(path, ids) })),
    ...cacheOf(options['cache']),
    ...(options['timeout'] === undefined ? [] : [{ timeoutSeconds: options['timeout'] }]),
    ...['lock', 'lockFile', 'lockScope'].flatMap((field) =>
      options[field] === undefined ? [] : [{ [field]: options[field] }],
    ),
  ];
  return flags.reduce<unknown>(
    (under, over) => overlayConfiguration(over, under),
    file === undefined ? {} : await readConfigurationFile(file),
  );
}

/** `--cache` and `--no-cache`. */
function cacheOf(store: unknown): readonly Readonly<Record<string, unknown>>[] {
  if (store === false) return [{ cache: { store: 'off' } }];
  if (typeof store !== 'string') return [];
  if (!store.includes('@')) return [{ cache: { store } }];
  throw new ImageError(
    'invalid-configuration',
    '--cache contains a user name or a password, which every user of this machine could read. Set CLOUDIMAGES_CACHE to the URL instead.',
  );
}

function pairs(flags: string, description: string): Option {
  return new Option(flags, description).argParser((text: string, previous: unknown) => [
    ...(Array.isArray(previous) ? (previous as readonly unknown[]) : []),
    text,
  ]);
}

/** The `name=value` pairs of a repeated flag. */
function pairsOf(
  options: Readonly<Record<string, unknown>>,
  flag: string,
): readonly (readonly [string, string])[] {
  const given = options[flag];
  return (Array.isArray(given) ? given.map(String) : []).map((text) => {
    const pair = splitPair(text);
    if (pair !== undefined) return pair;
    const example =
      flag === 'publisher' ? 'platform-team.alicloud=1234567890123456' : 'alicloud=...';
    throw new ImageError(
      'invalid-configuration',
      `--${flag} "${text}" has no "=". Write it as --${flag} ${example}.`,
    );
  });
}

function publisherOf(path: string, ids: string): Readonly<Record<string, unknown>> {
  const dot = path.lastIndexOf('.');
  return { [path.slice(0, dot)]: { [path.slice(dot + 1)]: ids } };
}

async function readConfigurationFile(file: string): Promise<unknown> {
  const invalid = (problem: string): ImageError =>
    new ImageError('invalid-configuration', `the configuration file ${file} ${problem}`, {
      hint: 'It is JSON with the fields of docs/reference/configuration.md, such as\n  { "targets": ["alicloud/cn-hangzhou"], "alicloud": { "profile": "production" } }',
    });
  let text: string;
  try {
    // A pipe or a device could keep this process waiting forever.
    const { size } = await regularFile(file);
    if (size > MAX_BYTES) throw new Error('it has more than 1 MiB');
    text = await readFile(file, 'utf8');
  } catch (error) {
    throw invalid(`cannot be read: ${messageOf(error)}.`);
  }
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw invalid(`is not valid JSON: ${messageOf(error)}.`);
  }
}

async function regularFile(file: string): Promise<{ readonly size: number }> {
  const found = await stat(file);
  if (!found.isFile()) throw new Error('it is not a regular file');
  return found;
}

function messageOf(error: unknown): string {
  return types.isNativeError(error) ? error.message : String(error);
}
