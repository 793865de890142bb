/** What every cloud keeps to when it signs, and when a signature is refused. */
import type { CloudId } from '@cloudimages/simulator';
import type { CloudDefinition } from '../../provider/clouds/definition/cloud-definition';
import {
  bearerCredential,
  keyCredential,
  type Credential,
} from '../../provider/credentials/credential';
import type { HttpRequest } from '../../provider/transport/http-client';
import { httpThrough, workingCredentials } from './harness';
import { allIds, idsOf, play } from './scene';

/** The vendors' own codes of what goes wrong with keys. A new cloud gets a row of its own. */
const VENDOR_CODES: Readonly<
  Record<CloudId, { readonly [K in 'wrongSecret' | 'unknownKey' | 'wrongToken']: string }>
> = {
  alicloud: {
    wrongSecret: 'SignatureDoesNotMatch',
    unknownKey: 'InvalidAccessKeyId.NotFound',
    wrongToken: 'InvalidSecurityToken.MismatchWithAccessKey',
  },
  tencentcloud: {
    wrongSecret: 'AuthFailure.SignatureFailure',
    unknownKey: 'AuthFailure.SecretIdNotFound',
    wrongToken: 'AuthFailure.TokenFailure',
  },
  qcloud: { wrongSecret: '4100', unknownKey: '4104', wrongToken: '4105' },
  zenlayercloud: {
    wrongSecret: 'AUTHFAILURE_SIGNATURE_FAILURE',
    unknownKey: 'AUTHFAILURE_ACCESS_KEY_NOT_FOUND',
    wrongToken: 'AUTHFAILURE_TOKEN_FAILURE',
  },
};

/** The gateway of Tencent's API v2 refuses without a request id. */
const TELLS_REQUEST_ID: Readonly<Record<CloudId, boolean>> = {
  alicloud: true,
  tencentcloud: true,
  qcloud: false,
  zenlayercloud: true,
};

/** Another digit in place of the last one, in what is signed: the body, else the query. */
function tamper(request: HttpRequest): HttpRequest {
  const change = (text: string): string =>
    text.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + 1) % 10));
  return request.body === undefined
    ? { ...request, url: change(request.url) }
    : { ...request, body: change(request.body) };
}

export function authenticationContract(definition: CloudDefinition): void {
  const cloud = definition.id;
  const codes = VENDOR_CODES[cloud];
  const credentials = workingCredentials(cloud);

  /** The refusal of a credential, with what a vendor's support asks for. */
  async function expectRefused(credential: Credential, vendorCode: string): Promise<void> {
    const { error, requests } = await play(definition, { credential });
    expect(error).toMatchObject({
      code: 'unauthenticated',
      facts: {
        cloud,
        operation: definition.operation,
        vendorCode,
        ...(TELLS_REQUEST_ID[cloud]
          ? { requestId: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i) }
          : {}),
      },
    });
    expect(requests).toHaveLength(1);
  }

  it('is let in with every kind of credential', async () => {
    expect(credentials.length).toBeGreaterThan(1);
    for (const credential of credentials) {
      const outcome = await play(definition, { credential });
      expect(idsOf(outcome)).toEqual(allIds(outcome, cloud));
    }
  });

  it('with a wrong secret is unauthenticated', () =>
    expectRefused(
      keyCredential({ id: `simulator-key-${keysOf(cloud)}`, secret: 'simulator-secret-wrong' }),
      codes.wrongSecret,
    ));

  it('with an unknown key is unauthenticated', () =>
    expectRefused(
      keyCredential({ id: 'nobody', secret: 'simulator-secret-nobody' }),
      codes.unknownKey,
    ));

  it('with a wrong token is unauthenticated', async () => {
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

  it('signs what it sends: a byte that differs is refused', async () => {
    const { error } = await play(definition, {
      through: (http) => httpThrough(http, { request: tamper }),
    });
    expect(error).toMatchObject({
      code: 'unauthenticated',
      facts: { vendorCode: codes.wrongSecret },
    });
  });
}

/** The account under which the simulator keeps a cloud's keys. */
function keysOf(cloud: CloudId): string {
  return cloud === 'qcloud' ? 'tencentcloud' : cloud;
}
