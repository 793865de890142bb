import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { promisify } from 'node:util';
import { createEngine } from '../../provider/compose';
import type { ImageQuery } from '../../provider/image/query.generated';
import { signV4 } from '../../provider/transport/signing/sigv4';
import { valueAt } from '../../provider/clouds/definition/field-readers';
import { readXml } from '../../provider/transport/xml';
import { describeWithEngine, describeWithPythonSet } from '../engines/find';
import { ENGINES, overriddenStack } from '../terraform/harness/engines';

// moto is a whole EC2 written by others: it checks signatures and IAM policies, and has images as
// AWS lists them. It does not page, and knows no deprecation.

jest.setTimeout(120_000);

interface Keys {
  readonly id: string;
  readonly secret: string;
}

interface Moto {
  readonly origin: string;
  readonly server: ChildProcess;
  /** A user who may list images, and nothing else. */
  readonly reader: Keys;
  /** A user who may do nothing. */
  readonly nobody: Keys;
  /** The id of an image that the account registered. */
  readonly own: string;
  /** The id of one with a launch permission. */
  readonly shared: string;
}

const REGION = 'us-east-1';
const TARGET = `aws/${REGION}`;

/** How many requests prepare the server; after them, every request is checked. */
const FREE_REQUESTS = 8;

/** One request of the query protocol, which answers in XML. */
async function call(
  origin: string,
  service: string,
  parameters: Readonly<Record<string, string>>,
  { id, secret }: Keys = { id: 'anyone', secret: 'any' },
): Promise<Readonly<Record<string, unknown>>> {
  const body = new URLSearchParams(parameters).toString();
  const { host } = new URL(origin);
  const headers = signV4(
    {
      ...{ method: 'POST', host, region: REGION, service, body },
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    },
    { kind: 'key', id, secret },
    { now: new Date() },
  );
  const response = await fetch(origin, { method: 'POST', headers, body });
  const text = await response.text();
  if (!response.ok) throw new Error(`${parameters['Action']}: ${response.status} ${text}`);
  return readXml(text);
}

async function startMoto(environment: Readonly<Record<string, string>>): Promise<Moto> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const server = spawn('python3', ['-m', 'moto.server', '-H', '127.0.0.1', '-p', String(port)], {
    env: { ...environment, INITIAL_NO_AUTH_ACTION_COUNT: String(FREE_REQUESTS) },
    stdio: 'ignore',
  });
  await untilItAnswers(`${origin}/moto-api/`, server);

  const iam = (action: string, parameters: Readonly<Record<string, string>>) =>
    call(origin, 'iam', { Action: action, Version: '2010-05-08', ...parameters });
  const keysOf = async (user: string): Promise<Keys> => {
    await iam('CreateUser', { UserName: user });
    const answer = await iam('CreateAccessKey', { UserName: user });
    const at = 'CreateAccessKeyResponse.CreateAccessKeyResult.AccessKey';
    const text = (field: string) => String(valueAt(answer, `${at}.${field}`));
    return { id: text('AccessKeyId'), secret: text('SecretAccessKey') };
  };
  const reader = await keysOf('reader');
  const nobody = await keysOf('nobody');
  const statement = { Effect: 'Allow', Action: 'ec2:DescribeImages', Resource: '*' };
  await iam('PutUserPolicy', {
    UserName: 'reader',
    PolicyName: 'images',
    PolicyDocument: JSON.stringify({ Version: '2012-10-17', Statement: [statement] }),
  });
  const register = async (name: string): Promise<string> => {
    const parameters = { Action: 'RegisterImage', Version: '2016-11-15', Name: name };
    const answer = await call(origin, 'ec2', { ...parameters, Architecture: 'x86_64' });
    return String(valueAt(answer, 'RegisterImageResponse.imageId'));
  };
  const own = await register('golden-ubuntu-24.04-2026-01-01');
  // Accounts of moto see nothing of each other: an image with a launch permission for the account
  // itself is listed as a shared one.
  const shared = await register('partner-appliance-4.10');
  await call(origin, 'ec2', {
    ...{ Action: 'ModifyImageAttribute', Version: '2016-11-15', ImageId: shared },
    'LaunchPermission.Add.1.UserId': '123456789012',
  });
  return { origin, server, reader, nobody, own, shared };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function untilItAnswers(url: string, server: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    if (server.exitCode !== null) throw new Error('moto ended');
    const isUp = await fetch(url).then(
      () => true,
      () => false,
    );
    if (isUp) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('moto does not answer');
}

const environmentOf = ({ origin }: Moto, { id, secret }: Keys): Record<string, string> => ({
  AWS_ACCESS_KEY_ID: id,
  AWS_SECRET_ACCESS_KEY: secret,
  CLOUDIMAGES_ENDPOINT_AWS: origin,
});

describeWithPythonSet('moto', 'an EC2 that checks signatures and policies', (python) => {
  let moto: Moto;
  beforeAll(async () => {
    moto = await startMoto(python);
  });
  afterAll(() => moto.server.kill());

  async function images(query: ImageQuery, keys: Keys = moto.reader) {
    const engine = createEngine({}, { environment: environmentOf(moto, keys) });
    try {
      return (await engine.getImages({ targets: [TARGET], ...query })).images;
    } finally {
      await engine.close();
    }
  }

  it('lists the official images of a distribution, and no others', async () => {
    const found = await images({ distro: 'ubuntu', variants: 'any' });
    expect(found.length).toBeGreaterThan(1);
    expect(new Set(found.map(({ ownerId }) => ownerId))).toEqual(new Set(['099720109477']));
  });

  it('picks the newest Amazon Linux 2023 by its architecture', async () => {
    const [image] = await images({
      ...{ distro: 'amazon', osVersion: '2023', architecture: 'arm64', mostRecent: true },
      nameRegex: '^al2023-ami-2023',
    });
    expect(image).toMatchObject({ architecture: 'arm64', owner: 'public' });
    expect(image?.name).toMatch(/^al2023-ami-2023\..*-arm64$/);
  });

  it('lists Windows images by the filter on the platform', async () => {
    const found = await images({ distro: 'windows-server', osType: 'windows', variants: 'any' });
    expect(found.length).toBeGreaterThan(0);
    expect(new Set(found.map(({ osType }) => osType))).toEqual(new Set(['windows']));
  });

  it('lists the account’s own images, and finds one by its id', async () => {
    const own = await images({ owners: ['self'], nameRegex: '^golden-' });
    expect(own.map(({ id, owner }) => [id, owner])).toEqual([[moto.own, 'self']]);
    const byId = await images({ imageIds: [moto.own, 'ami-0123456789abcdef0'] });
    expect(byId.map(({ id }) => id)).toEqual([moto.own]);
  });

  it('lists shared images by their launch permissions, without everyone’s public ones', async () => {
    const found = await images({ owners: ['shared'] });
    expect(found.map(({ id, owner }) => [id, owner])).toEqual([[moto.shared, 'shared']]);
  });

  it('applies the API’s own filters', async () => {
    const found = await images({
      owners: ['canonical'],
      native: { aws: { name: '*xenial-16.04*', 'root-device-type': 'ebs' } },
    });
    expect(found.length).toBeGreaterThan(0);
    for (const { name } of found) expect(name).toContain('xenial-16.04');
  });

  it('refuses a wrong secret as unauthenticated', async () => {
    const wrong = { ...moto.reader, secret: 'wrong' };
    await expect(images({ owners: ['self'] }, wrong)).rejects.toMatchObject({
      code: 'unauthenticated',
      facts: { vendorCode: 'AuthFailure', httpStatus: 401 },
    });
  });

  it('refuses a user without the permission as forbidden, and names the permission', async () => {
    await expect(images({ owners: ['self'] }, moto.nobody)).rejects.toMatchObject({
      code: 'forbidden',
      facts: { hint: expect.stringContaining('ec2:DescribeImages') },
    });
  });

  it('answers the permission check of doctor', async () => {
    const engine = createEngine({}, { environment: environmentOf(moto, moto.reader) });
    expect(await engine.examine(TARGET)).toMatchObject({ ok: true, permission: 'granted' });
    await engine.close();
  });

  it('answers the command line', async () => {
    const executable = path.resolve(__dirname, '../../provider/bin/cloudimages.js');
    const args = [
      'find',
      '--target',
      TARGET,
      '--owner',
      'self',
      '--name-regex',
      '^golden',
      '--most-recent',
      '--output',
      'json',
    ];
    const { stdout } = await promisify(execFile)(process.execPath, [executable, ...args], {
      env: { ...process.env, ...environmentOf(moto, moto.reader) },
    });
    expect(JSON.parse(stdout)).toMatchObject({ ids: [moto.own] });
  });

  describe.each(ENGINES)('%s', (name) => {
    describeWithEngine(name, 'a plan with an image of AWS', (engine) => {
      it('has the id that the instance takes', async () => {
        const stack = overriddenStack(
          engine,
          { environment: environmentOf(moto, moto.reader) },
          `
data "cloudimages_image" "ubuntu" {
  targets      = ["${TARGET}"]
  distro       = "ubuntu"
  os_version   = "16.04"
  architecture = "x86_64"
  most_recent  = true
}
output "ami" {
  value = data.cloudimages_image.ubuntu.id
}
`,
        );
        try {
          const plan = await stack.run('plan', '-no-color');
          expect(plan.code).toBe(0);
          const [image] = await images({
            ...{ distro: 'ubuntu', osVersion: '16.04', architecture: 'x86_64', mostRecent: true },
          });
          expect(plan.text).toContain(`+ ami = "${image?.id}"`);
        } finally {
          stack.remove();
        }
      });
    });
  });
});
