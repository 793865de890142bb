/** What pins need of an engine, and the warnings of pins under a lock. */
import type { Image, ImageWarning } from '../image/answer.generated';
import type { Engine } from '../look-up/engine';

/** An engine as pins use it. `createEngine` makes it. */
export interface PinEngine extends Pick<Engine, 'getImage' | 'findImage'> {
  /** A query with its name replaced, and its targets apart. @throws ImageError `invalid-query` */
  prepare(query: unknown): Promise<{
    readonly query: Readonly<Record<string, unknown>>;
    readonly targets: readonly string[];
  }>;
  readonly pinLock: {
    /** Whether look-ups use the lock. @throws ImageError `invalid-configuration` */
    isUsed(): Promise<boolean>;
    /** The locked id of every target that has an entry. */
    lockedIds(query: unknown): Promise<ReadonlyMap<string, string>>;
    /** Adds images that a state holds, in mode `add`. A file that cannot be written is a warning. */
    add(query: unknown, images: readonly Image[]): Promise<readonly ImageWarning[]>;
  };
}

/** Triggers changed, and the lock decides. */
export const TRIGGERS_WITHOUT_EFFECT: ImageWarning = {
  code: 'triggers-without-effect',
  message:
    '`triggers` changed, and they have no effect under a lock. Run `cloudimages lock --update` to lock a newer image.',
};
