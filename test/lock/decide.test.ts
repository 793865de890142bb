import { canonicalKey, type Lock } from '@cloudimages/lock';
import { withEntries, EMPTY_LOCK } from '../../provider/lock/change';
import { decideLock, type LockFacts, type LockQuestion } from '../../provider/lock/decide';
import { LOCK_MODES } from '../../provider/image/words';
import { lockModeOf } from '../../provider/lock/mode';
import { scopeOf } from '../../provider/lock/scope';
import { anEntry } from './a-lock';

const A = 'alicloud/cn-hangzhou';
const B = 'alicloud/cn-beijing';
const QUERY = { distro: 'ubuntu' };

const question = (change: Partial<LockQuestion> = {}): LockQuestion => ({
  name: undefined,
  query: QUERY,
  scope: 'public',
  targets: [A],
  ...change,
});
const lockOf = (name?: string, entry = anEntry()): Lock =>
  withEntries(EMPTY_LOCK, { name, query: QUERY, scope: 'public' }, new Map([[A, entry]]));
const facts = (change: Partial<LockFacts> = {}): LockFacts => ({
  mode: 'frozen',
  lock: lockOf(),
  required: false,
  simulated: false,
  ...change,
});

describe('a query under a lock', () => {
  it.each(['add', 'use', 'frozen'] as const)(
    'that is locked needs no request in mode %s',
    (mode) => {
      const decision = decideLock(question(), facts({ mode }));
      expect(decision).toMatchObject({ missing: [], warnings: [] });
      expect(decision.refusal).toBeUndefined();
      expect([...decision.locked]).toEqual([[A, anEntry()]]);
    },
  );

  it('is found by the name of a named query', () => {
    const decision = decideLock(question({ name: 'web' }), facts({ lock: lockOf('web') }));
    expect(decision.missing).toEqual([]);
  });

  it('with an unlocked target is refused in frozen', () => {
    expect(decideLock(question({ targets: [A, B] }), facts()).refusal).toEqual({
      why: 'unlocked',
      targets: [B],
    });
  });

  it('whose name is locked for another query is refused as changed in frozen', () => {
    const other = question({ name: 'web', query: { distro: 'debian' } });
    expect(decideLock(other, facts({ lock: lockOf('web') })).refusal).toEqual({
      why: 'changed',
      targets: [A],
    });
  });

  it('with an unlocked target resolves only that one in add and use', () => {
    const both = question({ targets: [B, A] });
    expect(decideLock(both, facts({ mode: 'add' }))).toMatchObject({
      missing: [B],
      write: true,
      warnings: [],
    });
    expect(decideLock(both, facts({ mode: 'use' }))).toMatchObject({
      missing: [B],
      write: false,
      warnings: ['not-locked'],
    });
  });

  it.each([
    ['frozen', false, true],
    ['add', false, false],
    ['add', true, true],
    ['use', true, true],
  ] as const)(
    'without a lock file in mode %s, required %s: refused %s',
    (mode, required, refused) => {
      const { refusal } = decideLock(question(), facts({ mode, required, lock: undefined }));
      expect(refusal?.why).toBe(refused ? 'no-file' : undefined);
    },
  );

  it('rejects entries of a simulator in a real run only', () => {
    const lock = lockOf(undefined, anEntry({ simulated: true }));
    expect(decideLock(question(), facts({ lock, mode: 'use' })).refusal).toEqual({
      why: 'simulated',
      targets: [A],
    });
    expect(decideLock(question(), facts({ lock, simulated: true })).refusal).toBeUndefined();
  });

  it('warns when the query depends on the account and no scope is named', () => {
    expect(decideLock(question({ scope: 'unnamed' }), facts({ mode: 'add' })).warnings).toEqual([
      'scope-not-named',
    ]);
  });
});

describe('the scope of a query', () => {
  it.each([
    [[['public']], undefined, 'public'],
    [[['public']], 'prod', 'public'],
    [[['public', 'self']], 'prod', 'prod'],
    [[['public'], ['self']], undefined, 'unnamed'],
  ])('with owners %j and label %s is %s', (owners, label, expected) => {
    expect(scopeOf(owners, label)).toBe(expected);
  });
});

describe('the lock mode', () => {
  it.each([
    { given: undefined, lockExists: false, required: false, isCi: true, mode: 'off' },
    { given: undefined, lockExists: true, required: false, isCi: true, mode: 'frozen' },
    { given: undefined, lockExists: true, required: false, isCi: false, mode: 'add' },
    { given: undefined, lockExists: false, required: true, isCi: false, mode: 'add' },
    { given: undefined, lockExists: false, required: true, isCi: true, mode: 'frozen' },
    ...LOCK_MODES.map((mode) => ({
      given: mode,
      lockExists: true,
      required: true,
      isCi: true,
      mode,
    })),
  ])('of %j', ({ mode, ...given }) => {
    expect(lockModeOf({ ...given, isCi: () => given.isCi })).toBe(mode);
  });
});

describe('a changed lock', () => {
  it('replaces a named query that changed and keeps other scopes of one that did not', () => {
    const place = { name: 'web', query: QUERY, scope: 'prod' };
    const lock = withEntries(lockOf('web'), place, new Map([[A, anEntry()]]));
    expect(Object.keys(lock.queries['web']?.scopes ?? {})).toEqual(['public', 'prod']);

    const other = { distro: 'debian' };
    const changed = withEntries(lock, { ...place, query: other }, new Map([[A, anEntry()]]));
    expect(Object.keys(changed.queries['web']?.scopes ?? {})).toEqual(['prod']);
    expect(changed.queries['web']?.query).toEqual(other);
  });

  it('has the canonical query as the key of an unnamed one', () => {
    expect(Object.keys(lockOf().queries)).toEqual([canonicalKey(QUERY)]);
  });
});
