import { CLOUDS } from '../../provider/clouds/index';
import type { CloudId } from '../../provider/image/words';
import { resolveCredential } from '../../provider/credentials/chain';
import { contextOf, open } from './context';

// The variables of each cloud's own tools, as its file names them.

const find = async (cloud: CloudId, environment: Readonly<Record<string, string>>) =>
  open(await resolveCredential(CLOUDS[cloud].credentials, contextOf({ environment })));

describe.each(['tencentcloud', 'qcloud'] as const)('the environment of %s', (cloud) => {
  const KEYS = { TENCENTCLOUD_SECRET_ID: 'id', TENCENTCLOUD_SECRET_KEY: 'key' };

  it.each(['TENCENTCLOUD_SECURITY_TOKEN', 'TENCENTCLOUD_SESSION_TOKEN'])(
    'takes the token of temporary keys from %s',
    async (name) => {
      const found = await find(cloud, { ...KEYS, [name]: 'token' });
      expect(found).toMatchObject({ id: 'id', secret: 'key', token: 'token' });
    },
  );

  it.each(['TENCENTCLOUD_ASSUME_ROLE_ARN', 'TKE_ROLE_ARN'])(
    'refuses the role of %s, since keys without it would be of another account',
    async (name) => {
      const found = find(cloud, { ...KEYS, [name]: 'qcs::cam::uin/1:roleName/r' });
      await expect(found).rejects.toMatchObject({
        code: 'invalid-configuration',
        reason: expect.stringContaining(name),
      });
    },
  );

  it('refuses the role of TENCENTCLOUD_CAM_ROLE_NAME where there are no keys', async () => {
    const found = find(cloud, { TENCENTCLOUD_CAM_ROLE_NAME: 'role' });
    await expect(found).rejects.toMatchObject({
      code: 'invalid-configuration',
      reason: expect.stringContaining('TENCENTCLOUD_CAM_ROLE_NAME'),
    });
  });
});
