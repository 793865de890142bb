/** Asks the clouds about a pinned image and reports. */
import type { CallOptions, Engine } from '../look-up/engine';
import { isImageError } from '../errors/image-error';
import type { Image } from '../image/answer.generated';
import { criteriaOf } from '../image/criteria';
import { readValidQuery } from '../image/query';
import type { Order } from '../image/words';
import { reportOnPin, type PinReport } from './pin';

/** A pin to look at: its image, where it lives, and the query that chose it. */
export interface PinToInspect {
  readonly target: string;
  readonly imageId: string;
  /** Absent after an import: then only the image itself is looked at. */
  readonly query?: unknown;
}

/**
 * How a pin stands. Looks up the image by id, deprecated ones included, and what its query means
 * now, side by side.
 *
 * Never throws for a cloud's failure: what could not be found out is reported as a warning, so that a
 * plan or a destroy goes on. A cancelled call does throw.
 */
export async function inspectPin(
  engine: Pick<Engine, 'getImage' | 'findImage'>,
  pin: PinToInspect,
  options: CallOptions = {},
): Promise<PinReport> {
  const problems: string[] = [];
  let order: Order | undefined;
  const orUnknown = (error: unknown): 'unknown' => {
    if (!isImageError(error) || error.code === 'cancelled') throw error;
    problems.push(error.message);
    return 'unknown';
  };
  const latestOf = async (): Promise<Image | undefined | 'unknown'> => {
    if (pin.query === undefined) return 'unknown';
    try {
      const { image, anyOfIndex = 0 } = await engine.getImage(pin.query, options);
      // The engine has checked the query.
      order = criteriaOf(readValidQuery(pin.query))[anyOfIndex]?.order;
      return image;
    } catch (error) {
      if (isImageError(error) && error.code === 'no-match') return undefined;
      return orUnknown(error);
    }
  };
  const [found, latest] = await Promise.all([
    engine.findImage(pin.target, pin.imageId, options).catch(orUnknown),
    latestOf(),
  ]);
  return reportOnPin({
    target: pin.target,
    imageId: pin.imageId,
    found,
    latest,
    order,
    problem: problems[0],
  });
}
