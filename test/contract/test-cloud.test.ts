import { createWorld, generateImages, MAIN_REGION } from '@cloudimages/simulator';
import { targetIssue } from '../../provider/clouds/definition/check-for-cloud';
import type { CloudDefinition } from '../../provider/clouds/definition/cloud-definition';
import { keyCredential } from '../../provider/credentials/credential';
import type { HttpClient } from '../../provider/transport/http-client';
import { cloudContract } from './cloud-contract';
import { hastyClock, httpInProcess, httpThrough, sourceOf, workingCredential } from './harness';
import { testCloud, TOKEN_LIFETIME_MS } from './test-cloud';

// Another kind of API than the product's own clouds have, through the same suite.
describe('a cloud with cursors, XML and a sign-in', () => cloudContract(testCloud));

describe('a sign-in', () => {
  const cloud = testCloud.id;
  const region = MAIN_REGION[cloud];
  const credential = workingCredential(cloud);

  /** A source over a service that logs paths; time goes by when told. */
  function signingIn(
    options: { readonly refuseTokens?: number; readonly wrongKey?: boolean } = {},
  ) {
    const world = createWorld({ images: generateImages({ cloud, count: 8 }) });
    const paths: string[] = [];
    let nowMs = Date.now();
    let refusals = options.refuseTokens ?? 0;
    const service = testCloud.overHttp?.(httpInProcess(world, cloud));
    if (service === undefined) throw new Error('the test cloud has no service');
    const http: HttpClient = {
      ...service,
      async send(request, sending) {
        const url = new URL(request.url);
        paths.push(url.pathname);
        if (url.pathname !== '/tokens' && refusals > 0) {
          refusals -= 1;
          const text = '<error><code>AUTHFAILURE_TOKEN_FAILURE</code><message/></error>';
          return { status: 401, headers: {}, text };
        }
        return service.send(request, sending);
      },
    };
    const source = sourceOf(
      { ...testCloud, pageSize: 5 },
      {
        http,
        endpoint: 'https://api.test',
        credential:
          options.wrongKey === true ? keyCredential({ id: 'a', secret: 'b' }) : credential,
        now: () => new Date(nowMs),
        clock: hastyClock(),
      },
    );
    const list = (imageIds?: readonly string[]) =>
      source.list({
        target: { cloud, region },
        narrowing: imageIds === undefined ? {} : { imageIds },
        scope: {},
        signal: new AbortController().signal,
      });
    const key = () =>
      source.key({
        target: { cloud, region },
        narrowing: {},
        scope: {},
        signal: new AbortController().signal,
      });
    return { paths, list, key, world, pass: (ms: number) => (nowMs += ms) };
  }

  const LIST = '/projects/all/images';

  it('is shared by listings at the same time, and comes before them', async () => {
    const { paths, list } = signingIn();
    await Promise.all([list(), list(), list()]);
    expect(paths.filter((path) => path === '/tokens')).toHaveLength(1);
    expect(paths[0]).toBe('/tokens');
  });

  it('is done again before the token ends, and the listing keeps its key', async () => {
    const { paths, list, key, pass } = signingIn();
    await list();
    const before = await key();
    pass(TOKEN_LIFETIME_MS - 90_000);
    await list();
    expect(paths.filter((path) => path === '/tokens')).toHaveLength(1);
    pass(60_000);
    await list();
    expect(paths.filter((path) => path === '/tokens')).toHaveLength(2);
    expect(await key()).toBe(before);
  });

  it('is done once more where the token is refused', async () => {
    const { paths, list } = signingIn({ refuseTokens: 1 });
    expect((await list()).images).toHaveLength(8);
    expect(paths).toEqual(['/tokens', LIST, '/tokens', LIST, LIST]);
  });

  it('is not repeated where a new token is refused too', async () => {
    const { paths, list } = signingIn({ refuseTokens: 9 });
    await expect(list()).rejects.toMatchObject({ code: 'unauthenticated' });
    expect(paths).toEqual(['/tokens', LIST, '/tokens', LIST]);
  });

  it('fails by the table of failures, with its own operation', async () => {
    const { list } = signingIn({ wrongKey: true });
    await expect(list()).rejects.toMatchObject({
      code: 'unauthenticated',
      facts: { operation: 'CreateToken', vendorCode: 'AUTHFAILURE_SIGNATURE_FAILURE' },
    });
  });

  it('lists by id under a path of its own', async () => {
    const { paths, list, world } = signingIn();
    const [image] = world.catalog(cloud);
    expect((await list([image?.id ?? ''])).images).toHaveLength(1);
    expect(paths).toEqual(['/tokens', '/images/by-id']);
  });
});

/** Listings of a variant of the test cloud without a configured endpoint, and the hosts that they used. */
async function listAt(
  change: Partial<CloudDefinition>,
  region: string,
): Promise<{ readonly names: readonly string[]; readonly hosts: readonly string[] }> {
  const cloud = testCloud.id;
  const images = generateImages({ cloud, count: 3, regions: [region] });
  const service = testCloud.overHttp?.(httpInProcess(createWorld({ images }), cloud));
  if (service === undefined) throw new Error('the test cloud has no service');
  const hosts: string[] = [];
  const source = sourceOf(
    { ...testCloud, ...change },
    {
      http: httpThrough(service, {
        request: (request) => {
          hosts.push(new URL(request.url).host);
          return request;
        },
      }),
      endpoint: undefined,
      credential: workingCredential(cloud),
    },
  );
  const listing = await source.list({
    target: { cloud, region },
    narrowing: { owners: ['public'] },
    scope: {},
    signal: new AbortController().signal,
  });
  return { names: listing.images.map(({ region }) => region), hosts };
}

describe('endpoints that a sign-in names', () => {
  const region = MAIN_REGION[testCloud.id];
  const { signIn } = testCloud;
  if (signIn === undefined) throw new Error('the test cloud has no sign-in');
  const naming = (endpoints: Readonly<Record<string, string>>): Partial<CloudDefinition> => ({
    endpoint: () => 'https://usual.test',
    signIn: {
      ...signIn,
      read: (...read) => {
        const answer = signIn.read(...read);
        return answer !== undefined && 'token' in answer ? { ...answer, endpoints } : answer;
      },
    },
  });

  it('serve the region that they name', async () => {
    const { names, hosts } = await listAt(naming({ [region]: 'https://named.test' }), region);
    expect(names).toHaveLength(3);
    expect(hosts).toEqual(['login.test', 'named.test']);
  });

  it('leave another region to the endpoint of the definition', async () => {
    const { names, hosts } = await listAt(naming({ elsewhere: 'https://named.test' }), region);
    expect(names).toHaveLength(3);
    expect(hosts).toEqual(['login.test', 'usual.test']);
  });

  it.each(['http://named.test', 'ftp://named.test', 'no address'])(
    'get no credentials where they are not safe: %s',
    async (address) => {
      await expect(listAt(naming({ [region]: address }), region)).rejects.toMatchObject({
        code: 'bad-response',
      });
    },
  );
});

describe('a cloud without regions', () => {
  const change = {
    regions: 'global',
    endpoint: (region: string) => `https://${region}.test`,
  } as const;

  it('is listed at the target global, with its own endpoint', async () => {
    const { names, hosts } = await listAt(change, 'global');
    expect(names).toEqual(['global', 'global', 'global']);
    expect(hosts).toEqual(['login.test', 'global.test']);
  });

  it('refuses every other target, and says what to write', () => {
    expect(targetIssue({ ...testCloud, ...change }, 'eu-1')).toContain('global');
    expect(targetIssue({ ...testCloud, ...change }, 'global')).toBeUndefined();
  });
});
