import { createServerIdentity } from '../../../provider/terraform/wire/certificate';
import { handshakeLine, readInvitation } from '../../../provider/terraform/wire/handshake';

const PEM = createServerIdentity(Date.now()).certificate;

const COOKIE = {
  TF_PLUGIN_MAGIC_COOKIE: 'd602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2',
};

describe('what Terraform asks for', () => {
  test.each([
    ['nothing but the cookie', {}, {}],
    [
      'all that there is',
      {
        PLUGIN_PROTOCOL_VERSIONS: '5,6',
        PLUGIN_CLIENT_CERT: PEM,
        PLUGIN_UNIX_SOCKET_DIR: '/run/x',
      },
      { clientCertificate: PEM, socketDirectory: '/run/x' },
    ],
    ['an empty certificate', { PLUGIN_CLIENT_CERT: '', PLUGIN_UNIX_SOCKET_DIR: '' }, {}],
  ])('is read: %s', (_case, environment, expected) => {
    expect(readInvitation({ ...COOKIE, ...environment })).toEqual(expected);
  });

  test.each([
    ['a start by hand', {}, 'start it themselves'],
    ['another cookie', { TF_PLUGIN_MAGIC_COOKIE: 'x' }, 'start it themselves'],
    ['an old Terraform', { ...COOKIE, PLUGIN_PROTOCOL_VERSIONS: '4,5' }, 'Terraform 1.0 or later'],
    // "16" contains a 6, which is another version.
    ['a later protocol', { ...COOKIE, PLUGIN_PROTOCOL_VERSIONS: '16' }, 'offers 16'],
    ['a certificate that is none', { ...COOKIE, PLUGIN_CLIENT_CERT: 'junk' }, 'PLUGIN_CLIENT_CERT'],
  ])('is refused in one line: %s', (_case, environment, text) => {
    const answer = readInvitation(environment);
    expect(answer).toEqual({ refusal: expect.stringContaining(text) });
    expect(JSON.stringify(answer)).not.toContain('\\n');
    // Terraform takes a line with a bar for a handshake.
    expect(JSON.stringify(answer)).not.toContain('|');
  });
});

describe('the handshake line', () => {
  test.each([
    [1, '/w'],
    [2, '//8'],
    [3, '////'],
  ])('has base64 without padding, for %i bytes', (length, encoded) => {
    const line = handshakeLine({ network: 'unix', path: '/tmp/x/s' }, Buffer.alloc(length, 0xff));
    expect(line).toBe(`1|6|unix|/tmp/x/s|grpc|${encoded}`);
  });

  test('names a port, and no certificate where there is none', () => {
    expect(handshakeLine({ network: 'tcp', host: '127.0.0.1', port: 1234 })).toBe(
      '1|6|tcp|127.0.0.1:1234|grpc|',
    );
  });
});
