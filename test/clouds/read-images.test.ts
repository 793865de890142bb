import { createWorld, VOCABULARY, type Fault } from '@cloudimages/simulator';
import { setImmediate as settle } from 'node:timers/promises';
import { CLOUDS } from '../../provider/clouds/index';
import type { ListParameters } from '../../provider/clouds/definition/cloud-definition';
import { MAX_LISTS } from '../../provider/clouds/definition/read-images';
import type { HttpClient } from '../../provider/transport/http-client';
import { httpInProcess, sourceOf, workingCredential } from '../contract/harness';

// Lists whose requests follow from the answers of earlier ones, at a cloud that has them.

const definition = CLOUDS.azurerm;
const [offers] = definition
  .listRequests({ owners: ['MicrosoftWindowsServer'] }, {})
  .filter(({ then }) => then !== undefined);

function listing(
  lists: readonly ListParameters[],
  faults: readonly Fault[] = [],
  through: (http: HttpClient) => HttpClient = (http) => http,
) {
  const world = createWorld({ faults });
  const source = sourceOf(
    { ...definition, listRequests: () => lists },
    {
      http: through(httpInProcess(world, 'azurerm')),
      endpoint: 'https://api.test',
      credential: workingCredential('azurerm'),
    },
  );
  const target = { cloud: 'azurerm', region: VOCABULARY.azurerm.mainRegion } as const;
  const { signal } = new AbortController();
  return { world, images: source.list({ target, narrowing: {}, scope: {}, signal }) };
}

describe('lists that follow from others', () => {
  it('are read to the last one', async () => {
    const { images, world } = listing(offers === undefined ? [] : [offers]);
    const versions = (await images).images;
    const expected = world
      .images('azurerm', VOCABULARY.azurerm.mainRegion)
      .filter(({ id }) => id.startsWith('MicrosoftWindowsServer:'));
    expect(versions.map(({ id }) => id).toSorted()).toEqual(
      expected.map(({ id }) => id).toSorted(),
    );
  });

  it('are read side by side, no more at once than the rate allows', async () => {
    let under = 0;
    let most = 0;
    const { images } = listing(offers === undefined ? [] : [offers, { ...offers }], [], (http) => ({
      ...http,
      async send(request, options) {
        under += 1;
        most = Math.max(most, under);
        await settle();
        return http.send(request, options).finally(() => (under -= 1));
      },
    }));
    await images;
    expect(most).toBeGreaterThan(4);
    expect(most).toBeLessThanOrEqual(definition.rateLimit.concurrency);
  });

  it.each([
    'VirtualMachineImages.ListOffers',
    'VirtualMachineImages.ListSkus',
    'VirtualMachineImages.List',
  ])('are an error as a whole where %s fails, and nothing more is requested', async (action) => {
    const { images, world } = listing(offers === undefined ? [] : [offers], [
      { kind: 'forbidden', action, times: 1 },
    ]);
    await expect(images).rejects.toMatchObject({ code: 'forbidden' });
    const count = world.requests().length;
    await settle();
    expect(world.requests()).toHaveLength(count);
    expect(count).toBeLessThan(13);
  });

  it('are an error where an entry has no name', async () => {
    const { images } = listing(offers === undefined ? [] : [offers], [
      { kind: 'fields', action: 'VirtualMachineImages.ListSkus', drop: ['name'], rows: [2] },
    ]);
    await expect(images).rejects.toMatchObject({
      code: 'bad-response',
      reason: expect.stringContaining('an entry without a name'),
    });
  });

  it('are an error where there are too many of them, and never a part of the images', async () => {
    const one: ListParameters = { path: '{subscription}/none', parameters: {} };
    const many = Array.from({ length: MAX_LISTS }, () => one);
    const { images } = listing([
      {
        path: '{subscription}/locations',
        parameters: { 'api-version': '2022-12-01' },
        then: { name: 'many', lists: () => many },
      },
    ]);
    await expect(images).rejects.toMatchObject({
      code: 'bad-request',
      reason: expect.stringContaining(`more than ${MAX_LISTS} lists`),
    });
  });
});
