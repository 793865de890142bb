/** Checks one target: are there credentials, may they list images, is the clock right, how fast is it. */
import { callApi, refusal, type ApiAnswer } from '../clouds/definition/call-api';
import type { CloudContext } from '../clouds/definition/cloud-context';
import { meaningOf } from '../clouds/definition/failures';
import { withOfficialAccounts } from '../clouds/definition/publishers';
import { CLOUDS } from '../clouds/index';
import { ImageError, isImageError } from '../errors/image-error';
import { parseTarget, printTarget, type Target } from '../image/target';
import type { CloudId } from '../image/words';
import { withDeadline } from '../transport/deadline';

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

/** @throws ImageError `invalid-query` for an invalid target; everything else is in the answer */
export async function examineTarget(
  text: string,
  contextOf: (cloud: CloudId) => CloudContext,
  signal: AbortSignal | undefined,
): Promise<Examination> {
  const target = parseTarget(text);
  if ('problem' in target) throw new ImageError('invalid-query', target.problem);
  let examination: Examination = { target: printTarget(target), ok: false };
  try {
    const context = contextOf(target.cloud);
    const label = `checking ${printTarget(target)}`;
    await withDeadline({ signal, timeoutMs: context.timeoutMs, label }, async (limited) => {
      const { source } = await context.sessions.get(limited);
      examination = { ...examination, credentials: source };
      const answer = await askWhetherAllowed(target, context, limited);
      examination = { ...examination, ...findingsOf(target, context, answer) };
    });
    return examination;
  } catch (error) {
    if (!isImageError(error) || error.code === 'cancelled') throw error;
    return { ...examination, problem: error };
  }
}

/** The smallest request that shows whether images may be listed. */
async function askWhetherAllowed(
  target: Target,
  context: CloudContext,
  signal: AbortSignal,
): Promise<ApiAnswer<unknown>> {
  const definition = CLOUDS[target.cloud];
  const { permissionCheck, listRequests } = definition;
  const list =
    permissionCheck === undefined
      ? listRequests(withOfficialAccounts(definition, target.region, {}), {})[0]
      : { parameters: permissionCheck.parameters };
  const session = await context.sessions.get(signal);
  return callApi(
    definition,
    context,
    definition,
    {
      target,
      list: list ?? { parameters: {} },
      page: 0,
      pageSize: 1,
      attempt: 1,
      signal,
    },
    session,
  );
}

function findingsOf(
  target: Target,
  context: CloudContext,
  { answer, facts, serverTime, ms }: ApiAnswer<unknown>,
): Partial<Examination> {
  const definition = CLOUDS[target.cloud];
  const { permissionCheck, failures } = definition;
  const aheadMs =
    serverTime === undefined ? 0 : context.now().getTime() - serverTime.getTime() - ms / 2;
  // Rounding gives -0 too, which no one should have to read.
  const skew = Math.round(aheadMs / 1000) || 0;
  const measured = {
    latencyMs: Math.round(ms),
    ...(serverTime === undefined ? {} : { clockSkewSeconds: skew }),
  };
  const failed =
    'code' in answer && answer.code !== permissionCheck?.succeedsWith ? answer : undefined;
  if (Math.abs(skew) > TOLERATED_SKEW_SECONDS) {
    // What the service makes of it differs: a wrong signature, an old one, one seen before.
    const problem = new ImageError(
      'unauthenticated',
      `this machine's clock is ${Math.abs(skew)} s ${skew > 0 ? 'ahead' : 'behind'}, and signatures carry the time`,
      { ...facts, ...target, hint: 'Set the clock, or let NTP keep it.' },
    );
    return { ...measured, ...(failed === undefined ? { permission: 'granted' } : {}), problem };
  }
  if (failed === undefined) return { ...measured, permission: 'granted', ok: true };
  const meaning = meaningOf(failures, failed.code, facts.httpStatus ?? 0);
  return {
    ...measured,
    ...(meaning === 'forbidden' ? { permission: 'denied' } : {}),
    problem: refusal(definition, context, meaning, failed, facts),
  };
}
