import type { Fault } from '@cloudimages/simulator';
import { CLOUDS } from '../../provider/clouds/index';
import { bearerCredential, keyCredential } from '../../provider/credentials/credential';
import type { ErrorCode } from '../../provider/errors/image-error';
import { CLOUD_IDS } from '../../provider/image/words';
import type { HttpClient, HttpResponse } from '../../provider/transport/http-client';
import { workingCredentials } from './harness';
import { play } from './scene';

// Answers that look like a part of a list and are none. Each of them was once trusted.

/** Changes every answer on its way. */
const changing =
  (change: (answer: HttpResponse) => Partial<HttpResponse>) =>
  (http: HttpClient): HttpClient => ({
    ...http,
    send: async (request, options) => {
      const answer = await http.send(request, options);
      return { ...answer, ...change(answer) };
    },
  });

/** Changes the rows of a list, wherever the cloud puts them. */
function withRows(body: unknown, change: (rows: unknown[]) => unknown): unknown {
  if (Array.isArray(body)) return body.some((row) => typeof row === 'object') ? change(body) : body;
  if (typeof body !== 'object' || body === null) return body;
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [name, withRows(value, change)]),
  );
}

/** The same in XML: one more entry at the end of the last list. */
function withEntry(text: string, entry: string): string {
  const end = text.lastIndexOf('</item></') + '</item>'.length;
  return `${text.slice(0, end)}${entry}${text.slice(end)}`;
}

describe.each([...CLOUD_IDS])('an answer of %s', (cloud) => {
  const definition = CLOUDS[cloud];

  it.each<[number, ErrorCode]>([
    [206, 'bad-response'],
    [302, 'bad-response'],
    [400, 'bad-request'],
    [403, 'forbidden'],
    [404, 'bad-request'],
    [408, 'unavailable'],
    [500, 'unavailable'],
  ])('that holds a list is an error with the status %i', async (status, code) => {
    const { error } = await play(definition, { through: changing(() => ({ status })) });
    expect(error).toMatchObject({ code, facts: { httpStatus: status } });
  });

  it('that no such image exists is an error where the request named none', async () => {
    const absences = Object.entries(definition.failures).filter(
      ([, meaning]) => meaning === 'no-such-image',
    );
    expect(absences).not.toEqual([]);
    for (const [code] of absences) {
      // Of one page: the others would make a list that is not whole.
      const faults: Fault[] = [{ kind: 'error', code, pages: [2] }];
      const { error } = await play(definition, { faults });
      expect(error).toMatchObject({
        code: 'bad-response',
        reason: expect.stringContaining('the request did not name one image id'),
      });
    }
  });

  it.each<[string, unknown, string]>([
    ['a string', 'm-1', '<item>m-1</item>'],
    ['null', null, '<item/>'],
    ['a list', [], '<item><item>m-1</item></item>'],
  ])('with %s among its images is an error, also without a total', async (_, row, entry) => {
    const { error } = await play(definition, {
      through: changing(({ text }) => ({
        text:
          definition.format === 'xml'
            ? withEntry(text, entry)
            : JSON.stringify(withRows(JSON.parse(text), (rows) => [...rows.slice(1), row])),
      })),
    });
    expect(error).toMatchObject({ code: 'bad-response' });
  });

  it.each(['{}', '{"response":{}}', '{"Response":{}}', '[]', 'null', '"list"', '0'])(
    'of %s is an error and not an empty list',
    async (text) => {
      const { error } = await play(definition, { through: changing(() => ({ text })) });
      expect(error).toMatchObject({ code: 'bad-response' });
    },
  );

  it('that is no JSON shows no part of a secret, also where the excerpt ends within it', async () => {
    const secret = 'Zx9-kLm2.pQ7';
    const text = `${'no json '.repeat(9)}${secret}`;
    const [known] = workingCredentials(cloud);
    const details = known?.details;
    const { error } = await play(definition, {
      credential:
        known?.kind === 'key'
          ? keyCredential({ id: 'an-id', secret, details })
          : bearerCredential(secret, details),
      through: changing(() => ({ status: 200, text })),
    });
    const { reason = '' } = error as { reason?: string };
    expect(reason).toContain('no json');
    expect(reason).not.toContain(secret.slice(0, 4));
  });

  it('with a long message and control characters is shown cut and escaped', async () => {
    const message = `\u001b]0;title\u0007\u009b31m${'no '.repeat(100_000)}`;
    const { error } = await play(definition, { faults: [{ kind: 'error', message }] });
    const { reason = '' } = error as { reason?: string };
    expect(reason).toContain('\\u001b]0;title');
    expect(reason).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
    expect(reason.length).toBeLessThan(600);
  });
});
