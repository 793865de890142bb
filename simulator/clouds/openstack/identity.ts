/** Keystone v3: tokens of a project, with the catalog. */
import type { Account } from '../../account';
import { isRecord, parseJsonObject, WireError, type Json } from '../../wire';
import type { AnswerContext } from '../../serve';
import { originOf, prefixOf, type OpenstackCall } from './call';
import { OPENSTACK, PROJECTS } from './vocabulary';

const TOKEN_LIFETIME_MS = 3_600_000;
const APPLICATION_CREDENTIAL = 'simulator-application-credential';

type Context = AnswerContext<OpenstackCall>;

/** The answer of `POST /v3/auth/tokens`; `subject` goes into the header. */
export function createToken({ world, call }: Context): Readonly<Record<string, Json>> {
  const auth = parseJsonObject(call.request.body)?.['auth'];
  const identity = isRecord(auth) ? auth['identity'] : undefined;
  const methods = isRecord(identity) ? identity['methods'] : undefined;
  if (!isRecord(auth) || !isRecord(identity) || !Array.isArray(methods)) {
    throw badRequest("'auth' is a required property");
  }
  const [method] = methods as unknown[];
  const given = typeof method === 'string' ? identity[method] : undefined;
  if (!isRecord(given)) throw badRequest(`Expecting to find ${String(method)} in identity.`);
  const account = accountOf(String(method), given, { world, call });
  if (!account) throw unauthorized();
  const { scope } = auth;
  if (scope !== undefined && method === 'application_credential') {
    throw unauthorized('Application credentials cannot request a scope.');
  }
  if (scope !== undefined) checkScope(scope);
  const now = world.now();
  const time = (ms: number): string => new Date(ms).toISOString().replace('Z', '000Z');
  return {
    subject: world.tokens.issue(account, now + TOKEN_LIFETIME_MS),
    token: {
      methods: methods as Json,
      user: { domain: DOMAIN, id: account.keyId, name: account.keyId, password_expires_at: null },
      audit_ids: ['yoSCz_T9QduBDMYvKDGUTQ'],
      expires_at: time(now + TOKEN_LIFETIME_MS),
      issued_at: time(now),
      project: { domain: DOMAIN, id: PROJECTS.own, name: 'simulator' },
      is_domain: false,
      roles: [{ id: 'f0d6b3d83ffa425790d3454f020d774b', name: 'reader' }],
      catalog: catalogOf(call),
    },
  };
}

const DOMAIN = { id: 'default', name: 'Default' } as const;

function accountOf(
  method: string,
  given: Readonly<Record<string, unknown>>,
  { world, call }: Pick<Context, 'world' | 'call'>,
): Account | undefined {
  const accounts = world.accounts('openstack');
  if (method === 'token') {
    return world.tokens.accountOf('openstack', String(given['id']), world.now());
  }
  if (method === 'application_credential') {
    if (given['id'] === undefined && !isRecord(given['user'])) throw badRequest('user is missing');
    const id = given['id'] ?? given['name'];
    const found = accounts.find(({ keyId }) => keyId === id);
    if (!found?.keyId.startsWith(APPLICATION_CREDENTIAL)) {
      throw new WireError(
        'Not Found',
        `Could not find Application Credential: ${String(id)}.`,
        404,
      );
    }
    return found.secret === given['secret'] ? found : undefined;
  }
  if (method !== 'password') throw badRequest(`${method} is not supported (${call.action})`);
  const user = given['user'];
  if (!isRecord(user)) throw badRequest('Expecting to find user in password.');
  if (user['id'] === undefined && !isDomain(user['domain'])) {
    throw badRequest('Expecting to find domain in user.');
  }
  const name = user['id'] ?? user['name'];
  return accounts.find(
    ({ keyId, secret }) =>
      keyId === name && secret === user['password'] && !keyId.startsWith(APPLICATION_CREDENTIAL),
  );
}

function checkScope(scope: unknown): void {
  const project = isRecord(scope) ? scope['project'] : undefined;
  if (!isRecord(project)) throw badRequest('Expecting to find project in scope.');
  if (project['id'] === undefined && !isDomain(project['domain'])) {
    throw badRequest('Expecting to find domain in project.');
  }
  const isOwn = project['id'] === PROJECTS.own || project['name'] === 'simulator';
  if (!isOwn) throw unauthorized();
}

function isDomain(domain: unknown): boolean {
  return isRecord(domain) && (domain['id'] === DOMAIN.id || domain['name'] === DOMAIN.name);
}

function catalogOf({ request }: OpenstackCall): Json {
  const origin = originOf(request);
  const service = (type: string, name: string, urlOf: (region: string) => string): Json => ({
    id: `${name}-service`,
    type,
    name,
    endpoints: OPENSTACK.regions.flatMap((region) =>
      ['public', 'internal', 'admin'].map((face) => ({
        id: `${name}-${region}-${face}`,
        interface: face,
        region_id: region,
        url: face === 'public' ? urlOf(region) : 'http://internal.invalid:9292',
        region,
      })),
    ),
  });
  return [
    service('identity', 'keystone', () => `${origin}/v3/`),
    service('image', 'glance', (region) => `${origin}${prefixOf(region)}`),
  ];
}

function badRequest(message: string): WireError {
  return new WireError('Bad Request', message, 400);
}

function unauthorized(message = 'The request you have made requires authentication.'): WireError {
  return new WireError('Unauthorized', message, 401);
}
