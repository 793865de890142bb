/** What every cloud guarantees when it signs, and when a signature is refused. */
import { VOCABULARY } from '@cloudimages/simulator';
import {
  bearerCredential,
  keyCredential,
  type Credential,
} from '../../provider/credentials/credential';
import type { HttpRequest } from '../../provider/transport/http-client';
import { accountsOf, httpThrough, workingCredentials } from './harness';
import { allIds, idsOf, play, type ContractCloud } from './scene';

/** Another digit in place of the last one, in what is signed: the body, else the query. */
function tamper(request: HttpRequest): HttpRequest {
  const change = (text: string): string =>
    text.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + 1) % 10));
  return request.body === undefined
    ? { ...request, url: change(request.url) }
    : { ...request, body: change(request.body) };
}

export function authenticationContract(definition: ContractCloud): void {
  const cloud = definition.id;
  const { codes, refusalsHaveRequestId } = VOCABULARY[cloud];
  const credentials = workingCredentials(cloud);
  const hasKeys = credentials.some(({ kind }) => kind === 'key');

  /** The refusal of a credential, with what a vendor's support asks for. */
  async function expectRefused(credential: Credential, vendorCode: string): Promise<void> {
    const { error, requests } = await play(definition, { credential });
    expect(error).toMatchObject({
      code: 'unauthenticated',
      facts: {
        cloud,
        operation: definition.operation,
        vendorCode,
        ...(refusalsHaveRequestId
          ? { requestId: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i) }
          : {}),
      },
    });
    expect(requests).toHaveLength(1);
  }

  it('lists with every kind of credential', async () => {
    expect(credentials.length).toBeGreaterThan(hasKeys ? 1 : 0);
    for (const credential of credentials) {
      const outcome = await play(definition, { credential });
      expect(idsOf(outcome)).toEqual(allIds(outcome, cloud));
    }
  });

  it('fails as unauthenticated with a wrong token', async () => {
    const token = 'simulator-token-wrong';
    for (const credential of credentials) {
      if (credential.kind === 'key' && credential.token === undefined) continue;
      const wrong =
        credential.kind === 'bearer'
          ? bearerCredential(token)
          : keyCredential({ id: credential.id, secret: credential.secret, token });
      await expectRefused(wrong, codes.wrongToken);
    }
    expect.hasAssertions();
  });

  if (!hasKeys) return;

  it('fails as unauthenticated with a wrong secret', () =>
    expectRefused(
      keyCredential({ id: accountsOf(cloud)[0]?.keyId ?? '', secret: 'simulator-secret-wrong' }),
      codes.wrongSecret,
    ));

  it('fails as unauthenticated with an unknown key', () =>
    expectRefused(
      keyCredential({ id: 'nobody', secret: 'simulator-secret-nobody' }),
      codes.unknownKey,
    ));

  it('signs what it sends: a changed byte is refused', async () => {
    const { error } = await play(definition, {
      through: (http) => httpThrough(http, { request: tamper }),
    });
    expect(error).toMatchObject({
      code: 'unauthenticated',
      facts: { vendorCode: codes.wrongSecret },
    });
  });
}
