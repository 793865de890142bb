/** `/_control`: how tests in other processes look at the world and change it over HTTP. */
import type { CatalogImage } from './catalog-image';
import { CLOUDS, type CloudId } from './clouds/ids';
import type { Fault } from './faults';
import {
  isRecord,
  printJson,
  type Json,
  type SimulatorRequest,
  type SimulatorResponse,
} from './wire';
import type { ImageChange, World } from './world';

/** What can be POSTed to `/_control` as JSON. */
export type ControlAction =
  | {
      readonly action: 'addImage';
      readonly image: CatalogImage;
      readonly position?: 'first' | 'last';
    }
  | { readonly action: 'removeImage'; readonly cloud: CloudId; readonly id: string }
  | { readonly action: 'deprecateImage'; readonly cloud: CloudId; readonly id: string }
  | {
      readonly action: 'updateImage';
      readonly cloud: CloudId;
      readonly id: string;
      readonly change: ImageChange;
    }
  | { readonly action: 'setFaults'; readonly faults: readonly Fault[] }
  | { readonly action: 'setLatency'; readonly latencyMs: number }
  | { readonly action: 'clearRequests' }
  | { readonly action: 'reset' };

/** Whether a path belongs to the control rather than to an API. */
export function isControlPath(path: string): boolean {
  return path === '/_control' || path.startsWith('/_control/');
}

/**
 * `GET /_control/health`, `GET /_control/requests`, `POST /_control` with a ControlAction.
 * Answers 400 with `{error}` to what it does not understand or the world refuses, and 403 under any
 * name but the loopback's.
 */
export function handleControl(world: World, request: SimulatorRequest): SimulatorResponse {
  if (!isLoopback(request.headers['host'] ?? '')) {
    return respond(403, { error: 'only requests to 127.0.0.1, localhost or [::1] are answered' });
  }
  const route = `${request.method} ${request.path}`;
  if (route === 'GET /_control/health') return respond(200, { status: 'ok' });
  if (route === 'GET /_control/requests') {
    return respond(200, { requests: world.requests().map((record) => ({ ...record })) });
  }
  if (route !== 'POST /_control') return respond(404, { error: `no such control: ${route}` });
  // A page in a browser cannot send this type to another origin without a preflight request, which fails.
  if (!(request.headers['content-type'] ?? '').startsWith('application/json')) {
    return respond(400, { error: 'content-type must be application/json' });
  }
  try {
    act(world, parseAction(request.body));
    return respond(200, { status: 'ok' });
  } catch (error) {
    return respond(400, { error: error instanceof Error ? error.message : String(error) });
  }
}

/** A page in a browser reaches this server under a name of its own, when it rebinds the name to 127.0.0.1. */
function isLoopback(host: string): boolean {
  return /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/i.test(host);
}

function act(world: World, action: ControlAction): void {
  switch (action.action) {
    case 'addImage':
      return world.addImage(action.image, action.position);
    case 'removeImage':
      return world.removeImage(action.cloud, action.id);
    case 'deprecateImage':
      return world.deprecateImage(action.cloud, action.id);
    case 'updateImage':
      return world.updateImage(action.cloud, action.id, action.change);
    case 'setFaults':
      return world.setFaults(action.faults);
    case 'setLatency':
      return world.setLatency(action.latencyMs);
    case 'clearRequests':
      return world.clearRequests();
    case 'reset':
      return world.reset();
  }
}

/** What each action must bring, by type. */
const SHAPES: Readonly<Record<ControlAction['action'], Readonly<Record<string, string>>>> = {
  addImage: { image: 'object' },
  removeImage: { cloud: 'cloud', id: 'string' },
  deprecateImage: { cloud: 'cloud', id: 'string' },
  updateImage: { cloud: 'cloud', id: 'string', change: 'object' },
  setFaults: { faults: 'array' },
  setLatency: { latencyMs: 'number' },
  clearRequests: {},
  reset: {},
};

function parseAction(text: string): ControlAction {
  const value: unknown = JSON.parse(text);
  const name = isRecord(value) ? value['action'] : undefined;
  if (!isRecord(value) || typeof name !== 'string' || !Object.hasOwn(SHAPES, name)) {
    throw new Error(`action must be one of ${Object.keys(SHAPES).join(', ')}`);
  }
  const problems = Object.entries(SHAPES[name as ControlAction['action']])
    .filter(([field, type]) => !isOfType(value[field], type))
    .map(([field, type]) => `${field} must be of type ${type}`);
  if (problems.length > 0) throw new Error(`${name}: ${problems.join('; ')}`);
  return value as unknown as ControlAction;
}

function isOfType(value: unknown, type: string): boolean {
  if (type === 'cloud') return CLOUDS.some((cloud) => cloud === value);
  if (type === 'array') return Array.isArray(value);
  return type === 'object' ? isRecord(value) : typeof value === type;
}

function respond(status: number, body: Json): SimulatorResponse {
  return {
    status,
    headers: { 'content-type': 'application/json' },
    body: printJson(body),
  };
}
