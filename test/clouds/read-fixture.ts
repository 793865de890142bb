/** Reads a stored answer as the product does: body → page or failure → images. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { CLOUDS } from '../../provider/clouds/index';
import type { Page as ApiPage } from '../../provider/clouds/definition/api-operation';
import type { VendorFailure } from '../../provider/clouds/definition/failures';
import type { RawImage } from '../../provider/clouds/definition/field-readers';
import { readImage } from '../../provider/clouds/definition/read-image';
import type { Image } from '../../provider/image/answer.generated';
import { loginUserOf } from '../../provider/image/login-user';
import type { CloudId } from '../../provider/image/words';
import { readJson } from '../../provider/transport/json';

type Page = ApiPage<RawImage>;

/**
 * A page or a failure.
 *
 * @param name - of the file; without a dash, after the operation
 */
export function readAnswer(cloud: CloudId, name: string): Page | VendorFailure {
  const operation = /^documented-\d$|^[a-z]+$|^refused-by/.test(name) ? 'DescribeImages.' : '';
  const file = path.join(__dirname, '../fixtures', cloud, `${operation}${name}.json`);
  const answer = CLOUDS[cloud].read(readJson(readFileSync(file, 'utf8')));
  if (answer === undefined) throw new Error(`${file} is neither a page nor a failure`);
  return answer;
}

/** The images of a page, with what was odd about them. */
export interface FixtureImages {
  readonly images: readonly Omit<Image, 'raw' | 'loginUser'>[];
  readonly problems: readonly string[];
  readonly total: Page['total'];
  readonly requestId: Page['requestId'];
}

/** The images of a page. `raw` and `loginUser` are checked here, and left out. */
export function readImages(
  cloud: CloudId,
  region: string,
  name: string,
  nowMs = Date.parse('2025-06-08T00:00:00Z'),
): FixtureImages {
  const page = readAnswer(cloud, name);
  if (!('items' in page)) throw new Error(`${name} is a failure: ${page.code}`);
  const problems: string[] = [];
  const report = (text: string) => problems.push(text);
  const images = page.items.map((item) => {
    const image = readImage(CLOUDS[cloud], { cloud, region }, item, report, { nowMs });
    const { raw, loginUser, ...others } = image;
    const user = loginUserOf(cloud, image.distro, image.osType);
    expect(loginUser).toBe(image.owner === 'public' ? user : undefined);
    expect(image.inferred.includes('loginUser')).toBe(loginUser !== undefined);
    expect(JSON.parse(raw)).toEqual(item);
    return { ...others, inferred: image.inferred.filter((field) => field !== 'loginUser') };
  });
  return { images, problems, total: page.total, requestId: page.requestId };
}
