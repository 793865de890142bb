import { isLoopback, parseEndpoint } from '../../provider/transport/endpoint';

const SOURCE = 'environment variable CLOUDIMAGES_ENDPOINT_ALICLOUD';

describe('parseEndpoint', () => {
  it.each([
    ['https://ecs.aliyuncs.com', 'https://ecs.aliyuncs.com', 'ecs.aliyuncs.com'],
    [' https://Ecs.Example.COM:443/ ', 'https://ecs.example.com', 'ecs.example.com'],
    ['https://ecs.example.com:8443', 'https://ecs.example.com:8443', 'ecs.example.com:8443'],
    ['http://127.0.0.1:8081', 'http://127.0.0.1:8081', '127.0.0.1:8081'],
    ['http://127.9.9.9', 'http://127.9.9.9', '127.9.9.9'],
    ['http://localhost:80', 'http://localhost', 'localhost'],
    ['http://[::1]:8081', 'http://[::1]:8081', '[::1]:8081'],
  ])('takes %s', (text, origin, host) => {
    expect(parseEndpoint(text, SOURCE)).toEqual({ origin, host });
  });

  it.each([
    ['', 'is not a URL'],
    ['ecs.aliyuncs.com', 'is not a URL'],
    ['127.0.0.1:8081', 'is not a URL'],
    ['localhost:8081', 'has the scheme localhost'],
    ['ftp://h', 'has the scheme ftp'],
    ['https://user:MARKED@h', 'contains a user name or a password'],
    ['https://MARKED@h', 'contains a user name or a password'],
    ['https://h/path', 'has a path, a query or a fragment'],
    ['https://h/?MARKED', 'has a path, a query or a fragment'],
    ['http://ecs.aliyuncs.com', 'is plain http to ecs.aliyuncs.com'],
    ['http://10.0.0.1', 'is plain http to 10.0.0.1'],
    ['http://localhost.example.com', 'is plain http to localhost.example.com'],
    ['http://127.0.0.1.example.com', 'is plain http to 127.0.0.1.example.com'],
  ])('refuses %j', (text, problem) => {
    const refused = () => parseEndpoint(text, SOURCE, { cloud: 'alicloud' });
    expect(refused).toThrow(
      expect.objectContaining({
        code: 'invalid-configuration',
        reason: expect.stringContaining(`the endpoint from ${SOURCE} ${problem}`),
        message: expect.not.stringContaining('MARKED'),
        facts: expect.objectContaining({
          cloud: 'alicloud',
          hint: expect.stringContaining('https://host'),
        }),
      }),
    );
  });

  it('knows this machine by any way of writing it', () => {
    for (const host of ['2130706433', '0x7f.1', '127.1', '[0:0:0:0:0:0:0:1]', 'LOCALHOST']) {
      expect([host, isLoopback(new URL(`http://${host}/`))]).toEqual([host, true]);
    }
  });
});
