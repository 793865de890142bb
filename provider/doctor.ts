/** Checks one target: are there credentials, may they list images, is the clock right, how fast is it. */
import { callApi, type CloudContext } from './clouds/definition/call-api';
import { meaningOf } from './clouds/definition/failures';
import { CLOUDS } from './clouds/index';
import { ImageError, isImageError } from './errors/image-error';
import { parseTarget, printTarget } from './image/target';
import type { CloudId } from './image/words';

/** What the check of a target found. Absent fields were not reached. */
export interface Examination {
  readonly target: string;
  readonly ok: boolean;
  /** Where the credentials came from. Never the credentials. */
  readonly credentials?: string;
  readonly permission?: 'granted' | 'denied';
  /** How far this machine's clock is ahead of the server's. Seconds; negative: behind. */
  readonly clockSkewSeconds?: number;
  /** From sending to the whole answer. Milliseconds. */
  readonly latencyMs?: number;
  /** What is wrong and what to do. */
  readonly problem?: ImageError;
}

/** Signatures carry a time, and services refuse those that are off by five minutes or more. */
const TOLERATED_SKEW_SECONDS = 240;

/** @throws ImageError `invalid-query` for a target that is none; everything else is in the answer */
export async function examineTarget(
  text: string,
  contextOf: (cloud: CloudId) => CloudContext,
  signal: AbortSignal,
): Promise<Examination> {
  const target = parseTarget(text);
  if ('mistake' in target) throw new ImageError('invalid-query', target.mistake);
  const definition = CLOUDS[target.cloud];
  let examination: Examination = { target: printTarget(target), ok: false };
  try {
    const context = contextOf(target.cloud);
    const { source } = await context.credential(signal);
    examination = { ...examination, credentials: source };
    const check = definition.permissionCheck;
    const parameters = check?.parameters ?? definition.views({}, {})[0] ?? {};
    const call = { target, parameters, page: 0, pageSize: 1, attempt: 1, signal };
    const { answer, facts, serverTime, ms } = await callApi(definition, context, call);
    examination = { ...examination, latencyMs: Math.round(ms) };
    const skew =
      serverTime === undefined
        ? undefined
        : Math.round((context.now().getTime() - serverTime.getTime() - ms / 2) / 1000);
    if (skew !== undefined) examination = { ...examination, clockSkewSeconds: skew };
    const failed = 'code' in answer && answer.code !== check?.succeedsWith ? answer : undefined;
    if (failed !== undefined) {
      const meaning = meaningOf(definition.failures, failed.code, facts.httpStatus ?? 0);
      const code = meaning === 'absent' ? 'bad-request' : meaning;
      const problem = new ImageError(code, `${failed.code}: ${failed.message}`, {
        ...facts,
        vendorCode: failed.code,
        ...(failed.requestId === undefined ? {} : { requestId: failed.requestId }),
        ...(code === 'forbidden'
          ? { hint: `Allow ${definition.leastPrivilege.join(', ')} to the account that asks.` }
          : {}),
      });
      return { ...examination, permission: 'denied', problem };
    }
    examination = { ...examination, permission: 'granted' };
    if (skew === undefined || Math.abs(skew) <= TOLERATED_SKEW_SECONDS) {
      return { ...examination, ok: true };
    }
    const problem = new ImageError(
      'unauthenticated',
      `this machine's clock is ${Math.abs(skew)} s ${skew > 0 ? 'ahead' : 'behind'}, and signatures carry the time`,
      { ...target, hint: 'Set the clock, or let NTP keep it.' },
    );
    return { ...examination, problem };
  } catch (error) {
    if (!isImageError(error) || error.code === 'cancelled') throw error;
    return { ...examination, problem: error };
  }
}
