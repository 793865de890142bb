import type { TargetExplanation } from '../../provider/image/answer.generated';
import { printExplanation } from '../../provider/image/explain';

const FOUND: TargetExplanation = {
  target: 'alicloud/cn-hangzhou',
  listed: 14,
  steps: [
    { condition: 'owners(public, self)', removed: 4, unknown: 1, left: 10 },
    { condition: 'status(available)', removed: 0, unknown: 0, left: 10 },
  ],
  chosenId: 'm-1',
  chosenName: 'golden-2',
  runnerUpId: 'm-2',
  runnerUpName: 'golden-1',
  decidedBy: 'newer (2024-02-01T00:00:00Z over 2024-01-01T00:00:00Z)',
  basis: 'createdAt',
  hints: [],
};

describe('printExplanation', () => {
  it('prints the filter steps, the winner and who came second', () => {
    expect(printExplanation([FOUND], [])).toBe(
      [
        'alicloud/cn-hangzhou: 14 images listed',
        '  owners(public, self)  removed 4 (1 with no known value), 10 left',
        '  status(available)     removed 0, 10 left',
        '  chosen: m-1 (golden-2), newest by creation time',
        '  second: m-2 (golden-1); decided by: newer (2024-02-01T00:00:00Z over 2024-01-01T00:00:00Z)',
      ].join('\n'),
    );
  });

  it.each([
    ['buildDate', 'newest by build date in id or name'],
    ['version', 'highest OS version'],
    ['name', 'first by name'],
  ] as const)('says on which basis the winner is the newest: %s', (basis, said) => {
    expect(printExplanation([{ ...FOUND, basis }], [])).toContain(
      `chosen: m-1 (golden-2), ${said}\n`,
    );
  });

  it('begins with the defaults, those with one reason on a line', () => {
    const owners = { field: 'owners', value: 'public', reason: 'one' };
    const order = { field: 'order', value: 'version', reason: 'one' };
    const variants = { field: 'variants', value: 'any', reason: 'two' };
    expect(printExplanation([], [owners, variants, order])).toBe(
      'defaults: owners(public), order(version), since one\ndefaults: variants(any), since two',
    );
    expect(printExplanation([FOUND], [owners])).toMatch(
      /^defaults: owners\(public\), since one\n\nalicloud\/cn-hangzhou: 14 images listed\n/,
    );
  });

  it('says which step the API applied before listing', () => {
    const scope = { condition: 'instanceType(a)', removed: 0, unknown: 0, left: 2, byApi: true };
    const none = { target: 'a/b', listed: 2, hints: [], steps: [scope] };
    expect(printExplanation([none], [])).toBe(
      'a/b: 2 images listed\n  instanceType(a)  removed 0 (applied by the API before listing), 2 left\n  no match',
    );
  });

  it('says that the first by name was chosen where no basis is given', () => {
    const { basis: _, ...rest } = FOUND;
    expect(printExplanation([rest], [])).toContain('chosen: m-1 (golden-2), first by name\n');
  });

  it('shows 200 characters of a condition', () => {
    const text = (length: number): string => {
      const step = { condition: 'x'.repeat(length), removed: 1, unknown: 0, left: 0 };
      return printExplanation([{ target: 'a/b', listed: 1, hints: [], steps: [step] }], []);
    };
    expect(text(200)).toContain(`\n  ${'x'.repeat(200)}  removed 1`);
    expect(text(201)).toContain(`\n  ${'x'.repeat(199)}…  removed 1`);
  });

  it('cuts a condition of thousands of characters, since every line is as wide', () => {
    const condition = `family(${'x'.repeat(3000)})`;
    const long = { condition, removed: 10, unknown: 0, left: 0 };
    const text = printExplanation([{ ...FOUND, steps: [...FOUND.steps, long] }], []);
    expect(text.length).toBeLessThan(1500);
    expect(text).toContain('xxx…  removed 10, 0 left');
  });

  it('does not say a name twice, nor an empty one', () => {
    const { runnerUpId: _, runnerUpName: __, decidedBy: ___, ...alone } = FOUND;
    const same = printExplanation([{ ...alone, chosenName: 'm-1' }], []);
    expect(same).toMatch(/chosen: m-1, newest by creation time$/);
    expect(printExplanation([{ ...alone, chosenName: '' }], [])).toBe(same);
  });

  it('prints no match with its hints, and targets apart', () => {
    const none: TargetExplanation = {
      target: 'qcloud/ap-guangzhou',
      listed: 1,
      steps: [{ condition: 'status(available)', removed: 1, unknown: 0, left: 0 }],
      hints: ['One.', 'Two.'],
    };
    expect(printExplanation([none, { ...none, listed: 0, steps: [], hints: [] }], [])).toBe(
      [
        'qcloud/ap-guangzhou: 1 image listed',
        '  status(available)  removed 1, 0 left',
        '  no match',
        '  One.',
        '  Two.',
        '',
        'qcloud/ap-guangzhou: 0 images listed',
        '  no match',
      ].join('\n'),
    );
  });
});
