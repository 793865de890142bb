import { createPrivateKey, X509Certificate } from 'node:crypto';
import { createServerIdentity } from '../../../provider/terraform/wire/certificate';

const NOW = Date.parse('2024-07-12T09:30:00.250Z');

describe('the certificate', () => {
  const identity = createServerIdentity(NOW);
  const certificate = new X509Certificate(identity.certificate);

  test('is for localhost, as a server, and signed by its own key', () => {
    expect(certificate.subject).toBe('CN=localhost');
    expect(certificate.issuer).toBe('CN=localhost');
    expect(certificate.subjectAltName).toBe('DNS:localhost');
    expect(certificate.keyUsage).toEqual(['1.3.6.1.5.5.7.3.1']);
    expect(certificate.verify(certificate.publicKey)).toBe(true);
    expect(certificate.checkPrivateKey(createPrivateKey(identity.key))).toBe(true);
    expect(certificate.checkHost('localhost')).toBe('localhost');
  });

  test('holds from half a minute ago, for longer than any run', () => {
    expect(certificate.validFrom).toBe('Jul 12 09:29:30 2024 GMT');
    expect(certificate.validTo).toBe('Jul 19 09:30:00 2024 GMT');
  });

  test('is the same in both of its forms', () => {
    expect(certificate.raw.equals(identity.der)).toBe(true);
  });

  test('is another one each time', () => {
    const other = createServerIdentity(NOW);
    expect(other.key).not.toBe(identity.key);
    expect(new X509Certificate(other.der).serialNumber).not.toBe(certificate.serialNumber);
  });
});
