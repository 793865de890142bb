/** An engine without clouds, and the parts around it. */
import type { CallOptions } from '../../../provider/look-up/engine';
import { checkQuery } from '../../../provider/image/query';
import type { Image, ImageAnswer, ImagesAnswer } from '../../../provider/image/answer.generated';
import type { PlanMemory } from '../../../provider/terraform/plan-memory/plan-memory';
import type { EngineParts, ProviderEngine } from '../../../provider/terraform/server/parts';
import type { PinLock } from '../../../provider/lock/pin-lock';
import type { PreparedQuery } from '../../../provider/lock/locked-engine';

/** An image, as an engine tells of it. */
export function imageOf(id: string, changes: Partial<Image> = {}): Image {
  return {
    cloud: 'alicloud',
    region: 'cn-hangzhou',
    target: 'alicloud/cn-hangzhou',
    id,
    name: `name of ${id}`,
    inferred: [],
    raw: '{}',
    ...changes,
  };
}

/** The answer with one image. */
export function answerWith(image: Image, changes: Partial<ImageAnswer> = {}): ImageAnswer {
  return {
    id: image.id,
    image,
    warnings: [],
    explanation: { text: '', defaults: [], targets: [] },
    ...changes,
  };
}

/** The answer with these images. */
export function answersWith(images: readonly Image[]): ImagesAnswer {
  return {
    id: 'answer',
    ids: images.map(({ id }) => id),
    images,
    idByTarget: Object.fromEntries(images.map(({ target, id }) => [target, id])),
    warnings: [],
    explanation: { text: '', defaults: [], targets: [] },
  };
}

/** Look-ups that do not use the lock. */
export const NO_LOCK: PinLock = {
  isUsed: async () => false,
  lookUp: async () => ({ ids: new Map(), warnings: [] }),
  add: async () => [],
};

/** A query as the engine prepares it, without named queries and defaults. */
function prepared(input: unknown): PreparedQuery {
  const { targets = [], ...query } = input as Record<string, unknown>;
  return { name: undefined, query, targets: targets as string[], scope: 'public' };
}

/** An engine in which every call that a test does not expect fails. */
export function fakeEngine(calls: Partial<ProviderEngine> = {}): ProviderEngine {
  const unexpected = (call: string) => async (): Promise<never> => {
    throw new Error(`${call} was not expected`);
  };
  return {
    getImages: unexpected('getImages'),
    getImage: unexpected('getImage'),
    findImage: unexpected('findImage'),
    close: async () => undefined,
    prepare: async (query) => prepared(query),
    pinLock: NO_LOCK,
    ...calls,
  };
}

/** An engine whose queries mean this image, and which keeps what it was asked. */
export function engineWith(image: Image): ProviderEngine & { readonly queries: unknown[] } {
  const queries: unknown[] = [];
  return {
    ...fakeEngine(),
    queries,
    getImage: async (query: unknown, _options?: CallOptions) => {
      queries.push(query);
      return answerWith(image);
    },
    findImage: async (_target: string, id: string) => (id === image.id ? image : undefined),
  };
}

/** A plan memory in which nothing is kept. */
export const EMPTY_PLAN_MEMORY: PlanMemory = {
  recall: async () => ({ found: 'nothing' }),
  remember: async () => Buffer.from('mark'),
};

export function fakeParts(
  engine: ProviderEngine = fakeEngine(),
  changes: Partial<EngineParts> = {},
): EngineParts {
  return {
    createEngine: async () => engine,
    openPlanMemory: () => EMPTY_PLAN_MEMORY,
    checkConfiguration: async () => undefined,
    checkQuery: async (query) => checkQuery(query),
    ...changes,
  };
}
