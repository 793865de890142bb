/** What every input must come to: an answer or an ImageError, and nothing left behind. */
import { isImageError } from '../../provider/errors/image-error';

/** A text of an error that nobody has a use for. */
const LONGEST_MESSAGE = 100_000;

/** Runs work on one input. @throws Error that says which promise was broken */
export async function holds(work: () => unknown): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!isImageError(error)) {
      throw new Error(`not an ImageError: ${error instanceof Error ? error.stack : typeof error}`);
    }
    if (error.code === 'internal')
      throw new Error(`internal error: ${error.message.slice(0, 300)}`);
    if (error.message.length > LONGEST_MESSAGE) {
      throw new Error(`a message of ${error.message.length} characters`);
    }
  } finally {
    expectCleanPrototypes();
  }
}

/** As `holds`, for a protocol whose own errors are answers too; a full stack is not one of them. */
export async function holdsOrRejects(work: () => unknown): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Error)) throw new Error(`rejected with ${typeof error}`);
    if (/call stack/i.test(error.message)) throw new Error('the stack is full');
  } finally {
    expectCleanPrototypes();
  }
}

const PROTOTYPES = [Object.prototype, Array.prototype, Function.prototype, String.prototype];
const KEYS = PROTOTYPES.map((prototype) => Reflect.ownKeys(prototype).length);

function expectCleanPrototypes(): void {
  PROTOTYPES.forEach((prototype, index) => {
    if (Reflect.ownKeys(prototype).length !== KEYS[index])
      throw new Error('a prototype was polluted');
  });
}
