import type { HttpRequest, HttpResponse } from '../../provider/transport/http-client';
import { createSecretKeeper } from '../../provider/transport/redact';
import { redactingClient, secretsIn } from '../../provider/transport/redacting-client';

const request = (headers: Record<string, string>, query = ''): HttpRequest => ({
  method: 'GET',
  url: `https://api.test/${query}`,
  headers,
});

describe('secretsIn', () => {
  it.each<[string, HttpRequest, readonly string[]]>([
    [
      'a signature in a header',
      request({ Authorization: 'ACS3 Credential=id,Signature=0a1b2c, x' }),
      ['0a1b2c'],
    ],
    ['a bearer token', request({ authorization: 'Bearer  tok-1.2' }), ['tok-1.2']],
    ['a token in a header', request({ 'x-acs-security-token': 'tok' }), ['tok']],
    ['a secret in a header', request({ 'X-Client-Secret': 'sec' }), ['sec']],
    ['a signature in the URL', request({}, '?Action=x&Signature=a%2Fb'), ['a/b']],
    ['a token in the URL', request({}, '?SecurityToken=tok&x-amz-token-id=t2'), ['tok', 't2']],
    ['no secret', request({ host: 'x' }, '?SignatureMethod=HMAC&a=b'), []],
    ['an authorization of another scheme', request({ authorization: 'My Bearer x' }), []],
    ['empty values', request({ 'x-token': '' }, '?token='), []],
  ])('finds %s', (_, one, secrets) => {
    expect(secretsIn(one)).toEqual(secrets);
  });
});

describe('redactingClient', () => {
  const SIGNATURE = 'a-signature-of-this-request';
  const answering = (answer: HttpResponse) => {
    const done: string[] = [];
    const secrets = createSecretKeeper();
    secrets.learn(['the-secret-of-the-account']);
    const client = redactingClient(
      {
        send: async () => answer,
        warmUp: () => void done.push('warmUp'),
        close: async () => void done.push('close'),
      },
      secrets,
    );
    return { client, done, secrets };
  };

  it('masks learned secrets and those of the request, in headers and in the body', async () => {
    const { client, secrets } = answering({
      status: 403,
      headers: { 'x-echo': SIGNATURE, date: 'today' },
      text: `You sent ${SIGNATURE} with the-secret-of-the-account.`,
    });
    const options = { signal: new AbortController().signal };
    expect(await client.send(request({}, `?Signature=${SIGNATURE}`), options)).toEqual({
      status: 403,
      headers: { 'x-echo': '[redacted]', date: 'today' },
      text: 'You sent [redacted] with [redacted].',
    });
    // For errors and log lines that come later.
    expect(secrets.redactLearned(SIGNATURE)).toBe('[redacted]');
  });

  it('hands warming up and closing on', async () => {
    const { client, done } = answering({ status: 200, headers: {}, text: '' });
    client.warmUp();
    await client.close();
    expect(done).toEqual(['warmUp', 'close']);
  });
});
