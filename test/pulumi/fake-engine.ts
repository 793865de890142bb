/** An engine of a test's own: what it answers is data, and what it was asked is recorded. */
import type { Engine } from '../../provider/look-up/engine';
import { ImageError } from '../../provider/errors/image-error';
import type { Image, ImageAnswer, ImageWarning } from '../../provider/image/answer.generated';

/** An image with what every image has. */
export function image(id: string, more: Partial<Image> = {}): Image {
  return {
    cloud: 'alicloud',
    region: 'cn-hangzhou',
    target: 'alicloud/cn-hangzhou',
    id,
    name: `name of ${id}`,
    inferred: [],
    raw: '{"ImageId":"as the API says"}',
    ...more,
  };
}

/** What a fake engine answers; a test changes it between calls. */
export interface FakeWorld {
  /** Newest first. */
  images: Image[];
  /** Thrown by every call while it is set. */
  failure?: Error;
  warnings: ImageWarning[];
}

/** An engine over a fake world, and the names of the calls that it got. */
export function fakeEngine(world: FakeWorld): Engine & { readonly calls: string[] } {
  const calls: string[] = [];
  const say = (name: string): void => {
    calls.push(name);
    if (world.failure !== undefined) throw world.failure;
  };
  const rest = () => ({
    warnings: world.warnings,
    explanation: { text: 'as told', defaults: [], targets: [] },
  });
  return {
    calls,
    async getImages() {
      say('getImages');
      const { images } = world;
      const idByTarget = Object.fromEntries(images.map(({ target, id }) => [target, id]));
      return { id: 'digest', ids: images.map(({ id }) => id), images, idByTarget, ...rest() };
    },
    async getImage(): Promise<ImageAnswer> {
      say('getImage');
      const [first] = world.images;
      if (first === undefined) throw new ImageError('no-match', 'No image matches.');
      return { id: first.id, image: first, ...rest() };
    },
    async findImage(_target, id) {
      say('findImage');
      return world.images.find((candidate) => candidate.id === id);
    },
    async close() {},
  };
}
