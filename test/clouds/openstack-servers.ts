/** Keystone and Glance themselves, on this machine: an OpenStack written by others. */
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

type Environment = Readonly<Record<string, string>>;
type Body = Readonly<Record<string, unknown>>;

/** A running cloud, with a project of its own and one of another user. */
export interface OpenstackServers {
  readonly authUrl: string;
  /** Ids of images by the names under which they were made. */
  readonly images: Readonly<Record<string, string>>;
  /** An application credential of the user `demo`, with the role reader only. */
  readonly applicationCredential: { readonly id: string; readonly secret: string };
  readonly close: () => void;
}

export const PASSWORD = 'MARKED-password';
export const REGION = 'RegionOne';

/** Starts both, and makes users, projects and images by their APIs. */
export async function startOpenstack(python: Environment): Promise<OpenstackServers> {
  const folder = mkdtempSync(path.join(tmpdir(), 'cloudimages-openstack-'));
  const servers: ChildProcess[] = [];
  const close = (): void => {
    for (const server of servers) server.kill();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const [keystone, glance] = [await freePort(), await freePort()];
    const identity = `http://127.0.0.1:${keystone}/v3`;
    const image = `http://127.0.0.1:${glance}`;
    await prepareKeystone(python, folder, identity);
    servers.push(serve(python, folder, 'keystone', keystone));
    await untilItAnswers(identity, servers);
    const admin = apiOf(await tokenOf(identity, 'admin', 'admin'));
    await prepareGlance(python, folder, identity);
    const users = await makeUsers(admin, identity, image);
    servers.push(serve(python, folder, 'glance', glance));
    await untilItAnswers(image, servers);
    const images = await makeImages(identity, image, users);
    const applicationCredential = await makeApplicationCredential(identity, users);
    return { authUrl: identity, images, applicationCredential, close };
  } catch (error) {
    close();
    throw error;
  }
}

async function prepareKeystone(python: Environment, folder: string, url: string): Promise<void> {
  const file = write(
    folder,
    'keystone.conf',
    `[database]
connection = sqlite:///${folder}/keystone.db
[token]
provider = fernet
[fernet_tokens]
key_repository = ${folder}/fernet
[credential]
key_repository = ${folder}/credentials
[cache]
enabled = false
[identity]
password_hash_rounds = 4
`,
  );
  const { username, gid } = userInfo();
  const { stdout } = await promisify(execFile)('id', ['-gn']);
  const owner = ['--keystone-user', username, '--keystone-group', stdout.trim() || String(gid)];
  const manage = (...args: readonly string[]) =>
    run(python, 'keystone-manage', ['--config-file', file, ...args]);
  await manage('db_sync');
  await manage('fernet_setup', ...owner);
  await manage('credential_setup', ...owner);
  const urls = ['admin', 'internal', 'public'].flatMap((face) => [
    `--bootstrap-${face}-url`,
    `${url}/`,
  ]);
  const region = ['--bootstrap-region-id', REGION];
  await manage('bootstrap', '--bootstrap-password', PASSWORD, ...region, ...urls);
}

async function prepareGlance(python: Environment, folder: string, url: string): Promise<void> {
  const packages = (python['PYTHONPATH'] ?? '').split(path.delimiter)[0] ?? '';
  for (const name of ['store', 'staging', 'tasks']) mkdirSync(path.join(folder, name));
  const file = write(
    folder,
    'glance-api.conf',
    `[DEFAULT]
enabled_backends = fast:file
[glance_store]
default_backend = fast
[fast]
filesystem_store_datadir = ${folder}/store
[os_glance_staging_store]
filesystem_store_datadir = ${folder}/staging
[os_glance_tasks_store]
filesystem_store_datadir = ${folder}/tasks
[database]
connection = sqlite:///${folder}/glance.db
[keystone_authtoken]
www_authenticate_uri = ${url}
auth_url = ${url}
auth_type = password
username = glance
password = ${PASSWORD}
project_name = service
user_domain_id = default
project_domain_id = default
[paste_deploy]
flavor = keystone
config_file = ${packages}/etc/glance/glance-api-paste.ini
`,
  );
  await run(python, 'glance-manage', ['--config-file', file, 'db_sync']);
}

/** Keystone reads the arguments of the command line, so they are emptied. */
function serve(python: Environment, folder: string, name: string, port: number): ChildProcess {
  const program = `import sys
sys.argv = sys.argv[:1]
from ${name}.wsgi.api import application
from waitress import serve
serve(application, host="127.0.0.1", port=${port})
`;
  const prefix = `OS_${name.toUpperCase()}_CONFIG`;
  const config = name === 'glance' ? 'glance-api.conf' : 'keystone.conf';
  const env = { ...python, [`${prefix}_DIR`]: folder, [`${prefix}_FILES`]: config };
  return spawn('python3', ['-c', program], { env, cwd: folder, stdio: 'ignore' });
}

interface Users {
  readonly demo: string;
  readonly other: string;
  readonly web: string;
  readonly otherProject: string;
}

/** `demo` is a member of `web`, `other` of another project, and `nobody` has no useful role. */
async function makeUsers(admin: Api, identity: string, image: string): Promise<Users> {
  const make = async (kind: string, body: Body): Promise<string> => {
    const answer = await admin('POST', `${identity}/${kind}s`, { [kind]: body });
    return String((answer[kind] as Body)['id']);
  };
  const { roles } = (await admin('GET', `${identity}/roles`)) as { roles: Body[] };
  const roleOf = (name: string): string =>
    String(roles.find((role) => role['name'] === name)?.['id']);
  const grant = (project: string, user: string, role: string) =>
    admin('PUT', `${identity}/projects/${project}/users/${user}/roles/${role}`);
  const project = (name: string) => make('project', { name, domain_id: 'default' });
  const user = (name: string) => make('user', { name, domain_id: 'default', password: PASSWORD });
  const service = await project('service');
  await grant(service, await user('glance'), roleOf('admin'));
  const [web, otherProject] = [await project('web'), await project('other')];
  const [demo, other, nobody] = [await user('demo'), await user('other'), await user('nobody')];
  for (const role of ['member', 'reader']) {
    await grant(web, demo, roleOf(role));
    await grant(otherProject, other, roleOf(role));
  }
  await grant(web, nobody, await make('role', { name: 'nothing' }));
  const images = await make('service', { type: 'image', name: 'glance' });
  for (const face of ['public', 'internal', 'admin']) {
    const url = face === 'public' ? image : 'http://internal.invalid:9292';
    await make('endpoint', { service_id: images, interface: face, region_id: REGION, url });
  }
  return { demo, other, web, otherProject };
}

const UBUNTU = {
  os_distro: 'ubuntu',
  os_version: '24.04',
  architecture: 'x86_64',
  os_type: 'linux',
};

/** Public, hidden, own, shared, community and unfinished images; 30 of them to have pages. */
async function makeImages(
  identity: string,
  image: string,
  { web }: Users,
): Promise<Readonly<Record<string, string>>> {
  const as = async (user: string, project: string) => apiOf(await tokenOf(identity, user, project));
  const [admin, demo, other] = [
    await as('admin', 'admin'),
    await as('demo', 'web'),
    await as('other', 'other'),
  ];
  const ids: Record<string, string> = {};
  const make = async (api: Api, key: string, body: Body): Promise<void> => {
    const format = { disk_format: 'raw', container_format: 'bare' };
    const made = await api('POST', `${image}/v2/images`, { ...format, ...body });
    ids[key] = String(made['id']);
    await api('PUT', `${image}/v2/images/${ids[key]}/file`, 'x');
  };
  for (let number = 0; number < 30; number += 1) {
    const name = `Debian 12 build ${number}`;
    await make(admin, name, { name, visibility: 'public', os_distro: 'debian', os_version: '12' });
  }
  await make(admin, 'public', { name: 'Ubuntu 24.04', visibility: 'public', ...UBUNTU });
  await make(admin, 'hidden', {
    name: 'Ubuntu 24.04',
    visibility: 'public',
    os_hidden: true,
    ...UBUNTU,
  });
  await make(other, 'community', { name: 'Ubuntu 24.04', visibility: 'community', ...UBUNTU });
  await make(other, 'shared', { name: 'Ubuntu 24.04', visibility: 'shared', ...UBUNTU });
  await make(other, 'pending', { name: 'Ubuntu 24.04', visibility: 'shared', ...UBUNTU });
  await make(other, 'private', { name: 'Ubuntu 24.04', visibility: 'private', ...UBUNTU });
  for (const key of ['shared', 'pending']) {
    await other('POST', `${image}/v2/images/${ids[key]}/members`, { member: web });
  }
  await demo('PUT', `${image}/v2/images/${ids['shared']}/members/${web}`, { status: 'accepted' });
  await make(demo, 'own', {
    name: 'golden-ubuntu-24.04',
    visibility: 'private',
    tags: ['golden'],
    env: 'production',
    ...UBUNTU,
  });
  await make(demo, 'own shared', { name: 'golden-ubuntu-24.04-shared', ...UBUNTU });
  const queued = { name: 'golden-unfinished', disk_format: 'raw', container_format: 'bare' };
  ids['queued'] = String((await demo('POST', `${image}/v2/images`, queued))['id']);
  return ids;
}

async function makeApplicationCredential(identity: string, { demo }: Users) {
  const api = apiOf(await tokenOf(identity, 'demo', 'web'));
  const secret = 'MARKED-application';
  const body = { application_credential: { name: 'images', secret, roles: [{ name: 'reader' }] } };
  const answer = await api('POST', `${identity}/users/${demo}/application_credentials`, body);
  return { id: String((answer['application_credential'] as Body)['id']), secret };
}

/** A token of a user in a project. */
export async function tokenOf(identity: string, name: string, project: string): Promise<string> {
  const domain = { id: 'default' };
  const user = { name, domain, password: PASSWORD };
  const response = await fetch(`${identity}/auth/tokens`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      auth: {
        identity: { methods: ['password'], password: { user } },
        scope: { project: { name: project, domain } },
      },
    }),
  });
  if (!response.ok) throw new Error(`no token for ${name}: ${await response.text()}`);
  return response.headers.get('x-subject-token') ?? '';
}

type Api = (method: string, url: string, body?: Body | string) => Promise<Body>;

function apiOf(token: string): Api {
  return async (method, url, body) => {
    const isFile = typeof body === 'string';
    const response = await fetch(url, {
      method,
      headers: {
        'x-auth-token': token,
        accept: 'application/json',
        'content-type': isFile ? 'application/octet-stream' : 'application/json',
      },
      ...(body === undefined ? {} : { body: isFile ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${url}: ${response.status} ${text}`);
    return text === '' ? {} : (JSON.parse(text) as Body);
  };
}

function run(python: Environment, name: string, args: readonly string[]) {
  const packages = (python['PYTHONPATH'] ?? '').split(path.delimiter)[0] ?? '';
  return promisify(execFile)('python3', [path.join(packages, 'bin', name), ...args], {
    env: { ...python },
    maxBuffer: 64 * 1024 * 1024,
  });
}

function write(folder: string, name: string, text: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function untilItAnswers(url: string, servers: readonly ChildProcess[]): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    if (servers.some(({ exitCode }) => exitCode !== null)) throw new Error('a server ended');
    const isUp = await fetch(url).then(
      ({ status }) => status < 500,
      () => false,
    );
    if (isUp) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`${url} does not answer`);
}
