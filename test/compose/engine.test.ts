import { createWorld, SECRET_MARKS } from '@cloudimages/simulator';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { createEngine } from '../../provider/compose';
import { httpThrough, keepingLogger } from '../contract/harness';
import { engineOver, httpOver, surroundingsOver, TODAY } from '../look-up/engine-over';

const NOW = Date.parse(TODAY);
const HANGZHOU = {
  targets: ['alicloud/cn-hangzhou'],
  architecture: 'x86_64',
  mostRecent: true,
};

describe('createEngine', () => {
  it('asks for nothing, reads nothing and needs no credentials', () => {
    const touched: string[] = [];
    createEngine(
      { targets: ['alicloud/cn-hangzhou'] },
      {
        environment: new Proxy({}, { get: (_, name) => void touched.push(String(name)) }),
        readFile: async (file) => {
          touched.push(file);
          return '';
        },
        http: {
          send: async () => {
            touched.push('network');
            throw new Error('asked');
          },
          warmUp: () => undefined,
          close: async () => undefined,
        },
      },
    );
    expect(touched.filter((name) => name !== 'CLOUDIMAGES_LOG')).toEqual([]);
  });

  it('loads neither the HTTP library nor the cloud’s credential library before they are needed', () => {
    const script = `
      const { createEngine } = require(${JSON.stringify(path.join(__dirname, '../../provider/dist/index.js'))});
      createEngine();
      const heavy = Object.keys(require.cache).filter((file) => /@alicloud|commander|lossless-json|connections\.js/.test(file));
      process.stdout.write(JSON.stringify(heavy));`;
    const { stdout, stderr } = spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual([]);
  });

  it('reports every problem in a configuration at once', () => {
    const configuration = {
      targets: ['alicloud/cn-hangzhou', 'hangzhou'],
      timeoutSeconds: 0,
      publishers: { self: { alicloud: '1' }, canonical: { alicloud: 'x', aws: '1234' } },
    };
    expect(thrown(() => createEngine(configuration))).toMatchObject({
      code: 'invalid-configuration',
      facts: {
        issues: [
          { path: ['targets', 1] },
          { path: ['publishers', 'self'] },
          { path: ['publishers', 'canonical', 'alicloud'] },
          { path: ['publishers', 'canonical', 'aws'] },
          { path: ['timeoutSeconds'] },
        ],
      },
    });
    const shapes = {
      timeoutSeconds: '10',
      alicloud: { accesKey: 'x', secretKey: 7 },
      targets: 'x',
    };
    expect(thrown(() => createEngine(shapes))).toMatchObject({
      facts: {
        issues: [
          { path: ['timeoutSeconds'], message: 'must be a whole number, not a string.' },
          {
            path: ['alicloud', 'accesKey'],
            message: expect.stringContaining('Did you mean "accessKey"?'),
          },
          { path: ['alicloud', 'secretKey'], message: 'must be a string, not a number.' },
          { path: ['targets'], message: 'must be a list, not a string.' },
        ],
      },
    });
  });

  it('reports endpoints that are not allowed and incomplete keys before any look-up', () => {
    const configuration = {
      alicloud: { accessKey: 'MARKED-id', endpoint: 'http://MARKED@example.com' },
      tencentcloud: { securityToken: 'MARKED-token', endpoint: 'http://127.0.0.1:1' },
      qcloud: { secretId: 'x', secretKey: ' ', endpoint: 'http://example.com' },
      zenlayercloud: { token: 'MARKED', accessKeyId: 'x', accessKeyPassword: 'MARKED' },
    };
    const error = thrown(() => createEngine(configuration));
    expect(error).toMatchObject({
      code: 'invalid-configuration',
      reason: 'the configuration has 7 problems',
      facts: {
        issues: [
          {
            path: ['alicloud', 'endpoint'],
            message: expect.stringMatching(
              /^The endpoint contains a user name or a password; .*https:/,
            ),
          },
          {
            path: ['alicloud', 'secretKey'],
            message: 'Missing, since accessKey is given. Give both or neither.',
          },
          { path: ['tencentcloud', 'secretId'] },
          { path: ['tencentcloud', 'secretKey'] },
          {
            path: ['qcloud', 'endpoint'],
            message: expect.stringContaining('is plain http to example.com'),
          },
          { path: ['qcloud', 'secretKey'] },
          {
            path: ['zenlayercloud', 'token'],
            message: 'Conflicts with accessKeyId. Give a token or a key pair.',
          },
        ],
      },
    });
    expect(String(error)).not.toContain('MARKED');
  });

  it.each([undefined, null, {}, { targets: null, alicloud: undefined }])(
    'takes %j for no configuration',
    (configuration) => {
      expect(() => createEngine(configuration)).not.toThrow();
    },
  );
});

describe('an engine', () => {
  it('finds the credentials of a cloud once, however many ask', async () => {
    const world = createWorld({ now: () => NOW });
    const logger = keepingLogger();
    const engine = engineOver(world, {}, { logger });
    await Promise.all(
      ['public', 'self', 'shared'].map((owner) =>
        engine.getImages({ ...HANGZHOU, owners: [owner], optional: true }),
      ),
    );
    const found = logger.events.filter(({ message }) => message?.startsWith('credentials from'));
    expect(found).toEqual([
      {
        event: 'note',
        cloud: 'alicloud',
        message: 'credentials from environment ALIBABA_CLOUD_ACCESS_KEY_ID',
      },
    ]);
  });

  it('writes every request into the log, with what a vendor’s support asks for, and no secret', async () => {
    const world = createWorld({ now: () => NOW });
    const logger = keepingLogger();
    await engineOver(world, {}, { logger }).getImages({ ...HANGZHOU, owners: ['self'] });
    expect(logger.events).toContainEqual({
      event: 'request',
      cloud: 'alicloud',
      region: 'cn-hangzhou',
      operation: 'DescribeImages',
      page: 1,
      attempt: 1,
      status: 200,
      requestId: expect.stringMatching(/^[0-9A-F-]{36}$/),
      ms: expect.any(Number),
    });
    for (const mark of SECRET_MARKS) expect(JSON.stringify(logger.events)).not.toContain(mark);
  });

  it('writes no secret into the log, even where a service makes it its request id', async () => {
    const world = createWorld({ now: () => NOW });
    const logger = keepingLogger();
    const http = httpThrough(httpOver(world), {
      response: (response) => ({
        ...response,
        text: response.text.replace(/("RequestId":")[^"]+/, '$1simulator-secret-alicloud'),
      }),
    });
    await engineOver(world, {}, { logger, http }).getImages({ ...HANGZHOU, owners: ['self'] });
    expect(logger.events).toContainEqual(expect.objectContaining({ requestId: '[redacted]' }));
    for (const mark of SECRET_MARKS) expect(JSON.stringify(logger.events)).not.toContain(mark);
  });

  it('takes the configuration’s keys before those of the environment', async () => {
    const world = createWorld({ now: () => NOW });
    const keys = { accessKey: 'nobody', secretKey: 'simulator-secret-nobody' };
    await expect(engineOver(world, { alicloud: keys }).getImages(HANGZHOU)).rejects.toMatchObject({
      code: 'unauthenticated',
      facts: { vendorCode: 'InvalidAccessKeyId.NotFound' },
    });
  });

  it('takes what is given for one of Tencent’s APIs for the other too', async () => {
    const world = createWorld({ now: () => NOW });
    const keys = {
      secretId: 'simulator-key-tencentcloud',
      secretKey: 'simulator-secret-tencentcloud',
    };
    const { environment } = surroundingsOver(world);
    const { TENCENTCLOUD_SECRET_ID: _, TENCENTCLOUD_SECRET_KEY: __, ...others } = environment ?? {};
    const targets = ['tencentcloud/ap-singapore', 'qcloud/ap-guangzhou'];
    for (const configuration of [{ tencentcloud: keys }, { qcloud: keys }]) {
      const engine = engineOver(world, configuration, { environment: others });
      const { images } = await engine.getImages({
        targets,
        architecture: 'x86_64',
        mostRecent: true,
      });
      expect(images.map(({ target }) => target)).toEqual(targets);
    }
  });

  it('ends a look-up at the configured time, and says how to give it more', async () => {
    const world = createWorld();
    const engine = engineOver(
      world,
      { timeoutSeconds: 1 },
      { http: { ...httpOver(world), send: () => new Promise(() => undefined) } },
    );
    await expect(engine.getImages(HANGZHOU)).rejects.toMatchObject({
      code: 'timeout',
      reason: expect.stringMatching(/took longer than 1 s$/),
    });
  });

  it('is cancelled by its caller', async () => {
    const engine = engineOver(createWorld());
    const signal = AbortSignal.abort();
    const calls = [
      engine.getImages(HANGZHOU, { signal }),
      engine.getImage(HANGZHOU, { signal }),
      engine.findImage('alicloud/cn-hangzhou', 'x', { signal }),
    ];
    for (const call of calls) await expect(call).rejects.toMatchObject({ code: 'cancelled' });
    expect.assertions(calls.length);
  });

  it('answers nothing once it is closed', async () => {
    const engine = engineOver(createWorld());
    await engine.close();
    const closed = { code: 'internal', reason: 'the engine is closed' };
    await expect(engine.getImages(HANGZHOU)).rejects.toMatchObject(closed);
    await expect(engine.getImage(HANGZHOU)).rejects.toMatchObject(closed);
    await expect(engine.findImage('alicloud/x', 'y')).rejects.toMatchObject(closed);
    await expect(engine.examine('alicloud/x')).rejects.toMatchObject(closed);
  });
});

function thrown(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  return undefined;
}
