/** Logins of OpenStack: the configuration, clouds.yaml and OS_* variables, as OpenStack's own tools read them. */
import { ImageError } from '../errors/image-error';
import type { CredentialContext, CredentialLink } from './chain';
import { keyCredential, type KeyCredential } from './credential';
import { given } from './given';
import { readCloudsYaml } from './openstack-clouds-yaml';

/** A login by the names of clouds.yaml, flat: those of `auth` and those beside it. */
export type OpenstackLogin = Readonly<Record<string, string>>;

/** The names of clouds.yaml that the variables `OS_<NAME>` have too. */
const NAMES = [
  ...['auth_url', 'auth_type', 'username', 'user_id', 'password', 'token'],
  ...['project_name', 'project_id', 'user_domain_name', 'user_domain_id'],
  ...['project_domain_name', 'project_domain_id', 'domain_name', 'domain_id', 'default_domain'],
  ...['application_credential_id', 'application_credential_name', 'application_credential_secret'],
  ...['region_name', 'interface', 'image_endpoint_override'],
] as const;

/** Other names of variables for the same. */
const OTHER_VARIABLES: Readonly<Record<string, string>> = {
  OS_TENANT_NAME: 'project_name',
  OS_TENANT_ID: 'project_id',
  OS_ENDPOINT_TYPE: 'interface',
};

const PASSWORD = ['password', 'v3password'];
const TOKEN = ['token', 'v3token'];
const APPLICATION_CREDENTIAL = ['v3applicationcredential'];

/**
 * The link of OpenStack. `OS_CLOUD`, or the configured profile, names an entry of clouds.yaml, and
 * then no other OS_* variable is read; without it the variables are. What the configuration gives
 * takes the place of single values.
 *
 * @see https://docs.openstack.org/openstacksdk/latest/user/config/configuration.html
 */
export function openstackLink(): CredentialLink {
  return {
    name: 'OpenStack login',
    remedy:
      'Name an entry of clouds.yaml:\n  export OS_CLOUD=...\nOr: Set environment variables:\n  export OS_AUTH_URL=... OS_APPLICATION_CREDENTIAL_ID=... OS_APPLICATION_CREDENTIAL_SECRET=...',
    async find(context) {
      const explicit = context.explicit?.settings ?? {};
      const base = await findBase(context, Object.keys(explicit).length > 0);
      if ('reason' in base) return base;
      const login = { ...base.login, ...withoutOtherMethods(base.login, explicit), ...explicit };
      const source = base.source ?? 'configuration';
      return { credential: credentialOf(login, source), source };
    },
  };
}

type Base =
  { readonly login: OpenstackLogin; readonly source?: string } | { readonly reason: string };

async function findBase(context: CredentialContext, hasExplicit: boolean): Promise<Base> {
  const { environment } = context;
  const cloud = given(context.profile) ?? given(environment['OS_CLOUD']);
  if (cloud !== undefined) return readCloudsYaml(context, cloud);
  const login = fromVariables(environment);
  if (login['auth_url'] !== undefined) return { login, source: 'environment OS_AUTH_URL' };
  if (hasExplicit) return { login };
  const only = await readCloudsYaml(context, undefined);
  if ('reason' in only) return { reason: `OS_CLOUD and OS_AUTH_URL not set; ${only.reason}` };
  return only;
}

function fromVariables(environment: CredentialContext['environment']): OpenstackLogin {
  const entries = [
    ...Object.entries(OTHER_VARIABLES),
    ...NAMES.map((name) => [`OS_${name.toUpperCase()}`, name] as const),
  ].flatMap(([variable, name]) => {
    const value = given(environment[variable]);
    return value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(entries);
}

/** A configured way to sign in takes the place of another one in the environment. */
function withoutOtherMethods(login: OpenstackLogin, explicit: OpenstackLogin): OpenstackLogin {
  const secrets = ['password', 'token', 'application_credential_secret'];
  if (!secrets.some((name) => explicit[name] !== undefined)) return login;
  const kept = Object.entries(login).filter(
    ([name]) =>
      !secrets.includes(name) && !name.startsWith('application_credential') && name !== 'auth_type',
  );
  return Object.fromEntries(kept);
}

/** Checks a login, and makes a credential of it: id and secret, and everything else as details. */
function credentialOf(login: OpenstackLogin, source: string): KeyCredential {
  const method = methodOf(login, source);
  const { password, token, application_credential_secret: secret, ...others } = login;
  const need = (value: string | undefined, name: string): string => {
    if (value !== undefined) return value;
    throw incomplete(`has no ${name}`, source);
  };
  const details = {
    ...others,
    auth_type: method,
    auth_url: need(others['auth_url'], 'auth_url'),
  };
  if (method === 'token')
    return keyCredential({ id: 'token', secret: need(token, 'token'), details });
  if (method === 'application_credential') {
    const { application_credential_id: id, application_credential_name: name } = login;
    return keyCredential({
      id: need(id ?? name, 'application_credential_id'),
      secret: need(secret, 'application_credential_secret'),
      details,
    });
  }
  return keyCredential({
    id: need(login['user_id'] ?? login['username'], 'username'),
    secret: need(password, 'password'),
    details,
  });
}

function methodOf(login: OpenstackLogin, source: string): string {
  const type = login['auth_type'];
  // The SDK needs auth_type for application credentials; their fields are clear enough.
  if (login['application_credential_secret'] !== undefined && type !== 'token') {
    return 'application_credential';
  }
  if (type === undefined) return login['token'] === undefined ? 'password' : 'token';
  if (PASSWORD.includes(type)) return 'password';
  if (TOKEN.includes(type)) return 'token';
  if (APPLICATION_CREDENTIAL.includes(type)) return 'application_credential';
  throw incomplete(
    `has the auth_type "${type}", which is not supported`,
    source,
    'Use password, token or v3applicationcredential. `openstack application credential create --role reader NAME` makes an application credential.',
  );
}

function incomplete(problem: string, source: string, hint?: string): ImageError {
  return new ImageError('invalid-configuration', `the OpenStack login (${source}) ${problem}`, {
    hint: hint ?? 'Complete it in clouds.yaml, in the environment or in the configuration.',
  });
}
