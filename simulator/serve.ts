/** The order of things that all simulated APIs share: read, meet faults, authenticate, answer, log. */
import type { CloudId } from './clouds/ids';
import { effectsOf, type FaultEffect } from './faults';
import {
  WireError,
  type Disturbance,
  type Json,
  type SimulatorRequest,
  type SimulatorResponse,
} from './wire';
import type { World } from './world';

/** What every API's request has in common once it is read. */
export interface Call {
  readonly action: string;
  /** Empty when the request names none. */
  readonly region: string;
  /** From 1. */
  readonly page: number;
  /** For the log: the action's own parameters only. */
  readonly parameters: Readonly<Record<string, Json>>;
}

/** A finished body. */
export interface Printed {
  readonly status: number;
  readonly body: string;
  readonly contentType: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** How one vendor's API reads, checks, answers and refuses. Functions throw WireError to refuse. */
export interface Dialect<C extends Call> {
  readonly cloud: CloudId;
  /** Takes the request apart and checks nothing, so that it cannot fail. */
  read(request: SimulatorRequest): C;
  /** Who asks, and may they? `now` in milliseconds, on the service's clock. */
  authenticate(world: World, call: C, now: number): void;
  answer(context: AnswerContext<C>): Json;
  print(answer: Json, call: C): Printed;
  printError(error: WireError, requestId: string, call: C): Printed;
  readonly errors: {
    readonly throttled: () => WireError;
    readonly internal: () => WireError;
    readonly unauthenticated: () => WireError;
    readonly forbidden: () => WireError;
  };
  /** An error by code, where it is not simply a WireError. */
  readonly makeError?: (code: string, message: string, status: number) => WireError;
  /** Whether errors carry an HTTP status of their own; where not, a 5xx comes from a gateway, in HTML. */
  readonly errorsHaveStatus: boolean;
}

/** What an answer is made from. */
export interface AnswerContext<C extends Call> {
  readonly world: World;
  readonly call: C;
  readonly effects: readonly FaultEffect[];
  readonly requestId: string;
}

/** One request through one dialect. Never throws for anything a client can send. */
export function serve<C extends Call>(
  dialect: Dialect<C>,
  world: World,
  request: SimulatorRequest,
): SimulatorResponse {
  const requestId = world.nextRequestId();
  const call = dialect.read(request);
  const { action, region, page, parameters } = call;
  const effects = world.takeFaults({ cloud: dialect.cloud, action, region, page });
  let printed: Printed;
  let code: string | undefined;
  try {
    dialect.authenticate(world, call, serviceTime(world, effects));
    refuseWhereAsked(dialect, effects);
    const answer = dialect.answer({ world, call, effects, requestId });
    printed = gatewayPage(dialect, effects) ?? dialect.print(answer, call);
  } catch (error) {
    if (!(error instanceof WireError)) throw error;
    code = error.code;
    printed = dialect.printError(error, requestId, call);
  }
  world.record({
    cloud: dialect.cloud,
    at: world.now(),
    action,
    region,
    page,
    parameters,
    status: printed.status,
    ...(code === undefined ? {} : { code }),
    faults: effects.map((effect) => effect.kind),
  });
  return respond(world, effects, printed);
}

function serviceTime(world: World, effects: readonly FaultEffect[]): number {
  return effectsOf(effects, 'clockSkew').reduce((time, { byMs }) => time + byMs, world.now());
}

function refuseWhereAsked<C extends Call>(
  dialect: Dialect<C>,
  effects: readonly FaultEffect[],
): void {
  for (const effect of effects) {
    if (effect.kind === 'throttle' || effect.kind === 'error') {
      const usual =
        effect.kind === 'throttle' ? dialect.errors.throttled() : dialect.errors.internal();
      const message = effect.kind === 'error' ? (effect.message ?? usual.message) : usual.message;
      const make = dialect.makeError ?? ((...facts) => new WireError(...facts));
      throw make(effect.code ?? usual.code, message, effect.status ?? usual.status);
    }
    if (effect.kind === 'unauthenticated') throw dialect.errors.unauthenticated();
    if (effect.kind === 'forbidden') throw dialect.errors.forbidden();
    if (effect.kind === 'status' && dialect.errorsHaveStatus) {
      const { code, message } = dialect.errors.internal();
      throw new WireError(code, message, effect.status);
    }
  }
}

/** The HTML that a gateway in front of the API answers when asked to. */
function gatewayPage<C extends Call>(
  dialect: Dialect<C>,
  effects: readonly FaultEffect[],
): Printed | undefined {
  const html = effectsOf(effects, 'html')[0];
  const status = effectsOf(effects, 'status')[0];
  if (!html && (!status || dialect.errorsHaveStatus)) return undefined;
  const number = html ? (html.status ?? 502) : (status?.status ?? 502);
  return {
    status: number,
    contentType: 'text/html',
    body: `<html>\n<head><title>${number}</title></head>\n<body><h1>Gateway ${number}</h1></body>\n</html>\n`,
  };
}

function respond(
  world: World,
  effects: readonly FaultEffect[],
  printed: Printed,
): SimulatorResponse {
  const retryAfter = effectsOf(effects, 'throttle')[0]?.retryAfterSeconds;
  const cut = effectsOf(effects, 'truncate')[0];
  const bytes = Buffer.from(printed.body);
  const keep = cut ? (cut.keepBytes ?? Math.floor(bytes.length / 2)) : bytes.length;
  const disturbance = disturbanceOf(world, effects, cut && !cut.complete ? keep : undefined);
  return {
    status: printed.status,
    headers: {
      'content-type': printed.contentType,
      ...printed.headers,
      date: new Date(serviceTime(world, effects)).toUTCString(),
      ...(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }),
    },
    body: cut?.complete ? bytes.subarray(0, keep).toString() : printed.body,
    ...(disturbance ? { disturbance } : {}),
  };
}

function disturbanceOf(
  world: World,
  effects: readonly FaultEffect[],
  closeAfterBytes: number | undefined,
): Disturbance | undefined {
  const delayMs = effectsOf(effects, 'slow').reduce(
    (sum, effect) => sum + effect.delayMs,
    world.latencyMs(),
  );
  const padBytes = effectsOf(effects, 'oversize').reduce((sum, { bytes }) => sum + bytes, 0);
  const disturbance: Disturbance = {
    ...(delayMs > 0 ? { delayMs } : {}),
    ...(effectsOf(effects, 'hang').length > 0 ? { hang: true } : {}),
    ...(effectsOf(effects, 'reset').length > 0 ? { reset: true } : {}),
    ...(closeAfterBytes === undefined ? {} : { closeAfterBytes }),
    ...(padBytes > 0 ? { padBytes } : {}),
  };
  return Object.keys(disturbance).length > 0 ? disturbance : undefined;
}
