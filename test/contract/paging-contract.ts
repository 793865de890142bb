/** What every cloud guarantees when it reads pages: the whole list or an error. */
import type { HttpClient } from '../../provider/transport/http-client';
import { httpThrough } from './harness';
import { allIds, idsOf, play, type ContractCloud } from './scene';

const PAGE = 5;

/** The API's total, wherever it stands in a body. */
const TOTAL = /("(?:totalCount|total_entries|total)":)\d+/i;

/** A client under which the API writes its total so. */
function withTotal(text: string) {
  return (http: HttpClient) =>
    httpThrough(http, {
      response: (response) => ({ ...response, text: response.text.replace(TOTAL, `$1${text}`) }),
    });
}

export function pagingContract(definition: ContractCloud): void {
  const cloud = definition.id;

  it.each([0, 1, PAGE - 1, PAGE, PAGE + 1, 2 * PAGE, 23])(
    'lists %d images whole, and asks for no page twice',
    async (images) => {
      const outcome = await play(definition, { images });
      expect(idsOf(outcome)).toEqual(allIds(outcome, cloud));
      expect(outcome.listing().notes).toEqual([]);
      const asked = outcome.requests.map(({ page }) => page).toSorted((a, b) => a - b);
      expect(asked).toEqual(asked.map((_, index) => index + 1));
      // A full last page may be followed by a look whether there is more.
      expect(asked.length).toBeLessThanOrEqual(Math.floor(images / PAGE) + 1);
    },
  );

  it.each([0, 1])(
    'asks for the largest page that the API gives: that many and %d more',
    async (more) => {
      const { pageSize } = definition;
      const outcome = await play(definition, { pageSize, images: pageSize + more });
      expect(outcome.listing().images).toHaveLength(pageSize + more);
      expect(outcome.requests).toHaveLength(2);
    },
  );

  it('asks for pages side by side, no more at once than the API is to be asked', async () => {
    const { concurrency } = definition.rateLimit;
    let under = 0;
    let most = 0;
    let begun = 0;
    let open: () => void = () => undefined;
    const together = new Promise<void>((resolve) => (open = resolve));
    const outcome = await play(definition, {
      images: PAGE * (2 * concurrency + 1),
      through: (http) => ({
        ...http,
        async send(request, options) {
          begun += 1;
          under += 1;
          most = Math.max(most, under);
          // After the first page, answers are held back until as many are asked for as may be.
          if (begun === 1 + concurrency) open();
          if (begun > 1) await together;
          return http.send(request, options).finally(() => (under -= 1));
        },
      }),
    });
    expect(idsOf(outcome)).toEqual(allIds(outcome, cloud));
    expect(most).toBe(concurrency);
  });

  it('refuses a total that is too high, since images may be missing', async () => {
    const { error } = await play(definition, { faults: [{ kind: 'total', add: 3 }] });
    expect(error).toMatchObject({ code: 'bad-response', facts: { cloud } });
  });

  it.each([
    ['too low', { kind: 'total', add: -4 }],
    ['zero', { kind: 'total', total: 0 }],
  ] as const)(
    'believes full pages rather than a total that is %s, and says so',
    async (_, fault) => {
      const outcome = await play(definition, { faults: [fault] });
      expect(idsOf(outcome)).toEqual(allIds(outcome, cloud));
      expect(outcome.listing().notes).toEqual([
        expect.stringContaining('read twice with the same result'),
      ]);
    },
  );

  it('reads a total that is written as text', async () => {
    const outcome = await play(definition, { faults: [{ kind: 'totalAsString' }] });
    expect(idsOf(outcome)).toEqual(allIds(outcome, cloud));
    expect(outcome.listing().notes).toEqual([]);
  });

  it('reads to the end where the API tells no total', async () => {
    const outcome = await play(definition, { through: withTotal('null') });
    expect(idsOf(outcome)).toEqual(allIds(outcome, cloud));
    expect(outcome.listing().notes).toEqual([]);
  });

  it('refuses a total that is no number', async () => {
    const { error } = await play(definition, { through: withTotal('"many"') });
    expect(error).toMatchObject({
      code: 'bad-response',
      reason: expect.stringContaining('"many"'),
    });
  });

  it.each(['imageAppears', 'imageVanishes'] as const)(
    'reads again when images move between pages (%s)',
    async (kind) => {
      const outcome = await play(definition, { images: 23, faults: [{ kind }] });
      expect(idsOf(outcome)).toEqual(allIds(outcome, cloud));
      expect(outcome.listing().notes[0]).toContain('read twice');
    },
  );

  it('counts an image once that comes twice, and says so', async () => {
    const outcome = await play(definition, {
      images: PAGE + 2,
      faults: [{ kind: 'duplicateRows', pages: [2], rows: 2 }],
    });
    expect(idsOf(outcome)).toEqual(allIds(outcome, cloud));
    expect(outcome.listing().notes).toEqual(['2 items came more than once, and count once.']);
  });

  it.each([
    ['repeats the first', 'repeatPage'],
    ['is empty', 'emptyPage'],
  ] as const)('never gives a part of the list: a page in the middle that %s', async (_, kind) => {
    const lasting = await play(definition, { faults: [{ kind, pages: [2] }] });
    expect(lasting.error).toMatchObject({ code: 'bad-response', facts: { cloud } });
    const passing = await play(definition, { faults: [{ kind, pages: [2], times: 1 }] });
    expect(idsOf(passing)).toEqual(allIds(passing, cloud));
  });

  it('never gives a part of the list: a last page that fails', async () => {
    const { error } = await play(definition, {
      faults: [{ kind: 'forbidden', pages: [3] }],
    });
    expect(error).toMatchObject({ code: 'forbidden' });
  });
}
