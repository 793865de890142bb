import { proxyFromEnvironment } from '../../provider/transport/proxy';

const bypasses = (noProxy: string, url: string): boolean | undefined =>
  proxyFromEnvironment({ HTTPS_PROXY: 'proxy.test:3128', NO_PROXY: noProxy })?.bypasses(
    new URL(url),
  );

describe('the proxy of an environment', () => {
  it.each([
    [{ https_proxy: 'a.test', HTTPS_PROXY: 'b.test', ALL_PROXY: 'c.test' }, 'http://a.test/'],
    [
      { https_proxy: ' ', HTTPS_PROXY: ' b.test:3128 ', ALL_PROXY: 'c.test' },
      'http://b.test:3128/',
    ],
    [{ all_proxy: 'c.test', ALL_PROXY: 'd.test' }, 'http://c.test/'],
    [{ ALL_PROXY: 'https://d.test:443/path?query' }, 'https://d.test/'],
    [{ HTTP_PROXY: 'http://plain.test' }, undefined],
    [{}, undefined],
  ])('is the first that is set: %j', (environment, href) => {
    expect(proxyFromEnvironment(environment)?.url.href).toBe(href);
  });

  it.each([
    ['http://user:pass@a.test', 'user:pass'],
    ['http://us%40er:p%3Aw@a.test', 'us@er:p:w'],
    ['http://user@a.test', 'user:'],
    ['http://:pass@a.test', ':pass'],
  ])('signs in with the user and the password of %s', (address, pair) => {
    const expected = `Basic ${Buffer.from(pair).toString('base64')}`;
    expect(proxyFromEnvironment({ HTTPS_PROXY: address })?.authorization).toBe(expected);
  });

  it('does not sign in without a user', () => {
    expect(proxyFromEnvironment({ HTTPS_PROXY: 'a.test' })?.authorization).toBeUndefined();
  });

  it.each([
    'socks5://a.test:1080',
    'http://',
    'http://user:%zz@a.test',
    'ahttp://a.test',
    'httpx://a',
  ])('is refused without showing it: %s', (address) => {
    expect(() => proxyFromEnvironment({ ALL_PROXY: address })).toThrow(
      expect.objectContaining({
        code: 'invalid-configuration',
        reason: 'the proxy in the environment variable ALL_PROXY is not an http or https address',
        facts: {
          hint: 'Set ALL_PROXY to http://host:port, or exclude hosts from it with NO_PROXY.',
        },
      }),
    );
  });
});

describe('NO_PROXY', () => {
  it.each([
    ['example.com', 'https://example.com/', true],
    ['example.com', 'https://api.example.com/', true],
    ['example.com', 'https://badexample.com/', false],
    ['.example.com', 'https://example.com/', true],
    ['*.example.com', 'https://api.example.com/', true],
    ['x.test,, \t example.com', 'https://example.com/', true],
    ['x.test,, \t example.com', 'https://other.test/', false],
    ['EXAMPLE.com', 'https://example.com/', true],
    ['*', 'https://example.com/', true],
    ['example.com:443', 'https://example.com/', true],
    ['example.com:443', 'https://example.com:8443/', false],
    ['example.com:8443', 'https://example.com:8443/', true],
    ['example.com:8443x', 'https://example.com:8443/', false],
    ['10.0.0.0/8', 'https://10.1.2.3/', true],
    ['10.0.0.0/8', 'https://11.1.2.3/', false],
    ['10.0.0.0/8', 'https://10.example.com/', false],
    ['10.0.0.0/99', 'https://10.1.2.3/', false],
    ['10.0.0.0/8x', 'https://10.1.2.3/', false],
    ['fd00::/8', 'https://[fd00::1]/', true],
    ['fd00::/8', 'https://[fe00::1]/', false],
    ['fd00::/8', 'https://10.1.2.3/', false],
    ['[::1]', 'https://[::1]:8443/', true],
    ['[::1]:8443', 'https://[::1]:8443/', true],
    ['[::1]:8443', 'https://[::1]/', false],
    ['::1', 'https://[::1]/', true],
    ['', 'https://example.com/', false],
  ])('%j for %s: bypassed %p', (noProxy, url, bypassed) => {
    expect(bypasses(noProxy, url)).toBe(bypassed);
  });

  it('is read in lower case first', () => {
    const environment = { HTTPS_PROXY: 'p.test', no_proxy: 'a.test', NO_PROXY: 'b.test' };
    const proxy = proxyFromEnvironment(environment);
    expect(proxy?.bypasses(new URL('https://a.test/'))).toBe(true);
    expect(proxy?.bypasses(new URL('https://b.test/'))).toBe(false);
    expect(proxyFromEnvironment({ HTTPS_PROXY: 'p.test' })?.bypasses(new URL('https://a/'))).toBe(
      false,
    );
  });
});
