/**
 * Tokens of a service account by the permission to create them.
 *
 * @see https://cloud.google.com/iam/docs/reference/credentials/rest/v1/projects.serviceAccounts/generateAccessToken
 */
import type { CredentialContext, Finding } from '../chain';
import { bearerCredential } from '../credential';
import { requestToken } from './token-request';

/** The API that creates tokens. */
export const IAM_CREDENTIALS = 'https://iamcredentials.googleapis.com/';

const SCOPE = 'https://www.googleapis.com/auth/compute.readonly';

/**
 * @param bearer - a token of the caller
 * @param delegates - accounts between the caller and the service account
 */
export async function impersonate(
  email: string,
  bearer: string,
  delegates: readonly string[],
  source: string,
  context: CredentialContext,
): Promise<Finding> {
  const account = `projects/-/serviceAccounts/${encodeURIComponent(email)}`;
  const url = `${IAM_CREDENTIALS}v1/${account}:generateAccessToken`;
  const json = { scope: [SCOPE], lifetime: '3600s', delegates };
  const { token, maxAgeMs } = await requestToken(url, { json, bearer }, source, context);
  return {
    credential: bearerCredential(token),
    source: `service account ${email}, by ${source}`,
    maxAgeMs,
    principal: email,
  };
}

/** The account in the URL that a credentials file names; undefined where it is another URL. */
export function accountOfUrl(url: string): string | undefined {
  const email =
    /^https:\/\/iamcredentials\.googleapis\.com\/v1\/projects\/-\/serviceAccounts\/([^/:?#]+):generateAccessToken$/.exec(
      url,
    )?.[1];
  return email === undefined ? undefined : decodeURIComponent(email);
}
