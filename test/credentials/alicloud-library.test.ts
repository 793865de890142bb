// Apart from the other tests of roles, since the mutation run has no `jest.doMock`.

describe('obtainAlicloudRole, without the vendor’s library', () => {
  afterEach(() => jest.dontMock('@alicloud/credentials').resetModules());

  it('names the package to install', async () => {
    jest.resetModules().doMock('@alicloud/credentials', () => {
      throw Object.assign(new Error('Cannot find module'), { code: 'MODULE_NOT_FOUND' });
    });
    const fresh = await import('../../provider/credentials/alicloud-role.js');
    const role = { kind: 'instance-role', roleName: 'r' } as const;
    await expect(
      fresh.obtainAlicloudRole(role, new AbortController().signal),
    ).rejects.toMatchObject({
      code: 'invalid-configuration',
      reason:
        'a role is configured, but the package @alicloud/credentials, which obtains its keys, is not installed',
      facts: { hint: 'Install it beside cloudimages:\n  npm install @alicloud/credentials' },
    });
  });
});
