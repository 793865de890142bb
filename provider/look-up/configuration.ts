/** The configuration as a front end gives it: checked, with what the environment adds. */
import { isAccount } from '../clouds/definition/check-for-cloud';
import { CLOUDS } from '../clouds/index';
import type { ExplicitCredential } from '../credentials/chain';
import { given } from '../credentials/given';
import type { Issue } from '../errors/image-error';
import { problemsError } from '../errors/problems';
import { didYouMean } from '../image/nearest';
import { parseTarget } from '../image/target';
import { CLOUD_IDS, OWNERS, type CloudId } from '../image/words';
import { checkFields } from '../schema/check-fields';
import { CONFIGURATION_FIELDS } from '../schema/configuration-fields';
import type { Configuration } from '../schema/configuration.generated';
import { cacheIssues } from '../source/cache/settings';
import {
  ENDPOINT_HINT,
  endpointProblem,
  parseEndpoint,
  type Endpoint,
} from '../transport/endpoint';

/** How long a look-up may take unless the configuration says otherwise. Outlasts a throttled minute. */
export const DEFAULT_TIMEOUT_SECONDS = 120;

/** What one cloud's part of the configuration says. */
export interface CloudSettings {
  readonly explicit: ExplicitCredential;
  readonly profile?: string | undefined;
  /** Which of the cloud's separate sites. */
  readonly site?: string | undefined;
  readonly endpoint?: Endpoint | undefined;
}

/**
 * Checks a whole configuration.
 *
 * @throws ImageError `invalid-configuration` with every problem and its path
 */
export function readConfiguration(value: unknown): Configuration {
  const shape = checkFields(CONFIGURATION_FIELDS, value ?? {});
  // Every field was checked against the table that the type is made from.
  const configuration = (value ?? {}) as Configuration;
  const issues: readonly Issue[] =
    shape.length > 0
      ? shape
      : [
          ...targetIssues(configuration),
          ...publisherIssues(configuration),
          ...timeoutIssues(configuration),
          ...maxImagesIssues(configuration),
          ...cacheIssues(configuration.cache ?? {}, CACHE_PATHS),
          ...CLOUD_IDS.flatMap((cloud) => cloudIssues(cloud, configuration)),
        ];
  if (issues.length === 0) return configuration;
  throw problemsError('invalid-configuration', 'the configuration', issues);
}

const CACHE_PATHS = {
  store: ['cache', 'store'],
  ttl: ['cache', 'ttl'],
  grace: ['cache', 'grace'],
};

function targetIssues({ targets }: Configuration): readonly Issue[] {
  return (targets ?? []).flatMap((text, index) => {
    const parsed = parseTarget(text);
    return 'problem' in parsed ? [{ path: ['targets', index], message: parsed.problem }] : [];
  });
}

function timeoutIssues({ timeoutSeconds }: Configuration): readonly Issue[] {
  const seconds = timeoutSeconds ?? DEFAULT_TIMEOUT_SECONDS;
  if (seconds >= 1 && seconds <= 3600) return [];
  const message = `${seconds} is not a whole number of seconds from 1 to 3600.`;
  return [{ path: ['timeoutSeconds'], message }];
}

function maxImagesIssues({ maxImages }: Configuration): readonly Issue[] {
  if (maxImages === undefined || maxImages === null || maxImages >= 1) return [];
  return [{ path: ['maxImages'], message: `${maxImages} is not a whole number from 1.` }];
}

/** An endpoint that cannot be used, and half of a key pair: both would fail in the first look-up only. */
function cloudIssues(cloud: CloudId, configuration: Configuration): readonly Issue[] {
  const settings = fieldsOf(cloud, configuration);
  const issues: Issue[] = [];
  const endpoint = asString(settings['endpoint']);
  const problem = endpoint === undefined ? undefined : endpointProblem(endpoint);
  if (problem !== undefined) {
    issues.push({
      path: [cloud, 'endpoint'],
      message: `The endpoint ${problem}. ${ENDPOINT_HINT}`,
    });
  }
  const isGiven = (name: string) => given(asString(settings[name])) !== undefined;
  const nameOf = (part: keyof ExplicitCredential) =>
    Object.entries(CLOUDS[cloud].configuration.credentials).find(
      ([, one]) => one.part === part,
    )?.[0];
  const [id, secret, token, bearer] = (['id', 'secret', 'token', 'bearerToken'] as const).map(
    nameOf,
  );
  const pair = [id, secret, token].filter((name) => name !== undefined);
  const [first] = pair.filter(isGiven);
  if (first === undefined) return issues;
  for (const name of [id, secret]) {
    if (name === undefined || isGiven(name)) continue;
    issues.push({
      path: [cloud, name],
      message: `Missing, since ${first} is given. Give both or neither.`,
    });
  }
  if (bearer !== undefined && isGiven(bearer)) {
    issues.push({
      path: [cloud, bearer],
      message: `Conflicts with ${first}. Give a token or a key pair.`,
    });
  }
  return issues;
}

/** A cloud's own part of the configuration, by the names of its fields. */
function fieldsOf(cloud: CloudId, configuration: Configuration): Readonly<Record<string, unknown>> {
  return { ...configuration[cloud] };
}

function asString(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** Publishers by name, and their accounts by cloud. */
export type Publishers = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** The publishers of a configuration. */
export function publishersOf({ publishers }: Configuration): Publishers {
  return Object.fromEntries(
    Object.entries(publishers ?? {}).map(([name, byCloud]) => [
      name,
      Object.fromEntries(
        Object.entries(byCloud).map(([cloud, ids]) => [
          cloud,
          ids.split(',').map((id) => id.trim()),
        ]),
      ),
    ]),
  );
}

function publisherIssues({ publishers }: Configuration): readonly Issue[] {
  return Object.entries(publishers ?? {}).flatMap(([name, byCloud]) => {
    const path = ['publishers', name];
    const taken = (OWNERS as readonly string[]).includes(name);
    if (taken || !/^[a-z][a-z0-9-]*$/.test(name)) {
      const message = `"${name}" is not a valid publisher name. Use lower-case letters, digits and dashes, and none of ${OWNERS.join(', ')}.`;
      return [{ path, message }];
    }
    return Object.entries(byCloud).flatMap(([cloud, ids]) => {
      if (!(CLOUD_IDS as readonly string[]).includes(cloud)) {
        const message = `"${cloud}" is not one of ${CLOUD_IDS.join(', ')}.${didYouMean(cloud, CLOUD_IDS)}`;
        return [{ path: [...path, cloud], message }];
      }
      const definition = CLOUDS[cloud as CloudId];
      const wrong = ids.split(',').find((id) => !isAccount(definition, id.trim()));
      if (wrong === undefined) return [];
      const message = `"${wrong.trim()}" is not an account id of ${definition.title}.`;
      return [{ path: [...path, cloud], message }];
    });
  });
}

/** A cloud's settings: the configuration first, then `CLOUDIMAGES_ENDPOINT_<CLOUD>`. */
export function settingsOf(
  cloud: CloudId,
  configuration: Configuration,
  environment: Readonly<Record<string, string | undefined>>,
): CloudSettings {
  const variable = `CLOUDIMAGES_ENDPOINT_${cloud.toUpperCase()}`;
  const configured = configuration[cloud]?.endpoint ?? undefined;
  const fromEnvironment = environment[variable];
  const endpoint =
    configured !== undefined
      ? parseEndpoint(configured, `the configuration's ${cloud}.endpoint`, { cloud })
      : fromEnvironment === undefined || fromEnvironment === ''
        ? undefined
        : parseEndpoint(fromEnvironment, `the environment variable ${variable}`, { cloud });
  const settings = fieldsOf(cloud, configuration);
  return {
    explicit: explicitOf(cloud, configuration),
    profile: asString(settings['profile']),
    site: asString(settings['site']),
    endpoint,
  };
}

/** The credential that the configuration gives a cloud. Front ends write null, undefined or nothing for what is absent. */
function explicitOf(cloud: CloudId, configuration: Configuration): ExplicitCredential {
  const own = partsOf(cloud, configuration);
  const other = CLOUDS[cloud].configuration.sharesKeysWith;
  return own.id === undefined && other !== undefined ? partsOf(other, configuration) : own;
}

function partsOf(cloud: CloudId, configuration: Configuration): ExplicitCredential {
  const settings = fieldsOf(cloud, configuration);
  const given = Object.entries(CLOUDS[cloud].configuration.credentials).flatMap(
    ([name, { part, setting }]) => {
      const value = asString(settings[name]);
      return value === undefined ? [] : [{ part, setting, value }];
    },
  );
  const usual = given.filter(({ part }) => part !== 'settings');
  const others = given.flatMap(({ setting, value }) =>
    setting === undefined ? [] : [[setting, value] as const],
  );
  return {
    ...Object.fromEntries(usual.map(({ part, value }) => [part, value])),
    ...(others.length === 0 ? {} : { settings: Object.fromEntries(others) }),
  };
}
