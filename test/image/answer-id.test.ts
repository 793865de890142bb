import { answerId } from '../../provider/image/answer-id';

const A = { target: 'alicloud/cn-hangzhou', id: 'a' };
const B = { target: 'qcloud/ap-guangzhou', id: 'b' };

describe('answerId', () => {
  it('stays the same between releases, since state files keep it', () => {
    expect(answerId([A, B])).toBe('75bef37b46853d143fa479f1e47532a5');
    expect(answerId([])).toBe('4f53cda18c2baa0c0354bb5f9a3ecbe5');
  });

  it('depends on the images, their targets and their order, and on nothing else', () => {
    const ids = [[A, B], [B, A], [A], [{ ...A, target: B.target }], [{ ...A, id: 'b' }]].map(
      answerId,
    );
    expect(new Set(ids).size).toBe(ids.length);
    expect(answerId([{ ...A, name: 'renamed' } as typeof A, B])).toBe(answerId([A, B]));
  });
});
