/** The profiles of AWS's own tools: `~/.aws/config` and `~/.aws/credentials`, read as one. */
import type { CredentialContext } from '../chain';
import { firstGiven, given } from '../given';
import { expandHome, parseIni, readIfThere, textField, type JsonRecord } from '../profile-file';

/** The profiles of both files. */
export interface AwsProfiles {
  /** The file to name in messages about a profile. */
  readonly path: string;
  /** A profile's settings: those of the credentials file win. Undefined: neither file has it. */
  readonly profile: (name: string) => JsonRecord | undefined;
  /** A section `[sso-session name]` of the configuration file. */
  readonly ssoSession: (name: string) => JsonRecord | undefined;
}

/** Reads both files. A file that is not there is empty. */
export async function readAwsProfiles(context: CredentialContext): Promise<AwsProfiles> {
  const pathOf = (variable: string, usual: string) =>
    expandHome(given(context.environment[variable]) ?? usual, context);
  const configPath = pathOf('AWS_CONFIG_FILE', '~/.aws/config');
  const credentialsPath = pathOf('AWS_SHARED_CREDENTIALS_FILE', '~/.aws/credentials');
  const [config, credentials] = await Promise.all(
    [configPath, credentialsPath].map(async (path) =>
      parseIni((await readIfThere(path, context)) ?? ''),
    ),
  );
  return {
    path: configPath,
    profile: (name) => {
      const inConfig =
        config?.get(`profile ${name}`) ?? (name === 'default' ? config?.get(name) : undefined);
      const inCredentials = credentials?.get(name);
      return inConfig === undefined && inCredentials === undefined
        ? undefined
        : { ...inConfig, ...inCredentials };
    },
    ssoSession: (name) => config?.get(`sso-session ${name}`),
  };
}

/** The profile that the configuration or `AWS_PROFILE` names. */
export function namedProfile({ profile, environment }: CredentialContext): string | undefined {
  return given(profile) ?? firstGiven(['AWS_PROFILE', 'AWS_DEFAULT_PROFILE'], environment)?.value;
}

/** The region whose services issue keys: as the environment or a profile names it. */
export function homeRegion(
  { environment }: CredentialContext,
  record: JsonRecord = {},
  path = '',
): string | undefined {
  return (
    firstGiven(['AWS_REGION', 'AWS_DEFAULT_REGION'], environment)?.value ??
    textField(record, 'region', path)
  );
}
