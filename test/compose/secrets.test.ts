/**
 * No secret leaves the engine: not in an answer, an error or a log, whatever a service echoes, and
 * wherever in its answer it does.
 */

import { createWorld, defaultAccounts, MAIN_REGION, type CloudId } from '@cloudimages/simulator';
import { inspect } from 'node:util';
import { describeError, renderError } from '../../provider/errors/describe-error';
import { CLOUD_IDS } from '../../provider/image/words';
import type { HttpResponse } from '../../provider/transport/http-client';
import { stderrLogger, type LogLevel } from '../../provider/transport/log';
import { secretsIn } from '../../provider/transport/redacting-client';
import { engineOver, httpOver, surroundingsOver, TODAY } from '../look-up/engine-over';

const NOW = Date.parse(TODAY);

/** How a service may write what it echoes. */
const FORMS: Readonly<Record<string, (text: string) => string>> = {
  plain: (text) => text,
  'percent-encoded': encodeURIComponent,
  'percent-encoded in lower case': (text) =>
    encodeURIComponent(text).replace(/%../g, (hex) => hex.toLowerCase()),
  'JSON-escaped': (text) => text.replaceAll('/', '\\/').replaceAll('+', '\\u002b'),
  'HTML-escaped': (text) =>
    text.replaceAll('+', '&#43;').replaceAll('/', '&#x2F;').replaceAll('=', '&#61;'),
  base64: (text) => Buffer.from(text).toString('base64'),
  'base64 without padding': (text) => Buffer.from(text).toString('base64').replace(/=+$/, ''),
  base64url: (text) => Buffer.from(text).toString('base64url'),
};

type Planter = (response: HttpResponse, planted: string) => HttpResponse;

/** Adds to every string of a JSON body: ids, names, codes, messages, request ids, words. */
function inStrings(text: string, planted: string, only: (key: string) => boolean): string {
  return JSON.stringify(
    JSON.parse(text, (key, value: unknown) =>
      typeof value === 'string' && only(key) ? `${value}${planted}` : value,
    ),
  );
}

const rename = (text: string, planted: string, keys: RegExp): string =>
  JSON.stringify(JSON.parse(text, (key, value: unknown) => (keys.test(key) ? planted : value)));

/** Where an answer may hold it. */
const PLACES: Readonly<Record<string, Planter>> = {
  'every string': (response, planted) => ({
    ...response,
    text: inStrings(response.text, planted, () => true),
  }),
  'image names': (response, planted) => ({
    ...response,
    text: inStrings(response.text, planted, (key) => /name|desc/i.test(key)),
  }),
  'request ids': (response, planted) => ({
    ...response,
    text: rename(response.text, planted, /^requestid$/i),
  }),
  totals: (response, planted) => ({
    ...response,
    text: rename(response.text, planted, /total/i),
  }),
  words: (response, planted) => ({
    ...response,
    text: rename(response.text, planted, /arch|status|state|platform|ostype|visib|source/i),
  }),
  'an error': (response, planted) => ({
    ...response,
    status: 400,
    text: JSON.stringify({
      Code: planted,
      Message: planted,
      RequestId: planted,
      Response: { Error: { Code: planted, Message: planted }, RequestId: planted },
      code: planted,
      codeDesc: planted,
      message: planted,
      requestId: planted,
    }),
  }),
  'an error page': (response, planted) => ({
    status: 502,
    headers: { ...response.headers, 'content-type': `text/html; ${planted}` },
    text: `<html>${planted} ${'x'.repeat(60)} ${planted}`,
  }),
  'a long error message': (response, planted) => ({
    ...response,
    status: 403,
    text: JSON.stringify({
      Code: 'Forbidden.RAM',
      Message: `${'x'.repeat(280)}${planted}`,
      Response: { Error: { Code: 'Forbidden', Message: `${'x'.repeat(280)}${planted}` } },
      code: 'FORBIDDEN',
      message: `${'x'.repeat(280)}${planted}`,
    }),
  }),
  'every header': (response, planted) => ({
    ...response,
    headers: Object.fromEntries(
      ['date', 'content-type', 'retry-after', 'x-request-id'].map((name) => [name, planted]),
    ),
    text: 'not JSON',
  }),
};

const SECRETS = {
  secret: 'sim/secret+of=the-key',
  token: 'sim.session/token+that=is~long-enough',
};

const cases = CLOUD_IDS.flatMap((cloud) =>
  Object.keys(PLACES).map((place) => [cloud, place] as const),
);

describe('secrets', () => {
  it.each(cases)('that %s echoes in %s do not leave the engine', async (cloud, place) => {
    const plant = PLACES[place];
    if (plant === undefined) throw new Error(place);
    const { shown, planted } = await lookUp(cloud, (response, secrets) =>
      plant(
        response,
        secrets.flatMap((one) => Object.values(FORMS).map((write) => write(one))).join(' '),
      ),
    );
    expect(planted.length).toBeGreaterThan(3);
    for (const secret of planted) {
      for (const [form, write] of Object.entries(FORMS)) {
        const at = shown.indexOf(write(secret));
        const found = at < 0 ? 'nothing' : shown.slice(Math.max(0, at - 200), at + 100);
        expect(`${secret} (${form}): ${found}`).toMatch(/: nothing$/);
      }
    }
  });

  it('are shown where nothing hides them, so that the search above would find them', async () => {
    const { shown } = await lookUp('alicloud', (response) => ({
      ...response,
      text: inStrings(response.text, 'an-ordinary-word', (key) => /name/i.test(key)),
    }));
    expect(shown).toContain('an-ordinary-word');
  });
});

/** Everything that one look-up shows, and the secrets that were planted. */
async function lookUp(
  cloud: CloudId,
  change: (response: HttpResponse, secrets: readonly string[]) => HttpResponse,
): Promise<{ readonly shown: string; readonly planted: readonly string[] }> {
  const world = createWorld({ now: () => NOW });
  const real = httpOver(world);
  const account = defaultAccounts().find((one) => one.cloud === cloud);
  // What the engine has found so far: a service can only echo what it has been sent.
  const secrets: string[] = Object.values(SECRETS);
  const planted = new Set(secrets);
  const http = {
    ...real,
    send: async (...[request, options]: Parameters<typeof real.send>) => {
      // A token that the service echoed into its own sign-in is what was planted, already hidden.
      const signed = secretsIn(request).filter((one) => !one.includes('[redacted]'));
      signed.forEach((one) => planted.add(one));
      return change(await real.send(request, options), [...secrets, ...signed]);
    },
  };
  const lines: string[] = [];
  const levels: readonly LogLevel[] = ['debug', 'info'];
  const loggers = levels.map((level) => stderrLogger(level, (line) => lines.push(line)));
  const logger = {
    debug: (event: Parameters<(typeof loggers)[0]['debug']>[0]) =>
      loggers.forEach((one) => one.debug(event)),
  };
  // Of another cloud: its secrets are as secret here.
  const { secret, token } = SECRETS;
  const [other, configuration] =
    cloud === 'alicloud'
      ? (['tencentcloud', { secretId: 'x', secretKey: secret, securityToken: token }] as const)
      : (['alicloud', { accessKey: 'x', secretKey: secret, securityToken: token }] as const);
  const engine = engineOver(
    world,
    { [other]: configuration },
    { ...surroundingsOver(world), http, logger },
  );
  await engine.examine(`${other}/${MAIN_REGION[other]}`);
  const hidden = account?.secret || account?.bearerToken || '';
  secrets.push(hidden);
  planted.add(hidden);
  const settled = await Promise.allSettled([
    engine.getImages({
      targets: [`${cloud}/${MAIN_REGION[cloud]}`],
      mostRecent: true,
      owners: ['public', 'self'],
    }),
    engine.getImages({ targets: [`${cloud}/${MAIN_REGION[cloud]}`], nameRegex: 'no such name' }),
    engine.findImage(`${cloud}/${MAIN_REGION[cloud]}`, 'img-1'),
    engine.examine(`${cloud}/${MAIN_REGION[cloud]}`),
  ]);
  const texts = settled.map((one) => {
    const thing: unknown = one.status === 'fulfilled' ? one.value : one.reason;
    return [
      inspect(thing, { depth: 20, showHidden: true, maxStringLength: null, maxArrayLength: null }),
      JSON.stringify(thing),
      JSON.stringify(describeError(thing)),
      renderError(thing),
    ].join('\n');
  });
  return { shown: [...texts, ...lines].join('\n'), planted: [...planted] };
}
