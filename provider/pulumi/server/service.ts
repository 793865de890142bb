/** The provider service: requests in, calls without a protocol, responses out. */
import { isDeepStrictEqual } from 'node:util';
import { status } from '@grpc/grpc-js';
import type {
  handleUnaryCall,
  sendUnaryData,
  ServerUnaryCall,
  UntypedServiceImplementation,
} from '@grpc/grpc-js';
import { PluginInfo, type PluginAttach } from '@pulumi/pulumi/proto/plugin_pb';
import * as messages from '@pulumi/pulumi/proto/provider_pb';
import { Empty } from 'google-protobuf/google/protobuf/empty_pb';
import type { Struct } from 'google-protobuf/google/protobuf/struct_pb';
import type { ImageWarning } from '../../image/answer.generated';
import type { EngineFor } from '../engines';
import type { Properties } from '../properties';
import { fromStruct } from './from-protocol';
import { markSecrets } from './provider-configuration';
import { markSecret, secretNames } from './secrets';
import { toFailures, toServiceError, toStruct } from './to-protocol';
import type * as Calls from './calls';

/** What the service is made of. */
export interface ServiceParts {
  readonly version: string;
  /** The text of schema.json. */
  readonly schema: () => string;
  /** Loads what the calls need, once it is needed. */
  readonly calls: () => Promise<typeof Calls>;
  readonly engineFor: EngineFor;
  /** Shows a warning to the user. */
  readonly warn: (warning: ImageWarning, urn: string) => void;
  /** Receives where Pulumi's own engine listens, for a plugin that was running before it. */
  readonly attach: (address: string) => void;
  /** Whether a peer's address belongs to a process of this user. */
  readonly isOwnPeer: (peer: string) => boolean;
}

/** The handlers of every method that this provider has. The others answer UNIMPLEMENTED. */
export function providerService(parts: ServiceParts): UntypedServiceImplementation {
  const { engineFor, warn } = parts;
  const cancelled = new AbortController();
  let configured: Properties | undefined;
  const unary = guardedBy(parts.isOwnPeer);

  const contextOf = (signal: AbortSignal): Calls.CallContext => ({
    engineFor,
    inputs: configured ?? {},
    warn,
    signal: AbortSignal.any([signal, cancelled.signal]),
  });

  return {
    handshake: unary(async (request: messages.ProviderHandshakeRequest) => {
      void request;
      return new messages.ProviderHandshakeResponse().setAcceptSecrets(true);
    }),

    attach: unary(async (request: PluginAttach) => {
      parts.attach(request.getAddress());
      return new Empty();
    }),

    getPluginInfo: unary(async () => new PluginInfo().setVersion(parts.version)),

    getSchema: unary(async () => new messages.GetSchemaResponse().setSchema(parts.schema())),

    checkConfig: unary(async (request: messages.CheckRequest) => {
      const { checkConfiguration } = await parts.calls();
      const failures = await checkConfiguration(engineFor, fromStruct(request.getNews()));
      return new messages.CheckResponse()
        .setInputs(toStruct(markSecrets(raw(request.getNews()))))
        .setFailuresList(toFailures(failures));
    }),

    diffConfig: unary(async (request: messages.DiffRequest) => {
      const olds = fromStruct(request.getOldInputs() ?? request.getOlds());
      const news = fromStruct(request.getNews());
      return diffResponse(
        [...new Set([...Object.keys(olds), ...Object.keys(news)])].filter(
          (name) => JSON.stringify(olds[name]) !== JSON.stringify(news[name]),
        ),
      );
    }),

    configure: unary(async (request: messages.ConfigureRequest) => {
      const inputs = fromStruct(request.getArgs());
      // One configuration per process: another one must not get the credentials of the first.
      if (configured !== undefined && !isDeepStrictEqual(configured, inputs)) {
        throw new Error(
          'This provider process is configured already, with other values. Start another process.',
        );
      }
      configured = inputs;
      return new messages.ConfigureResponse().setSupportspreview(true).setAcceptsecrets(true);
    }),

    invoke: unary(async (request: messages.InvokeRequest, signal) => {
      const { invoke } = await parts.calls();
      const args = fromStruct(request.getArgs());
      const outcome = await invoke(contextOf(signal), request.getTok(), args);
      const response = new messages.InvokeResponse();
      return 'failures' in outcome
        ? response.setFailuresList(toFailures(outcome.failures))
        : response.setReturn(toStruct(outcome.result));
    }),

    check: unary(async (request: messages.CheckRequest, signal) => {
      const { check } = await parts.calls();
      const olds = fromStruct(request.getOlds());
      const news = fromStruct(request.getNews());
      const checked = await check(contextOf(signal), request.getUrn(), olds, news);
      return new messages.CheckResponse()
        .setInputs(toStruct(markSecret(checked.inputs, secretNames(raw(request.getNews())))))
        .setFailuresList(toFailures(checked.failures));
    }),

    diff: unary(async (request: messages.DiffRequest, signal) => {
      const { diff } = await parts.calls();
      const olds = fromStruct(request.getOlds());
      const news = fromStruct(request.getNews());
      return diffResponse(diff(contextOf(signal), request.getUrn(), olds, news));
    }),

    create: unary(async (request: messages.CreateRequest, signal) => {
      const { create } = await parts.calls();
      const properties = fromStruct(request.getProperties());
      const { id, outputs } = await create(contextOf(signal), properties, request.getPreview());
      const secret = secretNames(raw(request.getProperties()));
      return new messages.CreateResponse()
        .setId(id)
        .setProperties(toStruct(markSecret(outputs, secret)));
    }),

    update: unary(async (request: messages.UpdateRequest, signal) => {
      const { update } = await parts.calls();
      const olds = fromStruct(request.getOlds());
      const outputs = await update(contextOf(signal), olds, fromStruct(request.getNews()));
      const secret = secretNames(raw(request.getOlds()), raw(request.getNews()));
      return new messages.UpdateResponse().setProperties(toStruct(markSecret(outputs, secret)));
    }),

    read: unary(async (request: messages.ReadRequest, signal) => {
      const { read } = await parts.calls();
      const outcome = await read(
        contextOf(signal),
        request.getUrn(),
        request.getId(),
        fromStruct(request.getInputs()),
        fromStruct(request.getProperties()),
      );
      if (outcome === undefined) return new messages.ReadResponse();
      const secret = secretNames(raw(request.getInputs()), raw(request.getProperties()));
      return new messages.ReadResponse()
        .setId(outcome.id)
        .setInputs(toStruct(markSecret(outcome.inputs, secret)))
        .setProperties(toStruct(markSecret(outcome.outputs, secret)));
    }),

    /** Needs no cloud, so that a destroy always works. */
    delete: unary(async () => new Empty()),

    cancel: unary(async () => {
      cancelled.abort();
      return new Empty();
    }),
  };
}

/** A change is an update in place: nothing about a pin ever asks for a replacement. */
function diffResponse(changed: readonly string[]): messages.DiffResponse {
  const { DIFF_NONE, DIFF_SOME } = messages.DiffResponse.DiffChanges;
  const response = new messages.DiffResponse()
    .setChanges(changed.length === 0 ? DIFF_NONE : DIFF_SOME)
    .setDiffsList([...changed])
    .setHasdetaileddiff(true);
  for (const name of changed) {
    const difference = new messages.PropertyDiff().setKind(messages.PropertyDiff.Kind.UPDATE);
    response.getDetaileddiffMap().set(name, difference);
  }
  return response;
}

/** Properties as the wire has them, with the marks of secrets. */
function raw(struct: Struct | undefined): Properties {
  return struct?.toJavaScript() ?? {};
}

type Unary = <Request, Response>(
  answer: (request: Request, signal: AbortSignal) => Promise<Response>,
) => handleUnaryCall<Request, Response>;

/**
 * Makes methods as gRPC wants them from functions that return a promise and obey a signal. A call of
 * another user's process is refused: it would run with this user's credentials.
 */
function guardedBy(isOwnPeer: (peer: string) => boolean): Unary {
  return <Request, Response>(
      answer: (request: Request, signal: AbortSignal) => Promise<Response>,
    ): handleUnaryCall<Request, Response> =>
    (call: ServerUnaryCall<Request, Response>, callback: sendUnaryData<Response>) => {
      if (!isOwnPeer(call.getPeer())) {
        const details = 'This provider answers only processes of the user who started it.';
        callback({ code: status.PERMISSION_DENIED, details });
        return;
      }
      const gone = new AbortController();
      call.on('cancelled', () => gone.abort());
      answer(call.request, gone.signal).then(
        (response) => callback(null, response),
        (error: unknown) => callback(toServiceError(error)),
      );
    };
}
