import { stricterOf, type Policies } from '@cloudimages/lock';
import { mayUpdateTo, policyProblems } from '../../provider/lock/policies';
import { assertAllowed, policyWarnings, withoutDenied } from '../../provider/lock/plan-policies';
import { releaseLine } from '../../provider/os-name/release-line';
import { anImage } from '../image/an-image';

const NOW = Date.parse('2026-01-31T12:00:00Z');
const image = (change: Parameters<typeof anImage>[0] = {}) =>
  anImage({ id: 'm-1', owner: 'public', createdAt: '2026-01-01T12:00:00Z', ...change });

describe('policies of locked images', () => {
  it.each<[string, Policies, Policies, Parameters<typeof anImage>[0]]>([
    ['maxAge', { maxAge: '30d' }, { maxAge: '29d' }, {}],
    ['deniedIds', { deniedIds: ['m-2'] }, { deniedIds: ['m-1'] }, {}],
    ['owners', { owners: ['public'] }, { owners: ['self'] }, {}],
    ['deprecated', { deprecated: 'warn' }, { deprecated: 'fail' }, { deprecated: true }],
  ])('%s passes and fails', (rule, passing, failing, change) => {
    const fails = (policies: Policies) =>
      policyProblems(image(change), policies, NOW).filter((problem) => problem.fails);
    expect(fails(passing)).toEqual([]);
    expect(fails(failing).map((problem) => problem.rule)).toEqual([rule]);
  });

  it('accepts the account id of an owner', () => {
    const own = image({ owner: 'self', ownerId: '123' });
    expect(policyProblems(own, { owners: ['123'] }, NOW)).toEqual([]);
  });

  it('warns, and does not fail, when the age is unknown', () => {
    const [problem] = policyProblems(
      image({ createdAt: undefined, buildDate: undefined }),
      { maxAge: '1d' },
      NOW,
    );
    expect(problem).toMatchObject({ rule: 'maxAge', fails: false });
  });

  it('offers an update only when it is at least minAge old', () => {
    expect(mayUpdateTo(image(), undefined, { minAge: '30d' }, NOW)).toBe(true);
    expect(mayUpdateTo(image(), undefined, { minAge: '31d' }, NOW)).toBe(false);
    const unknown = image({ createdAt: undefined, buildDate: undefined });
    expect(mayUpdateTo(unknown, undefined, { minAge: '1d' }, NOW)).toBe(false);
  });

  it.each([
    ['ubuntu', '24.04', '24.04.2', '24.10'],
    ['rhel', '9.2', '9.4', '10.0'],
    ['opensuse', '15.6', '15.6', '16.0'],
    ['sles', '15 SP5', '15 SP5', '15 SP6'],
    ['debian', '12', '12.5', '13'],
    ['windows-server', '2012', '2012', '2012 R2'],
    ['alpine', '3.19.1', '3.19.2', '3.20.0'],
  ])('stayOn release keeps %s %s: %s is offered and %s is not', (distro, locked, same, other) => {
    const before = { distro, osVersion: locked };
    const offers = (osVersion: string) =>
      mayUpdateTo(image({ distro: distro, osVersion }), before, { stayOn: 'release' }, NOW);
    expect([offers(same), offers(other)]).toEqual([true, false]);
    expect(releaseLine(distro, undefined)).toBeUndefined();
  });

  it('lets neither of two files relax the other', () => {
    const repository: Policies = {
      maxAge: '90d',
      minAge: '1d',
      owners: ['public', 'self'],
      deniedIds: ['a'],
    };
    const outer: Policies = {
      maxAge: '30d',
      minAge: '7d',
      owners: ['public'],
      deniedIds: ['b'],
      deprecated: 'fail',
    };
    const both = {
      maxAge: '30d',
      minAge: '7d',
      owners: ['public'],
      deniedIds: ['a', 'b'],
      deprecated: 'fail',
    };
    expect(stricterOf(repository, outer)).toEqual(both);
    expect(stricterOf(outer, { ...repository, deniedIds: [] })).toMatchObject({
      maxAge: '30d',
      deniedIds: ['b'],
    });
  });
});

describe('policies in plans', () => {
  it('reject a denied image unless it is allowed explicitly', () => {
    const policies = { deniedIds: ['m-1'] };
    expect(() => assertAllowed([image()], policies, { allowDenied: [] })).toThrow('denied-image');
    expect(() => assertAllowed([image()], policies, { allowDenied: ['m-1'] })).not.toThrow();
  });

  it('warn about age and owners', () => {
    const codes = policyWarnings([image()], { maxAge: '1d', owners: ['self'] }, NOW).map(
      ({ code }) => code,
    );
    expect(codes).toEqual(['policy-owners', 'policy-max-age']);
  });

  it('exclude denied ids from every alternative of a query', () => {
    const query = { excludeIds: ['x'], anyOf: [{ distro: 'rocky' }, { excludeIds: ['y'] }] };
    expect(withoutDenied(query, { deniedIds: ['m-1'] })).toEqual({
      excludeIds: ['x', 'm-1'],
      anyOf: [{ distro: 'rocky' }, { excludeIds: ['y', 'm-1'] }],
    });
  });
});
