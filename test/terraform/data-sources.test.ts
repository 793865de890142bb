import { createProvider } from '../../provider/terraform/provider';
import { UNKNOWN, type CtyObject } from '../../provider/terraform/cty/value';
import type { DataSource } from '../../provider/terraform/server/parts';
import { ImageError } from '../../provider/errors/image-error';
import { answerWith, fakeEngine, fakeParts, imageOf } from './harness/fake-parts';

const NAMES = ['cloudimages_image', 'cloudimages_images'] as const;

/** A data source of a configured provider whose engine answers every query with one image. */
async function sourceOf(name: string, config: CtyObject = {}) {
  const image = imageOf('m-1');
  const calls: unknown[] = [];
  const ask = async (...call: unknown[]) => {
    calls.push(call);
    return {
      ...answerWith(image, { warnings: [{ code: 'mixed-recency', message: 'no createdAt' }] }),
      ids: ['m-1'],
      images: [image],
      idByTarget: { 'alicloud/cn-hangzhou': 'm-1' },
    };
  };
  const provider = createProvider(fakeParts(fakeEngine({ getImage: ask, getImages: ask })));
  await provider.configure(config);
  const source: DataSource | undefined = provider.dataSources[name];
  if (source === undefined) throw new Error(`there is no ${name}`);
  return { source, context: provider.context(), calls, provider };
}

describe.each(NAMES)('%s', (name) => {
  test('passes the query and the signal to the engine, and returns answer and warnings', async () => {
    const { source, context, calls } = await sourceOf(name);
    const { value, diagnostics } = await source.read({ distro: 'ubuntu', name: null }, context);
    expect(calls).toEqual([[{ distro: 'ubuntu' }, { signal: context.signal }]]);
    expect(value).toMatchObject({ distro: 'ubuntu', id: 'm-1' });
    expect(diagnostics).toEqual([
      { severity: 'warning', summary: 'Mixed recency', detail: 'no created_at' },
    ]);
  });

  test('asks no cloud while the configuration is unknown, and names what is unknown', async () => {
    const config: CtyObject = {
      alicloud: { access_key: UNKNOWN, secret_key: 'x' },
      timeout_seconds: UNKNOWN,
    };
    const { source, context, calls } = await sourceOf(name, config);
    const { value, diagnostics } = await source.read({ distro: 'ubuntu' }, context);
    expect(value).toBeNull();
    expect(calls).toEqual([]);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        severity: 'error',
        detail: expect.stringContaining("the provider's alicloud.access_key, timeout_seconds will"),
      }),
    ]);
  });

  test.each<[string, CtyObject | null]>([
    ['without a condition', { os_type: null, name: null }],
    ['that is null', null],
  ])('rejects an alternative %s, and lists the known names', async (_case, alternative) => {
    const { source, context, calls } = await sourceOf(name);
    const config: CtyObject = { any_of: [{ os_type: 'linux' }, alternative] };
    const expected = [
      expect.objectContaining({
        severity: 'error',
        detail: expect.stringMatching(/any_of\[1\] has no condition.*os_type.*os_version/),
        path: [{ attribute: 'any_of' }, { index: 1 }],
      }),
    ];
    expect(await source.validate(config)).toEqual(expected);
    expect(await source.read(config, context)).toEqual({ value: null, diagnostics: expected });
    expect(calls).toEqual([]);
  });

  test('accepts an alternative whose condition is unknown', async () => {
    const { source } = await sourceOf(name);
    expect(await source.validate({ any_of: [{ os_type: UNKNOWN, name: null }, UNKNOWN] })).toEqual(
      [],
    );
    expect(await source.validate({ any_of: UNKNOWN })).toEqual([]);
  });

  test('turns a failure into an error', async () => {
    const fail = async (): Promise<never> => {
      throw new ImageError('timeout', 'no answer in time');
    };
    const provider = createProvider(fakeParts(fakeEngine({ getImage: fail, getImages: fail })));
    await provider.configure({});
    const outcome = await provider.dataSources[name]?.read({}, provider.context());
    expect(outcome).toEqual({
      value: null,
      diagnostics: [expect.objectContaining({ severity: 'error' })],
    });
  });
});

describe('validating the provider', () => {
  test('leaves out settings of a cloud of which a part is unknown', async () => {
    const checkConfiguration = jest.fn(async () => undefined);
    const provider = createProvider(fakeParts(fakeEngine(), { checkConfiguration }));
    await provider.validate({
      alicloud: { access_key: 'id', secret_key: UNKNOWN },
      tencentcloud: { secret_id: 'id', secret_key: null },
      timeout_seconds: 5,
    });
    expect(checkConfiguration).toHaveBeenCalledWith({
      tencentcloud: { secretId: 'id' },
      timeoutSeconds: 5,
    });
  });
});
