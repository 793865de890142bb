/**
 * The managed identity of the machine or the app that this runs on.
 *
 * @see https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/how-to-use-vm-token
 */
import { isImageError } from '../../errors/image-error';
import { askLocally } from '../aws/local-service';
import type { CredentialContext, CredentialLink, Finding } from '../chain';
import { checkCredentialsUri } from '../credentials-uri';
import { firstGiven, given } from '../given';
import { parseRecord } from '../profile-file';
import { noToken, tokenFinding } from './issued-token';
import { audienceOf, CLIENT_ID, detailsOf } from './details';

/** Where the metadata of a virtual machine are. */
const METADATA = 'http://169.254.169.254';

const ENDPOINT = 'IDENTITY_ENDPOINT';
const HEADER = 'IDENTITY_HEADER';
const USE = 'ARM_USE_MSI';
const SOURCE = 'the managed identity';

/** Where a variable says that there is an identity: app services, containers, `ARM_USE_MSI`. */
export function azureManagedIdentityLink(): CredentialLink {
  return {
    name: 'managed identity',
    async find(context) {
      const { environment } = context;
      const endpoint = given(environment[ENDPOINT]);
      const header = given(environment[HEADER]);
      if (endpoint !== undefined && header !== undefined) {
        return appToken(endpoint, header, context);
      }
      if (!isTrue(environment[USE])) return { reason: `${ENDPOINT}, ${USE} not set` };
      const found = await machineToken(context);
      if ('reason' in found) throw noToken(SOURCE, found.reason);
      return found;
    },
  };
}

/** The identity of a virtual machine that nothing names, as a last resort. */
export function azureMachineLink(): CredentialLink {
  return {
    name: 'virtual machine',
    async find(context) {
      if (given(context.environment[USE])?.toLowerCase() === 'false') {
        return { reason: `${USE} is false` };
      }
      return machineToken(context);
    },
  };
}

function isTrue(value: string | undefined): boolean {
  return ['true', '1'].includes(given(value)?.toLowerCase() ?? '');
}

/** App Service, Functions and Container Apps. */
async function appToken(endpoint: string, header: string, context: CredentialContext) {
  checkCredentialsUri(endpoint, `the environment variable ${ENDPOINT}`);
  const search = searchOf(context, '2019-08-01');
  const url = `${endpoint}?${search}`;
  const headers = { 'x-identity-header': header };
  const { status, text } = await ask(() => askLocally(url, { headers, signal: context.signal }));
  if (status !== 200) throw noToken(SOURCE, `HTTP ${status}`);
  return findingOf(text, context);
}

/** A machine without a metadata service, or without an identity, has none. */
async function machineToken(context: CredentialContext): Promise<Finding> {
  const { environment, signal } = context;
  const base = given(environment['AZURE_POD_IDENTITY_AUTHORITY_HOST']) ?? METADATA;
  checkCredentialsUri(base, 'the environment variable AZURE_POD_IDENTITY_AUTHORITY_HOST');
  const origin = base.replace(/\/+$/, '');
  const headers = { metadata: 'true' };
  const url = `${origin}/metadata/identity/oauth2/token?${searchOf(context, '2018-02-01')}`;
  let answer: { readonly status: number; readonly text: string };
  try {
    answer = await askLocally(url, { headers, signal });
  } catch (error) {
    if (signal.aborted) throw error;
    return { reason: `no metadata service at ${origin}` };
  }
  if (answer.status === 400) return { reason: 'the virtual machine has no managed identity' };
  if (answer.status !== 200)
    return { reason: `the metadata service answers HTTP ${answer.status}` };
  return findingOf(answer.text, context, await subscriptionOf(context, origin));
}

/** The subscription of the machine itself, where none is named. */
async function subscriptionOf(context: CredentialContext, origin: string) {
  if (detailsOf(context)['subscription'] !== undefined) return undefined;
  const url = `${origin}/metadata/instance/compute/subscriptionId?api-version=2021-02-01&format=text`;
  const headers = { metadata: 'true' };
  const { status, text } = await ask(() => askLocally(url, { headers, signal: context.signal }));
  return status === 200 ? given(text) : undefined;
}

function searchOf(context: CredentialContext, version: string): string {
  const client = firstGiven(CLIENT_ID, context.environment)?.value;
  return new URLSearchParams({
    'api-version': version,
    resource: audienceOf(context),
    ...(client === undefined ? {} : { client_id: client }),
  }).toString();
}

function findingOf(text: string, context: CredentialContext, subscription?: string): Finding {
  const record = parseRecord(text, `that ${SOURCE} answered`);
  const details = detailsOf(context, subscription === undefined ? {} : { subscription });
  const client = typeof record['client_id'] === 'string' ? record['client_id'] : '';
  return tokenFinding(
    {
      token: record['access_token'],
      expiresOn: record['expires_on'],
      details,
      principal: `managed identity ${client} ${details['subscription']}`,
    },
    SOURCE,
    context.now(),
  );
}

async function ask<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isImageError(error)) throw error;
    throw noToken(SOURCE, error instanceof Error ? error.message : 'unknown error');
  }
}
