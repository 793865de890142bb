import { parseLock, type Lock } from '@cloudimages/lock';
import { withEntries } from '../../provider/lock/change';
import { EMPTY_LOCK } from '../../provider/lock/change';
import { mergeLocks, printMerged } from '../../provider/lock/merge';
import { anEntry } from './a-lock';

const A = 'alicloud/cn-hangzhou';
const B = 'alicloud/cn-beijing';
const entry = (id: string, lockedAt = '2026-01-31T12:00:00Z') =>
  anEntry({ images: [{ id, name: id, digest: `1:${'0'.repeat(32)}` }], lockedAt });
const lock = (
  ids: Readonly<Record<string, string>>,
  before: Lock = EMPTY_LOCK,
  query: object = { distro: 'ubuntu' },
): Lock =>
  withEntries(
    before,
    { name: 'web', query: { ...query }, scope: 'public' },
    new Map(Object.entries(ids).map(([target, id]) => [target, entry(id)])),
  );

describe('a merge of two locks', () => {
  const base = lock({ [A]: 'm-1', [B]: 'm-1' });

  it('keeps the changes of one side', () => {
    const { lock: merged, conflicts } = mergeLocks(
      base,
      lock({ [A]: 'm-2', [B]: 'm-1' }),
      lock({ [A]: 'm-1', [B]: 'm-3' }),
    );
    expect(conflicts).toEqual([]);
    expect(merged).toEqual(lock({ [A]: 'm-2', [B]: 'm-3' }));
  });

  it('takes the later of two entries that differ only in when they were locked', () => {
    const later = withEntries(
      base,
      { name: 'web', query: { distro: 'ubuntu' }, scope: 'public' },
      new Map([[A, entry('m-2', '2026-02-02T00:00:00Z')]]),
    );
    const { lock: merged, conflicts } = mergeLocks(base, lock({ [A]: 'm-2', [B]: 'm-1' }), later);
    expect(conflicts).toEqual([]);
    expect(merged).toEqual(later);
  });

  it('reports an entry that both sides changed, and marks both in the text', () => {
    const result = mergeLocks(
      base,
      lock({ [A]: 'm-2', [B]: 'm-1' }),
      lock({ [A]: 'm-3', [B]: 'm-1' }),
    );
    expect(result.conflicts).toMatchObject([{ query: 'web', scope: 'public', target: A }]);
    const text = printMerged(result);
    expect(text).toMatch(/<<<<<<< ours\n[^]*"m-2"[^]*=======\n[^]*"m-3"[^]*>>>>>>> theirs\n/);
    expect(() => parseLock(text, 'lock')).toThrow('merge conflict markers');
    const ours = text.replace(/<<<<<<< ours\n([^]*?)=======\n[^]*?>>>>>>> theirs\n/, '$1');
    expect(parseLock(ours, 'lock')).toEqual(lock({ [A]: 'm-2', [B]: 'm-1' }));
  });

  it('reports a target that one side added for a query that the other side changed', () => {
    const changed = lock({ [A]: 'm-9' }, EMPTY_LOCK, { distro: 'debian' });
    const added = lock({ [A]: 'm-1', [B]: 'm-1', 'alicloud/cn-shanghai': 'm-1' });
    const { conflicts } = mergeLocks(base, changed, added);
    expect(conflicts.map(({ target }) => target)).toContain('alicloud/cn-shanghai');
  });
});
