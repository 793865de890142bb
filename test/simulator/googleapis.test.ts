import { createRequire } from 'node:module';
import path from 'node:path';
import { generateKeyPairSync } from 'node:crypto';
import { createWorld, startSimulator, type Simulator } from '@cloudimages/simulator';
import { COMPUTE, serviceAccountToken } from '../../provider/credentials/google/service-account';
import { describeWithPackages } from '../engines/find';

// Google's own client as a client of the simulated Compute Engine, and its signer as the measure of ours.

interface SdkImage {
  readonly name?: string;
  readonly selfLink?: string;
}

interface Sdk {
  readonly compute: (options: object) => {
    readonly images: {
      list(input: object): Promise<{
        readonly data: { readonly items?: readonly SdkImage[]; readonly nextPageToken?: string };
      }>;
      get(input: object): Promise<{ readonly data: SdkImage }>;
      getFromFamily(input: object): Promise<{ readonly data: SdkImage }>;
    };
  };
}

interface AuthLibrary {
  readonly JWT: new (options: object) => {
    getRequestHeaders(url: string): Promise<Headers>;
  };
}

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const key = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const email = 'ci@my-project.iam.gserviceaccount.com';
const project = 'debian-cloud';

describeWithPackages('googleapis', '@googleapis/compute', (folder) => {
  const require = createRequire(path.join(folder, 'package.json'));
  let simulator: Simulator;
  let sdk: Sdk;

  beforeAll(async () => {
    const accounts = [
      { cloud: 'google', keyId: 'a', secret: '', bearerToken: 'simulator-token-google' },
      { cloud: 'google', keyId: email, secret: key },
    ] as const;
    simulator = await startSimulator({ world: createWorld({ accounts }) });
    sdk = require('@googleapis/compute') as Sdk;
  });
  afterAll(() => simulator.close());

  const client = (token = 'simulator-token-google') =>
    sdk.compute({
      version: 'v1',
      rootUrl: `${simulator.endpoints.google}/`,
      headers: { authorization: `Bearer ${token}` },
      retry: false,
      // Its own one is loaded in a way that jest does not support.
      fetchImplementation: fetch,
    }).images;

  const names = () =>
    simulator.world
      .images('google', 'global')
      .filter(({ id }) => id.includes(`/${project}/`))
      .map(({ name }) => name)
      .toSorted();

  it('lists all images of a project, page after page', async () => {
    const listed: (string | undefined)[] = [];
    let pages = 0;
    let pageToken: string | undefined;
    do {
      const { data } = await client().list({ project, maxResults: 4, pageToken });
      listed.push(...(data.items ?? []).map(({ name }) => name));
      pageToken = data.nextPageToken;
      pages += 1;
    } while (pageToken !== undefined);
    expect(listed).toEqual(names());
    expect(pages).toBe(Math.ceil(listed.length / 4));
  });

  it.each([
    ['family = "debian-12"', 3],
    ['(family = "debian-12") AND (status = "READY")', 3],
    ["family eq 'debian-1[12]'", 5],
    ['deprecated.state = "DEPRECATED"', 7],
    ['family = "nothing"', 0],
  ])('filters by %s', async (filter, count) => {
    const { data } = await client().list({ project, filter });
    expect(data.items ?? []).toHaveLength(count);
    // A list without images has no items.
    expect('items' in data).toBe(count > 0);
  });

  it('gets an image, and the newest of a family', async () => {
    const image = 'debian-12-bookworm-v20240815';
    expect((await client().get({ project, image })).data.name).toBe(image);
    const newest = await client().getFromFamily({ project, family: 'debian-12' });
    expect(newest.data.name).toBe('debian-12-bookworm-v20250311');
  });

  it('understands refusals', async () => {
    await expect(client().get({ project, image: 'nothing' })).rejects.toMatchObject({
      status: 404,
      message: expect.stringContaining('was not found'),
    });
    await expect(client('simulator-token-wrong').list({ project })).rejects.toMatchObject({
      status: 401,
    });
    await expect(client().list({ project, filter: 'family ==' })).rejects.toMatchObject({
      status: 400,
      message: expect.stringContaining("Invalid value for field 'filter'"),
    });
  });

  it('has a token of Google’s own library accepted, which is the very token that we sign', async () => {
    const { JWT } = createRequire(require.resolve('@googleapis/compute'))(
      'google-auth-library',
    ) as AuthLibrary;
    const signer = new JWT({ email, key, keyId: 'key-1' });
    const headers = await signer.getRequestHeaders(COMPUTE);
    const token = headers.get('authorization')?.slice('Bearer '.length) ?? '';
    expect((await client(token).list({ project })).data.items?.length).toBeGreaterThan(4);
    const [, claims = ''] = token.split('.');
    const { iat } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as { iat: number };
    const record = { client_email: email, private_key: key, private_key_id: 'key-1' };
    const ours = serviceAccountToken(record, 'key.json', new Date(iat * 1000), COMPUTE);
    if (!('credential' in ours)) throw new Error(ours.reason);
    const decoded = (jwt = '') =>
      jwt
        .split('.')
        .slice(0, 2)
        .map((part) => JSON.parse(Buffer.from(part, 'base64url').toString()) as unknown);
    expect(decoded(ours.credential.token)).toEqual(decoded(token));
  });
});
