import fc from 'fast-check';
import { parseTarget, printTarget } from '../../provider/image/target';
import { CLOUD_IDS } from '../../provider/image/words';

describe('parseTarget', () => {
  it('reads what is printed', () => {
    const targets = fc.record({
      cloud: fc.constantFrom(...CLOUD_IDS),
      region: fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,30}$/),
    });
    fc.assert(
      fc.property(targets, (target) => {
        expect(parseTarget(printTarget(target))).toEqual(target);
      }),
    );
  });

  it.each(['', '/', 'alicloud', 'alicloud/', '/cn-hangzhou', 'alicloud/a/b', 'alicloud/a b'])(
    'says how a target is written where it gets %j',
    (text) => {
      const problem = expect.stringContaining(CLOUD_IDS.join(', '));
      expect(parseTarget(text)).toEqual({ problem });
    },
  );

  it.each([
    ['AliCloud/cn-hangzhou', 'alicloud'],
    ['tencent/ap-singapore', undefined],
    ['tencentcloude/ap-singapore', 'tencentcloud'],
  ])('says which cloud was probably meant by %s', (text, meant) => {
    const parsed = parseTarget(text);
    const said = 'problem' in parsed ? /Did you mean "(.+)"\?/.exec(parsed.problem)?.[1] : 'none';
    expect(said).toBe(meant);
  });

  it('lets no region out of its place in an address', () => {
    fc.assert(
      fc.property(fc.string(), (region) => {
        const parsed = parseTarget(`alicloud/${region}`);
        const url = new URL(`https://ecs.${'region' in parsed ? parsed.region : 'x'}.aliyuncs.com`);
        expect(url.hostname).toMatch(/^ecs\..+\.aliyuncs\.com$/);
        expect(url.username + url.password + url.port).toBe('');
        expect(url.pathname).toBe('/');
      }),
    );
  });
});
