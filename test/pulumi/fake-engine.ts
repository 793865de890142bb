/** An engine of a test's own: what it answers is data, and what it was asked is recorded. */
import type { CallOptions, Engine } from '../../provider/look-up/engine';
import type { PinEngine } from '../../provider/pin/pin-engine';
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
  /** Undefined: locks are off. */
  lock?: FakeLock | undefined;
  /** What a named query means. */
  named?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** A lock for pins. */
export interface FakeLock {
  /** The locked id by target. */
  readonly ids: Readonly<Record<string, string>>;
  /** The ids that pins added. */
  readonly added: string[];
  /** What looking a pin up says. */
  readonly lookUpWarnings?: readonly ImageWarning[];
  /** What adding says. */
  readonly warnings?: readonly ImageWarning[];
}

/** A call that an engine got. */
export interface RecordedCall {
  readonly name: string;
  /** Without the options. */
  readonly args: readonly unknown[];
  readonly signal: AbortSignal | undefined;
}

/** An engine over a fake world, and the calls that it got. */
export function fakeEngine(
  world: FakeWorld,
): Engine & PinEngine & { readonly calls: string[]; readonly recorded: RecordedCall[] } {
  const calls: string[] = [];
  const recorded: RecordedCall[] = [];
  const say = (name: string, args: readonly unknown[], options: CallOptions = {}): void => {
    calls.push(name);
    recorded.push({ name, args, signal: options.signal });
    if (world.failure !== undefined) throw world.failure;
  };
  const rest = () => ({
    warnings: world.warnings,
    explanation: { text: 'as told', defaults: [], targets: [] },
  });
  return {
    calls,
    recorded,
    async getImages(query, options) {
      say('getImages', [query], options);
      const { images } = world;
      const idByTarget = Object.fromEntries(images.map(({ target, id }) => [target, id]));
      return { id: 'digest', ids: images.map(({ id }) => id), images, idByTarget, ...rest() };
    },
    async getImage(query, options): Promise<ImageAnswer> {
      say('getImage', [query], options);
      const [first] = world.images;
      if (first === undefined) throw new ImageError('no-match', 'No image matches.');
      return { id: first.id, image: first, ...rest() };
    },
    async findImage(target, id, options) {
      say('findImage', [target, id], options);
      return world.images.find((candidate) => candidate.id === id);
    },
    async prepare(query) {
      const { query: name, ...conditions } = query as Record<string, unknown>;
      const meant = typeof name === 'string' ? { ...world.named?.[name] } : conditions;
      const { targets, ...rest } = meant;
      return { query: rest, targets: targets as readonly string[] };
    },
    pinLock: {
      isUsed: async () => world.lock !== undefined,
      lookUp: async () => ({
        ids: new Map(Object.entries(world.lock?.ids ?? {})),
        warnings: world.lock?.lookUpWarnings ?? [],
      }),
      add: async (_query, images) => {
        world.lock?.added.push(...images.map(({ id }) => id));
        return world.lock?.warnings ?? [];
      },
    },
    async close() {},
  };
}
