import { NO_TABLES } from '../../provider/image/cloud-tables';
import { validQuery } from '../../provider/look-up/validate-query';

// All mistakes of a query at once: its own, and those that only the clouds it names can see.

const defaults = { defaultTargets: [], tables: NO_TABLES };

const issuesOf = (query: unknown): readonly string[] => {
  try {
    validQuery(defaults, query);
    return [];
  } catch (error) {
    const { facts } = error as { facts: { issues: readonly { path: readonly unknown[] }[] } };
    return facts.issues.map(({ path }) => path.join('.'));
  }
};

describe('a query with mistakes of both kinds', () => {
  it('is refused with its own, those of native parameters and those that an API cannot answer', () => {
    expect(
      issuesOf({
        targets: ['alicloud/cn-hangzhou', 'zenlayercloud/asia-east-1a'],
        osType: 'linx',
        family: 'acs:ubuntu',
        native: { alicloud: { Usag: 'none' } },
        anyOf: [{ instanceType: 'ecs.g7.large' }],
      }),
    ).toEqual(['osType', 'native.alicloud.Usag', 'family', 'anyOf.0.instanceType']);
  });

  it('is told that targets are missing together with the rest', () => {
    expect(issuesOf({ osType: 'linx' })).toEqual(['osType', 'targets']);
  });

  it('leaves the clouds out where what they would read is broken', () => {
    expect(issuesOf({ targets: ['alicluod/x'], family: 3 })).toEqual(['targets.0', 'family']);
  });

  it('is refused as a whole where it is no object', () => {
    expect(issuesOf('ubuntu')).toEqual(['']);
  });
});
