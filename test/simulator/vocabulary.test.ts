import {
  CLOUDS,
  createWorld,
  defaultAccounts,
  defaultCatalog,
  handle,
  VOCABULARY,
  type Fault,
} from '@cloudimages/simulator';
import { errorCode, readListing } from './answers';
import { fixedWorld, pageRequest, type Options } from './requests';

// The vocabularies are what tests over every cloud rely on: each word in them is checked here.

describe.each([...CLOUDS])('the vocabulary of %s', (cloud) => {
  const vocabulary = VOCABULARY[cloud];
  const { mainRegion, pageSize, ids, fields, codes, states } = vocabulary;
  const images = defaultCatalog().filter((image) => image.cloud === cloud);

  function codeOf(options: Options, faults: readonly Fault[] = []): unknown {
    const answer = handle(fixedWorld({ faults }), cloud, pageRequest(cloud, 1, 5, options));
    return String(errorCode(cloud, answer.body));
  }

  it('names regions that the API accepts', () => {
    const { regions, laggingRegion, emptyRegion } = vocabulary;
    expect(regions).toEqual(expect.arrayContaining([mainRegion, laggingRegion]));
    expect(new Set(regions).size).toBe(regions.length);
    if (emptyRegion === undefined) return;
    expect(regions).toContain(emptyRegion);
    expect(createWorld().images(cloud, emptyRegion)).toEqual([]);
  });

  it('names sample ids of the main region and an id that no image has', () => {
    const here = createWorld().images(cloud, mainRegion);
    expect(here.map(({ id }) => id)).toEqual(expect.arrayContaining([...ids.samples]));
    expect(images.map(({ id }) => id)).not.toContain(ids.unknown);
  });

  it('names owners and states of which the default catalog has images', () => {
    expect(new Set(vocabulary.owners)).toEqual(new Set(images.map(({ owner }) => owner)));
    const known = [states.usable, ...states.pending, ...states.failed, ...states.others];
    for (const { state } of images) if (state !== undefined) expect(known).toContain(state);
  });

  it('names fields that the API prints', () => {
    const { body } = handle(fixedWorld(), cloud, pageRequest(cloud, 1, 5));
    for (const row of readListing(cloud, body).rows) {
      expect(Object.keys(row)).toEqual(expect.arrayContaining(Object.values(fields)));
    }
  });

  it('names the page sizes', () => {
    const full = handle(fixedWorld(), cloud, pageRequest(cloud, 1, pageSize.largest));
    expect(readListing(cloud, full.body).rows.length).toBeGreaterThan(60);
    const more = handle(fixedWorld(), cloud, pageRequest(cloud, 1, pageSize.largest + 1));
    expect(errorCode(cloud, more.body)).toBeDefined();
  });

  it('names the codes of refusals', () => {
    const secret = 'simulator-secret-wrong';
    expect(codeOf({ secret })).toBe(codes.wrongSecret);
    expect(codeOf({ keyId: 'nobody' })).toBe(codes.unknownKey);
    const forbidden = defaultAccounts().find((it) => it.cloud === cloud && it.allowed === false);
    expect(codeOf({ keyId: forbidden?.keyId ?? '', secret: forbidden?.secret ?? '' })).toBe(
      codes.forbidden,
    );
    expect(codeOf({ region: 'nowhere' })).toBe(codes.unknownRegion);
    expect(codeOf({}, [{ kind: 'throttle' }])).toBe(codes.throttled);
    expect(codeOf({}, [{ kind: 'error' }])).toBe(codes.internal);
  });
});
