/** A service with numbered pages, honest unless told otherwise. */

import type { Page } from '../../provider/transport/paginate';

export interface Item {
  readonly id: string;
}

export const item = (number: number): Item => ({ id: `img-${number}` });
export const items = (count: number): readonly Item[] =>
  Array.from({ length: count }, (_, i) => item(i));
export const ids = (list: readonly Item[]): readonly string[] => list.map(({ id }) => id);

/** What a server may do differently. Each gets the page it would have sent, and the request's number from 0. */
export type Lie = (
  page: Page<Item>,
  request: { readonly number: number; readonly pageNumber: number; readonly pageSize: number },
) => Page<Item> | Promise<Page<Item>>;

/** `fetchPage` over a list, which may be another one at each request. */
export function pagedServer(
  listAt: readonly Item[] | ((request: number) => readonly Item[]),
  pageSize: number,
  lie: Lie = (page) => page,
) {
  let requests = 0;
  return {
    requests: () => requests,
    async fetchPage(pageNumber: number): Promise<Page<Item>> {
      const number = requests++;
      const list = typeof listAt === 'function' ? listAt(number) : listAt;
      const slice = list.slice(pageNumber * pageSize, (pageNumber + 1) * pageSize);
      return lie({ items: slice, total: list.length }, { number, pageNumber, pageSize });
    },
  };
}
