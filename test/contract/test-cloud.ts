/**
 * A cloud of another kind, for tests only: cursors in place of page numbers, XML in place of JSON,
 * a sign-in before the first request, and a path of its own for each of its lists.
 *
 * Behind it is the simulated API of Zenlayer: requests and answers are translated on the way, so
 * that all faults of the simulator reach it.
 */
import { accountsOf } from './harness';
import type { ContractCloud } from './scene';
import type { CloudDefinition, PageCall } from '../../provider/clouds/definition/cloud-definition';
import { failure } from '../../provider/clouds/definition/failures';
import {
  isObject,
  plainString,
  rows,
  valueAt,
} from '../../provider/clouds/definition/field-readers';
import { CLOUDS } from '../../provider/clouds/index';
import type { HttpClient, HttpRequest, HttpResponse } from '../../provider/transport/http-client';
import { signZc2 } from '../../provider/transport/signing/zc2';

/** Milliseconds. */
export const TOKEN_LIFETIME_MS = 60 * 60_000;

const base = CLOUDS.zenlayercloud;

/** A definition as a cloud's file would write it. */
const definition = {
  ...base,
  title: 'Test Cloud',
  format: 'xml',
  paging: 'cursor',
  signIn: {
    operation: 'CreateToken',
    request: ({ credential, endpoint }) => ({
      method: 'POST',
      url: `${endpoint?.origin ?? 'https://login.test'}/tokens`,
      headers: {},
      body: JSON.stringify({ id: credential.id, secret: credential.secret }),
    }),
    read: (body, headers) => {
      if (!isObject(body)) return undefined;
      if ('code' in body) return failure(body['code'], body['message'], undefined);
      const token = headers['x-subject-token'];
      return token === undefined ? undefined : { token, lifetimeMs: TOKEN_LIFETIME_MS };
    },
  },
  request,
  read,
  listRequests: (narrowing, scope) =>
    base.listRequests(narrowing, scope).map((list) => ({ ...list, path: '/projects/all/images' })),
  byIds: (scope) =>
    base.byIds(scope).map((byId) => ({
      ...byId,
      list: (ids: readonly string[]) => ({ ...byId.list(ids), path: '/images/by-id' }),
    })),
} satisfies CloudDefinition;

function request(call: PageCall): HttpRequest {
  if (call.credential.kind !== 'bearer') throw new Error('nobody signed in');
  const query = new URLSearchParams({
    region: call.region,
    limit: String(call.pageSize),
    parameters: JSON.stringify(call.parameters),
    ...(call.cursor === undefined ? {} : { cursor: call.cursor }),
  });
  return {
    method: 'GET',
    url: `${call.endpoint.origin}${call.path ?? ''}?${query.toString()}`,
    headers: { 'x-auth-token': call.credential.token },
  };
}

function read(body: unknown) {
  if (!isObject(body)) return undefined;
  const error = body['error'];
  if (isObject(error)) {
    return failure(error['code'], error['message'], plainString(error['requestId']));
  }
  const answer = body['answer'];
  if (!isObject(answer) || !('images' in answer)) return undefined;
  const items = rows(answer['images'] === '' ? [] : answer['images']);
  return items && { items, next: plainString(valueAt(answer, 'next')) };
}

/** The service: Zenlayer's, translated. Tokens are `token-<n>-<key id>`. */
function serve(http: HttpClient): HttpClient {
  let tokens = 0;
  return {
    ...http,
    async send(request, options) {
      const url = new URL(request.url);
      if (url.pathname === '/tokens') {
        const { id, secret } = JSON.parse(request.body ?? '{}') as { id: string; secret: string };
        const isKnown = accountsOf(base.id).some(
          (account) => account.keyId === id && account.secret === secret,
        );
        const text = isKnown ? '{}' : '{"code":"AUTHFAILURE_SIGNATURE_FAILURE","message":"no"}';
        tokens += 1;
        const headers = { 'x-subject-token': `simulator-token-${tokens}-${id}` };
        return { status: isKnown ? 201 : 401, headers: isKnown ? headers : {}, text };
      }
      return toXml(await http.send(toZenlayer(request, url), options), url);
    },
  };
}

function toZenlayer({ headers }: HttpRequest, url: URL): HttpRequest {
  const limit = Number(url.searchParams.get('limit'));
  const body = JSON.stringify({
    ...JSON.parse(url.searchParams.get('parameters') ?? '{}'),
    zoneId: url.searchParams.get('region'),
    pageNum: Number(url.searchParams.get('cursor')?.slice(5) ?? 1),
    pageSize: limit,
  });
  const token = headers['x-auth-token'] ?? '';
  const keyId = /^simulator-token-\d+-(.+)$/.exec(token)?.[1];
  const account = accountsOf(base.id).find(
    (one) => one.keyId === keyId || one.bearerToken === token,
  );
  const signed = signZc2(
    { host: url.host, service: 'zec', action: 'DescribeImages', version: '2025-09-01', body },
    { kind: 'key', id: account?.keyId ?? 'nobody', secret: account?.secret ?? 'none' },
    { now: new Date(), nonce: '1' },
  );
  return { method: 'POST', url: `${url.origin}/api/v2/zec`, headers: signed, body };
}

function toXml(response: HttpResponse, url: URL): HttpResponse {
  let body: unknown;
  try {
    body = JSON.parse(response.text);
  } catch {
    return response;
  }
  const answer = isObject(body) ? body['response'] : undefined;
  if (!isObject(answer)) return { ...response, text: print('error', body) };
  const page = Number(url.searchParams.get('cursor')?.slice(5) ?? 1);
  const isLast = page * Number(url.searchParams.get('limit')) >= Number(answer['totalCount']);
  const images = answer['dataSet'] ?? [];
  const text = print('answer', { images, ...(isLast ? {} : { next: `page-${page + 1}` }) });
  return { ...response, text: `<?xml version="1.0"?>\n${text}` };
}

function print(name: string, value: unknown): string {
  if (Array.isArray(value)) {
    return `<${name}>${value.map((entry) => print('item', entry)).join('')}</${name}>`;
  }
  if (isObject(value)) {
    const fields = Object.entries(value).filter(([, inner]) => inner !== null);
    return `<${name}>${fields.map(([field, inner]) => print(field, inner)).join('')}</${name}>`;
  }
  return `<${name}>${String(value).replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</${name}>`;
}

export const testCloud: ContractCloud = { ...definition, overHttp: serve };
