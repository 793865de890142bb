import fc from 'fast-check';
import { decidePin, reportOnPin, resolutionKey, type PinFindings } from '../../provider/pin/pin';
import { anImage } from '../image/an-image';

describe('resolutionKey', () => {
  const query = { targets: ['alicloud/x'], tags: { env: 'a', team: 'b' }, mostRecent: true };

  it('does not depend on the order of keys, at any depth', () => {
    const other = { mostRecent: true, tags: { team: 'b', env: 'a' }, targets: ['alicloud/x'] };
    expect(resolutionKey(other, { b: 1, a: { y: 1, x: 2 } })).toBe(
      resolutionKey(query, { a: { x: 2, y: 1 }, b: 1 }),
    );
  });

  it('takes undefined for absent', () => {
    expect(resolutionKey({ ...query, distro: undefined }, undefined)).toBe(
      resolutionKey(query, undefined),
    );
  });

  it.each([
    ['a condition', { ...query, distro: 'ubuntu' }, {}],
    ['the order of a list', { ...query, targets: ['alicloud/y', 'alicloud/x'] }, {}],
    ['a tag', { ...query, tags: { env: 'b', team: 'b' } }, {}],
    ['a trigger', query, { build: 2 }],
    ['a trigger with no value', query, { build: null }],
  ])('changes with %s', (_, changed, triggers) => {
    expect(resolutionKey(changed, triggers)).not.toBe(resolutionKey(query, {}));
  });

  it('does not take a query for a trigger', () => {
    expect(resolutionKey({ a: 1 }, { b: 1 })).not.toBe(resolutionKey({ b: 1 }, { a: 1 }));
  });

  it('is the same for equal plain data, however it was put together', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (data, triggers) => {
        const key = resolutionKey(data, triggers);
        expect(key).toMatch(/^[0-9a-f]{32}$/);
        expect(resolutionKey(reversed(data), reversed(triggers))).toBe(key);
      }),
    );
  });

  it('stays what it was in earlier releases, or every pin would move', () => {
    expect(resolutionKey(query, { build: '1' })).toBe('285eb9f5ae85c4b58d6842f36d44d11f');
  });
});

describe('decidePin', () => {
  it.each([
    ['keeps what was chosen for the same query', { imageId: 'm-1', resolutionKey: 'k' }, 'keep'],
    ['asks again for another', { imageId: 'm-1', resolutionKey: 'other' }, 'resolve'],
    ['asks where nothing is held', undefined, 'resolve'],
    ['asks where no image is held', { imageId: '', resolutionKey: 'k' }, 'resolve'],
  ] as const)('%s', (_, held, decision) => {
    expect(decidePin(held, 'k')).toBe(decision);
  });
});

describe('reportOnPin', () => {
  const image = anImage({ id: 'm-1', name: 'golden-1', deprecated: false });
  const newer = anImage({ id: 'm-2', name: 'golden-2', createdAt: '2024-04-01T00:00:00Z' });
  const older = anImage({ id: 'm-0', name: 'm-0', createdAt: '2024-01-01T00:00:00Z' });
  const base: PinFindings = { target: image.target, imageId: 'm-1', found: image, latest: image };

  it('has nothing to say of a pin that stands', () => {
    expect(reportOnPin(base)).toEqual({
      exists: true,
      deprecated: false,
      outdated: false,
      latestImageId: 'm-1',
      warnings: [],
    });
  });

  it('tells of a newer image, and that the pin stays', () => {
    expect(reportOnPin({ ...base, latest: newer })).toEqual({
      exists: true,
      deprecated: false,
      outdated: true,
      latestImageId: 'm-2',
      warnings: [
        {
          code: 'pin-outdated',
          target: image.target,
          message:
            'A newer image matches: m-2 (golden-2). m-1 stays pinned. Change a value in `triggers` to move the pin.',
        },
      ],
    });
  });

  /** What is said of what the query means now, up to the image. */
  const said = (change: Partial<PinFindings>): string =>
    reportOnPin({ ...base, ...change })
      .warnings.filter(({ code }) => code === 'pin-outdated')
      .map(({ message }) => message.slice(0, message.indexOf('.')))
      .join();

  it('says truthfully how the image that the query means now stands to the pinned one', () => {
    const deprecated = { ...image, deprecated: true };
    expect(said({ latest: newer })).toBe('A newer image matches: m-2 (golden-2)');
    expect(said({ found: deprecated, latest: older })).toBe(
      'An older image matches, since the pinned one is deprecated: m-0',
    );
    expect(said({ latest: older })).toBe('The query matches an older image: m-0');
    const twin = { ...image, id: 'm-3', name: 'another name' };
    expect(said({ latest: twin })).toBe('The query matches another image: m-3 (another name)');
    expect(said({ found: 'unknown', latest: newer })).toMatch(/^The query matches another image/);
  });

  it('compares by the order of the query', () => {
    const higher = { ...older, osVersion: '24.04' };
    expect(said({ latest: higher, order: 'version' })).toBe('A newer image matches: m-0');
    expect(said({ latest: higher, order: 'recent' })).toBe('The query matches an older image: m-0');
    const undated = (osVersion: string) =>
      anImage({ id: `v${osVersion.slice(0, 2)}`, name: '', osVersion, createdAt: undefined });
    const versions = { found: undated('22.04'), latest: undated('24.04') };
    expect(said({ ...versions, order: 'version' })).toBe('A newer image matches: v24');
    expect(said({ found: versions.latest, latest: versions.found })).toBe(
      'The query matches an older image: v22',
    );
  });

  it('tells that the image is deprecated, or gone', () => {
    const old = reportOnPin({ ...base, found: { ...image, deprecated: true } });
    expect(old).toMatchObject({ exists: true, deprecated: true });
    expect(old.warnings.map(({ code }) => code)).toEqual(['pin-deprecated']);
    const gone = reportOnPin({ ...base, found: undefined, latest: newer });
    expect(gone).toMatchObject({ exists: false, outdated: true });
    expect(gone).not.toHaveProperty('deprecated');
    expect(gone.warnings.map(({ code }) => code)).toEqual(['pin-gone', 'pin-outdated']);
    expect(gone.warnings[1]?.message).toContain('The query matches another image: m-2');
  });

  it('says nothing of what could not be found out, but why', () => {
    expect(
      reportOnPin({ ...base, found: 'unknown', latest: 'unknown', problem: 'the cloud is down' }),
    ).toEqual({
      warnings: [
        {
          code: 'pin-unchecked',
          target: image.target,
          message: 'The pinned image m-1 could not be checked: the cloud is down',
        },
      ],
    });
  });

  it('does not take a query that nothing matches any more for news', () => {
    const report = reportOnPin({ ...base, latest: undefined });
    expect(report).toMatchObject({ outdated: false, warnings: [] });
    expect(report).not.toHaveProperty('latestImageId');
  });

  it('does not say that an image is live where the cloud does not tell', () => {
    expect(reportOnPin({ ...base, found: newer })).not.toHaveProperty('deprecated');
  });
});

/** The same data with the keys of every object in reverse. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).toReversed();
  return Object.fromEntries(entries.map(([key, member]) => [key, reversed(member)]));
}

describe('the texts of reportOnPin', () => {
  const image = anImage({ id: 'm-1', name: 'golden-1', deprecated: true });
  const base: PinFindings = { target: image.target, imageId: 'm-1', found: image, latest: image };
  const messages = (change: Partial<PinFindings>): string[] =>
    reportOnPin({ ...base, ...change }).warnings.map(({ message }) => message);

  it('names the deprecated image and says how to move the pin', () => {
    expect(messages({})).toEqual([
      'The pinned image m-1 (golden-1) is deprecated. Change a value in `triggers` to move the pin.',
    ]);
  });

  it('names the image that is gone and says how to move the pin', () => {
    expect(messages({ found: undefined, latest: undefined })).toEqual([
      'The pinned image m-1 is no longer listed. Instances that run keep running; new ones will not start. Change a value in `triggers` to move the pin.',
    ]);
  });

  it('does not give the deprecation as the reason where both images are deprecated', () => {
    const older = anImage({ id: 'm-0', createdAt: '2020-01-01T00:00:00Z', deprecated: true });
    expect(messages({ latest: older })[1]).toContain('The query matches an older image: m-0');
  });
});
