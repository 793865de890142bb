import { ImageError } from '../../../provider/errors/image-error';
import { importPin } from '../../../provider/terraform/resources/import-pin';
import type { Context, ProviderEngine } from '../../../provider/terraform/server/parts';
import { EMPTY_PLAN_MEMORY, fakeEngine, imageOf } from '../harness/fake-parts';

const A = 'alicloud/cn-hangzhou';
const IMAGE = imageOf('m-1');

function contextOf(engine: ProviderEngine): Context {
  return {
    configured: { engine, targets: null, planMemory: EMPTY_PLAN_MEMORY },
    signal: new AbortController().signal,
  };
}
const unconfigured: Context = {
  configured: { unknownArguments: ['alicloud', 'targets'] },
  signal: new AbortController().signal,
};

describe('an import', () => {
  it('of an image that is not there names what to check', async () => {
    const engine = fakeEngine({ findImage: async () => undefined });
    expect(await importPin(`${A}/m-1`, contextOf(engine))).toEqual({
      value: null,
      diagnostics: [
        {
          severity: 'error',
          summary: 'Image does not exist',
          detail: `${A} has no image "m-1" that these credentials can see. Check the id, the region and the account.`,
        },
      ],
    });
  });

  it('with another id says how ids are written', async () => {
    expect(await importPin('m-1', contextOf(fakeEngine()))).toEqual({
      value: null,
      diagnostics: [
        {
          severity: 'error',
          summary: 'Invalid import id',
          detail:
            '"m-1" is not of the form cloud/region/image-id, such as alicloud/cn-hangzhou/m-bp1abcdefg.',
        },
      ],
    });
  });

  it('fails while the provider is unknown, and where a cloud fails', async () => {
    expect(await importPin(`${A}/m-1`, unconfigured)).toMatchObject({
      value: null,
      diagnostics: [{ detail: expect.stringContaining("the provider's alicloud, targets will") }],
    });
    const findImage = async (): Promise<never> => {
      throw new ImageError('unavailable', 'no answer');
    };
    expect(await importPin(`${A}/m-1`, contextOf(fakeEngine({ findImage })))).toMatchObject({
      value: null,
      diagnostics: [{ severity: 'error', detail: expect.stringContaining('no answer') }],
    });
  });

  it('keeps what the cloud reports of the image', async () => {
    const findImage = async () => ({ ...IMAGE, deprecated: true });
    const { value } = await importPin(`${A}/m-1`, contextOf(fakeEngine({ findImage })));
    expect(value).toMatchObject({
      ...{ id: 'm-1', image_id: 'm-1', target: A, image_id_by_target: { [A]: 'm-1' } },
      ...{ exists: true, deprecated: true, resolution_key: '', image: { id: 'm-1' } },
    });
  });
});
