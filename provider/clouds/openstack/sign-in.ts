/**
 * Signing in at Keystone: a password, a token or an application credential is traded for a token of a
 * project, whose catalog names the image service of each region.
 *
 * @see https://docs.openstack.org/api-ref/identity/v3/#authentication-and-token-management
 */
import { ImageError } from '../../errors/image-error';
import { isForbiddenPlainHttp, plainHttpProblem } from '../../transport/endpoint';
import type { SignIn, SignedIn } from '../definition/cloud-definition';
import { failure } from '../definition/failures';
import { isObject, plainString, valueAt } from '../definition/field-readers';

type Details = Readonly<Record<string, string>>;
type SigningKey = Parameters<SignIn['request']>[0]['credential'];

/** In front of the titles of Keystone's errors, which mean other things there than at Glance. */
export const KEYSTONE = 'Keystone: ';

/** A token without a time is good for an hour, which is Keystone's default. Milliseconds. */
const USUAL_LIFETIME_MS = 60 * 60_000;

export const signIn: SignIn = {
  operation: 'POST /v3/auth/tokens',
  request: ({ credential, endpoint }) => ({
    method: 'POST',
    url: `${endpoint === undefined ? identityUrl(credential.details?.['auth_url'] ?? '') : `${endpoint.origin}/v3`}/auth/tokens`,
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ auth: authOf(credential) }),
  }),
  read: (body, headers, now, { details = {} }) => {
    if (!isObject(body)) return undefined;
    const { token, error } = body;
    if (isObject(error)) {
      const isGone = /application credential/i.test(String(error['message']));
      const title = isGone ? 'Application Credential' : plainString(error['title']);
      return failure(`${KEYSTONE}${title ?? 'error'}`, error['message'], undefined);
    }
    const subject = headers['x-subject-token'];
    if (!isObject(token) || subject === undefined) return undefined;
    const expiresMs = Date.parse(plainString(token['expires_at']) ?? '');
    const accountId = plainString(valueAt(token, 'project.id'));
    const read: SignedIn = {
      token: subject,
      lifetimeMs: Number.isNaN(expiresMs) ? USUAL_LIFETIME_MS : expiresMs - now.getTime(),
      endpoints: endpointsOf(token['catalog'], details),
      accountId,
    };
    if (accountId !== undefined) return read;
    const message = 'the token is not of a project. Name one by project_name or project_id.';
    return failure(`${KEYSTONE}no project`, message, undefined);
  },
};

/** The identity service, version 3, whether or not the URL says so. */
function identityUrl(authUrl: string): string {
  const invalid = (problem: string): ImageError =>
    new ImageError('invalid-configuration', `the auth_url ${problem}`, {
      hint: 'Write the URL of the identity service, such as https://keystone.example.com:5000/v3.',
    });
  if (!URL.canParse(authUrl)) throw invalid('is not a URL');
  const url = new URL(authUrl);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw invalid('is not a URL of http');
  if (isForbiddenPlainHttp(url)) throw invalid(plainHttpProblem(url));
  const path = url.pathname.replace(/\/+$/, '');
  if (/\/v2(\.0)?$/.test(path)) throw invalid('is of version 2, which is not supported');
  return `${url.origin}${path.endsWith('/v3') ? path : `${path}/v3`}`;
}

function authOf({ id, secret, details = {} }: SigningKey): object {
  const scope = scopeOf(details);
  if (details['auth_type'] === 'token') {
    return { identity: { methods: ['token'], token: { id: secret } }, ...scope };
  }
  if (details['auth_type'] === 'application_credential') {
    // Its project is fixed: Keystone refuses a scope.
    const named =
      details['application_credential_id'] === undefined
        ? { name: id, user: userOf(details) }
        : { id };
    const application_credential = { ...named, secret };
    return { identity: { methods: ['application_credential'], application_credential } };
  }
  const isKnown = details['username'] !== undefined || details['user_id'] !== undefined;
  const user = { ...(isKnown ? userOf(details) : { id }), password: secret };
  return { identity: { methods: ['password'], password: { user } }, ...scope };
}

function userOf(details: Details): object {
  if (details['user_id'] !== undefined) return { id: details['user_id'] };
  return { name: details['username'], domain: domainOf(details, 'user') };
}

/** A domain by id or name; the one that most clouds have where none is given. */
function domainOf(details: Details, of: 'user' | 'project'): object {
  const id = details[`${of}_domain_id`] ?? details['domain_id'];
  const name = details[`${of}_domain_name`] ?? details['domain_name'];
  if (id !== undefined) return { id };
  return name === undefined ? { id: details['default_domain'] ?? 'default' } : { name };
}

/** The project; without one, Keystone takes the user's default project. */
function scopeOf(details: Details): object {
  const { project_id: id, project_name: name } = details;
  if (id !== undefined) return { scope: { project: { id } } };
  if (name === undefined) return {};
  return { scope: { project: { name, domain: domainOf(details, 'project') } } };
}

/** The image service of each region, without its version. */
function endpointsOf(catalog: unknown, details: Details): Readonly<Record<string, string>> {
  const objects = (value: unknown) => (Array.isArray(value) ? value.filter(isObject) : []);
  const wanted = (details['interface'] ?? 'public').replace(/URL$/, '');
  const endpoints = objects(catalog)
    .filter(({ type }) => type === 'image')
    .flatMap((service) => objects(service['endpoints']))
    .filter((endpoint) => endpoint['interface'] === wanted);
  const override = details['image_endpoint_override'];
  const byRegion = endpoints.flatMap((endpoint) => {
    const region = plainString(endpoint['region_id']) ?? plainString(endpoint['region']);
    const url = override ?? plainString(endpoint['url']);
    return region === undefined || url === undefined
      ? []
      : [[region, withoutVersion(url)] as const];
  });
  return Object.fromEntries(byRegion);
}

function withoutVersion(url: string): string {
  return url.replace(/\/+$/, '').replace(/\/v\d+(\.\d+)?$/, '');
}
