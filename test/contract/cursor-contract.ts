/** What every cloud with cursors guarantees: the whole list or an error. */
import { allIds, idsOf, play, type ContractCloud } from './scene';

const PAGE = 5;

export function cursorContract(definition: ContractCloud): void {
  const cloud = definition.id;

  it.each([0, 1, PAGE - 1, PAGE, PAGE + 1, 2 * PAGE, 23])(
    'lists %d images whole, page after page',
    async (images) => {
      const outcome = await play(definition, { images });
      expect(idsOf(outcome)).toEqual(allIds(outcome, cloud));
      expect(outcome.listing().notes).toEqual([]);
      const pages = Math.max(1, Math.ceil(images / PAGE));
      expect(outcome.requests.map(({ page }) => page)).toEqual(
        Array.from({ length: pages }, (_, index) => index + 1),
      );
    },
  );

  it('requests the largest page that the API gives', async () => {
    const { pageSize } = definition;
    const outcome = await play(definition, { pageSize, images: pageSize + 1 });
    expect(outcome.listing().images).toHaveLength(pageSize + 1);
    expect(outcome.requests).toHaveLength(2);
  });

  it('reads on after an empty page', async () => {
    const outcome = await play(definition, {
      images: 12,
      faults: [{ kind: 'emptyPage', pages: [2] }],
    });
    expect(outcome.requests.map(({ page }) => page)).toEqual([1, 2, 3]);
    expect(outcome.listing().images).toHaveLength(7);
  });

  it('counts an image once that comes twice, and says so', async () => {
    const outcome = await play(definition, {
      images: 12,
      faults: [{ kind: 'repeatPage', pages: [2] }],
    });
    expect(outcome.listing().notes).toEqual(['5 items came more than once, and count once.']);
  });

  it('never gives a part of the list: a last page that fails', async () => {
    const { error } = await play(definition, { faults: [{ kind: 'forbidden', pages: [3] }] });
    expect(error).toMatchObject({ code: 'forbidden' });
  });
}
