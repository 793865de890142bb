/** `web=IMAGE_ID`, and `{"distro":"ubuntu"}=IMAGE_ID` for a query without a name. Pure. */
import { canonicalKey, type PlainQuery } from '@cloudimages/lock';
import { ImageError } from '../../errors/image-error';

/** A key of the lock file and an image id. */
const OPERAND = /^(\{.*\}|[^={]*)=(.*)$/s;

/** Whether an operand of `lock` names an image to hold. */
export function isHoldOperand(operand: string): boolean {
  return OPERAND.test(operand);
}

/** The key and the id; empty where they are missing. */
export function readHoldOperand(operand: string): readonly [key: string, id: string] {
  const [, key = operand, id = ''] = OPERAND.exec(operand) ?? [];
  return [key, id];
}

/**
 * The key of the lock file that a person means: a name as it is, and the JSON of a query in its
 * canonical form.
 *
 * @throws ImageError `invalid-query` for invalid JSON
 */
export function lockKeyOf(text: string): string {
  return text.startsWith('{') ? canonicalKey(readQuery(text)) : text;
}

/** @throws ImageError `invalid-query` for invalid JSON */
export function readQuery(json: string): PlainQuery {
  try {
    return JSON.parse(json) as PlainQuery;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ImageError('invalid-query', `${json} is not a query as JSON: ${reason}`, {
      hint: 'Copy the key from cloudimages.lock.json or from `cloudimages outdated --output json`, and quote it for the shell.',
      cause,
    });
  }
}
