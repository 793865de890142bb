/** The configuration as given by a front: checked, with what the environment adds. */
import type { ExplicitCredential } from '../credentials/chain';
import { ImageError, type Issue } from '../errors/image-error';
import { printPath } from '../errors/print-path';
import type { Publishers } from '../image/criteria';
import { didYouMean } from '../image/nearest';
import { parseTarget } from '../image/target';
import { CLOUD_IDS, OWNERS, type CloudId } from '../image/words';
import { checkFields } from '../schema/check-fields';
import { CONFIGURATION_FIELDS } from '../schema/configuration-fields';
import type { Configuration } from '../schema/configuration.generated';
import { parseEndpoint, type Endpoint } from '../transport/endpoint';

/** How long a look-up may take unless the configuration says otherwise. Outlasts a throttled minute. */
export const DEFAULT_TIMEOUT_SECONDS = 120;

/** What one cloud's part of the configuration says. */
export interface CloudSettings {
  readonly explicit: ExplicitCredential;
  readonly profile?: string | undefined;
  readonly endpoint?: Endpoint | undefined;
}

/**
 * Checks a configuration.
 *
 * @throws ImageError `invalid-configuration` with every mistake and its path
 */
export function readConfiguration(value: unknown): Configuration {
  const issues: Issue[] = [...checkFields(CONFIGURATION_FIELDS, value ?? {})];
  // Every field was checked against the table that the type is made from.
  const configuration = (value ?? {}) as Configuration;
  if (issues.length === 0) {
    (configuration.targets ?? []).forEach((text, index) => {
      const parsed = parseTarget(text);
      if ('mistake' in parsed) issues.push({ path: ['targets', index], message: parsed.mistake });
    });
    issues.push(...publisherIssues(configuration));
    const seconds = configuration.timeoutSeconds ?? DEFAULT_TIMEOUT_SECONDS;
    if (seconds < 1 || seconds > 3600) {
      const message = `${seconds} is not a whole number of seconds from 1 to 3600.`;
      issues.push({ path: ['timeoutSeconds'], message });
    }
  }
  if (issues.length === 0) return configuration;
  const lines = issues.map(({ path, message }) => `  ${printPath(path)}: ${message}`);
  const count = issues.length === 1 ? 'a mistake' : `${issues.length} mistakes`;
  throw new ImageError(
    'invalid-configuration',
    `the configuration has ${count}:\n${lines.join('\n')}`,
    { issues },
  );
}

/** The publishers of a configuration by name, each with its accounts. */
export function publishersOf({ publishers }: Configuration): Publishers {
  return Object.fromEntries(
    Object.entries(publishers ?? {}).map(([name, byCloud]) => [
      name,
      Object.entries(byCloud).flatMap(([cloud, ids]) =>
        ids.split(',').map((id) => ({ cloud, id: id.trim() })),
      ),
    ]),
  );
}

function publisherIssues({ publishers }: Configuration): readonly Issue[] {
  return Object.entries(publishers ?? {}).flatMap(([name, byCloud]) => {
    const path = ['publishers', name];
    const taken = (OWNERS as readonly string[]).includes(name);
    if (taken || !/^[a-z][a-z0-9-]*$/.test(name)) {
      const message = `"${name}" is not a name of small letters, digits and dashes that is none of ${OWNERS.join(', ')}.`;
      return [{ path, message }];
    }
    return Object.entries(byCloud).flatMap(([cloud, ids]) => {
      if (!(CLOUD_IDS as readonly string[]).includes(cloud)) {
        const message = `"${cloud}" is not one of ${CLOUD_IDS.join(', ')}.${didYouMean(cloud, CLOUD_IDS)}`;
        return [{ path: [...path, cloud], message }];
      }
      const wrong = ids.split(',').find((id) => !/^\d{4,20}$/.test(id.trim()));
      if (wrong === undefined) return [];
      return [{ path: [...path, cloud], message: `"${wrong.trim()}" is not an account id.` }];
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
  const given = configuration[cloud]?.endpoint ?? undefined;
  const fromEnvironment = environment[variable];
  const endpoint =
    given !== undefined
      ? parseEndpoint(given, `the configuration's ${cloud}.endpoint`, { cloud })
      : fromEnvironment === undefined || fromEnvironment === ''
        ? undefined
        : parseEndpoint(fromEnvironment, `the environment variable ${variable}`, { cloud });
  const profile = configuration[cloud]?.profile ?? undefined;
  return { explicit: explicitOf(cloud, configuration), profile, endpoint };
}

/** Each cloud's own words for the parts of a credential. */
function explicitOf(cloud: CloudId, configuration: Configuration): ExplicitCredential {
  if (cloud === 'alicloud') {
    const { accessKey, secretKey, securityToken } = configuration.alicloud ?? {};
    return given({ id: accessKey, secret: secretKey, token: securityToken });
  }
  if (cloud === 'zenlayercloud') {
    const { accessKeyId, accessKeyPassword, token } = configuration.zenlayercloud ?? {};
    return given({ id: accessKeyId, secret: accessKeyPassword, bearerToken: token });
  }
  // Both of Tencent's APIs take the same keys; what is given for one serves the other.
  const [own, other] = [configuration[cloud], configuration[OTHER_TENCENT[cloud]]];
  const keys = (own?.secretId ?? undefined) === undefined ? other : own;
  return given({ id: keys?.secretId, secret: keys?.secretKey, token: keys?.securityToken });
}

const OTHER_TENCENT = { tencentcloud: 'qcloud', qcloud: 'tencentcloud' } as const;

/** Without what is absent: fronts write null, undefined or nothing at all. */
function given(values: {
  readonly [K in keyof ExplicitCredential]: string | null | undefined;
}): ExplicitCredential {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined && value !== null),
  );
}
