/** Reads a stored answer as the product does: body → page or failure → images. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { CLOUDS } from '../../provider/clouds/index';
import type { Page } from '../../provider/clouds/definition/cloud-definition';
import type { VendorFailure } from '../../provider/clouds/definition/failures';
import { readImage } from '../../provider/clouds/definition/read-image';
import type { Image } from '../../provider/image/answer.generated';
import type { CloudId } from '../../provider/image/words';
import { readJson } from '../../provider/transport/json';

/** A page or a failure. */
export function readAnswer(cloud: CloudId, name: string, httpStatus = 200): Page | VendorFailure {
  const file = path.join(__dirname, '../fixtures', cloud, `DescribeImages.${name}.json`);
  const answer = CLOUDS[cloud].read(readJson(readFileSync(file, 'utf8')), httpStatus);
  if (answer === undefined) throw new Error(`${file} is neither a page nor a failure`);
  return answer;
}

/** The images of a page, with what was odd about them. */
export interface FixtureImages {
  readonly images: readonly Omit<Image, 'raw'>[];
  readonly problems: readonly string[];
  readonly total: Page['total'];
  readonly requestId: Page['requestId'];
}

/** The images of a page. Their `raw` is held to be the API's own object, and left out. */
export function readImages(cloud: CloudId, region: string, name: string): FixtureImages {
  const page = readAnswer(cloud, name);
  if (!('items' in page)) throw new Error(`${name} is a failure: ${page.code}`);
  const problems: string[] = [];
  const images = page.items.map((item) => {
    const image = readImage(CLOUDS[cloud], { cloud, region }, item, (text) => problems.push(text));
    const { raw, ...others } = image ?? { raw: '' };
    expect(JSON.parse(raw)).toEqual(item);
    return others as Omit<Image, 'raw'>;
  });
  return { images, problems, total: page.total, requestId: page.requestId };
}
