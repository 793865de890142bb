/** The protocol's calls → the provider's, and its answers back. */
import type { handleUnaryCall } from '@grpc/grpc-js';
import type { CtyType } from './cty/type';
import type { CtyObject } from './cty/value';
import {
  fromDynamicObject,
  fromDynamicValue,
  fromStateObject,
} from './from-protocol/dynamic-value';
import type {
  CallFunctionResponse,
  Diagnostic as WireDiagnostic,
  DynamicValue,
  ProviderServer,
} from './protocol/provider.generated';
import { objectType, type BlockSchema } from './schema/attribute';
import { diagnoseError } from './server/diagnose';
import { hasErrors, type Diagnostic } from './server/diagnostic';
import { FunctionFailure, type Outcome } from './server/parts';
import type { TerraformProvider } from './provider';
import { toWireDiagnostics } from './to-protocol/diagnostics';
import { toDynamicValue } from './to-protocol/dynamic-value';
import { toWireFunctions, toWireSchema } from './to-protocol/schema';
import type { Log } from './wire/log';

/** The outcome of a call, for the wire. */
interface Answer {
  readonly value?: DynamicValue;
  readonly diagnostics: WireDiagnostic[];
  readonly private?: Buffer | undefined;
}

/** The gRPC service of a provider. */
export function createService(provider: TerraformProvider, log: Log): ProviderServer {
  const { dataSources, resources } = provider;

  const unary =
    <Request, Response>(
      name: string,
      answer: (request: Request) => Promise<Response>,
    ): handleUnaryCall<Request, Response> =>
    ({ request }, callback) => {
      log('trace', `${name}: asked`);
      answer(request).then((response) => {
        log('trace', `${name}: answered`);
        callback(null, response);
      }, callback);
    };

  /** Whatever fails in a call becomes a diagnostic, since a gRPC error reads as a crash. */
  const attempt = async (
    schema: BlockSchema,
    run: (type: CtyType) => Promise<Outcome>,
  ): Promise<Answer> => {
    const type = objectType(schema.attributes);
    try {
      const { value, diagnostics, private: kept } = await run(type);
      const wire = toWireDiagnostics(diagnostics);
      if (value === null && hasErrors(diagnostics)) return { diagnostics: wire };
      return { value: toDynamicValue(value, type), diagnostics: wire, private: kept };
    } catch (error) {
      log('error', String(error));
      return { diagnostics: toWireDiagnostics(diagnoseError(error, {})) };
    }
  };

  const diagnose = (
    schema: BlockSchema,
    config: DynamicValue | undefined,
    run: (config: CtyObject) => Promise<readonly Diagnostic[]>,
  ): Promise<{ readonly diagnostics: WireDiagnostic[] }> =>
    attempt(schema, async (type) => ({
      value: null,
      diagnostics: await run(object(config, type)),
    }));

  return {
    getProviderSchema: unary('GetProviderSchema', async () => toWireSchema(provider)),
    getFunctions: unary('GetFunctions', async () => ({ functions: toWireFunctions(provider) })),
    validateProviderConfig: unary('ValidateProviderConfig', ({ config }) =>
      diagnose(provider.schema, config, provider.validate),
    ),
    validateDataResourceConfig: unary('ValidateDataResourceConfig', ({ typeName, config }) => {
      const { schema, validate } = named(dataSources, typeName);
      return diagnose(schema, config, validate);
    }),
    validateResourceConfig: unary('ValidateResourceConfig', ({ typeName, config }) => {
      const { schema, validate } = named(resources, typeName);
      return diagnose(schema, config, validate);
    }),
    configureProvider: unary('ConfigureProvider', ({ config }) =>
      diagnose(provider.schema, config, provider.configure),
    ),
    readDataSource: unary('ReadDataSource', async ({ typeName, config }) => {
      const { schema, read } = named(dataSources, typeName);
      const { value, diagnostics } = await attempt(schema, (type) =>
        read(object(config, type), provider.context()),
      );
      return { state: value, diagnostics };
    }),
    upgradeResourceState: unary('UpgradeResourceState', async ({ typeName, rawState }) => {
      const { value, diagnostics } = await attempt(
        named(resources, typeName).schema,
        async (type) => ({
          value: fromStateObject(rawState?.json, type),
          diagnostics: [],
        }),
      );
      return { upgradedState: value, diagnostics };
    }),
    readResource: unary('ReadResource', async ({ typeName, currentState, private: kept }) => {
      const { schema, read } = named(resources, typeName);
      const { value, diagnostics } = await attempt(schema, (type) =>
        read(object(currentState, type), provider.context()),
      );
      return { newState: value, diagnostics, private: kept };
    }),
    planResourceChange: unary('PlanResourceChange', async (request) => {
      const { schema, plan } = named(resources, request.typeName);
      const planned = await attempt(schema, (type) =>
        plan(
          {
            prior: fromDynamicObject(request.priorState, type),
            planned: fromDynamicObject(request.proposedNewState, type),
            config: fromDynamicObject(request.config, type),
          },
          provider.context(),
        ),
      );
      return {
        plannedState: planned.value,
        diagnostics: planned.diagnostics,
        plannedPrivate: planned.private ?? request.priorPrivate,
      };
    }),
    applyResourceChange: unary('ApplyResourceChange', async (request) => {
      const { schema, apply } = named(resources, request.typeName);
      const { value, diagnostics } = await attempt(schema, (type) =>
        apply(
          {
            prior: fromDynamicObject(request.priorState, type),
            planned: fromDynamicObject(request.plannedState, type),
            config: fromDynamicObject(request.config, type),
          },
          provider.context(),
        ),
      );
      // A change that failed leaves what was there: without a state it would count as deleted.
      return {
        newState: value ?? request.priorState,
        diagnostics,
        // What a plan carries for its apply has no place in the state.
        private: Buffer.of(),
      };
    }),
    importResourceState: unary('ImportResourceState', async ({ typeName, id }) => {
      const { schema, importState } = named(resources, typeName);
      const { value, diagnostics } = await attempt(schema, () =>
        importState(id, provider.context()),
      );
      return {
        importedResources: value === undefined ? [] : [{ typeName, state: value }],
        diagnostics,
      };
    }),
    callFunction: unary('CallFunction', async ({ name, arguments: values }) =>
      callFunction(provider, name, values),
    ),
    stopProvider: unary('StopProvider', async () => {
      provider.stop();
      return { error: '' };
    }),
  };
}

function callFunction(
  { functions }: TerraformProvider,
  name: string,
  values: readonly DynamicValue[],
): CallFunctionResponse {
  const { parameters, returns, call } = named(functions, name);
  try {
    const given = parameters.map(({ type }, index) => fromDynamicValue(values[index], type));
    return { result: toDynamicValue(call(given), returns) };
  } catch (error) {
    if (!(error instanceof FunctionFailure)) throw error;
    // Terraform ends the sentence.
    const text = error.message.replace(/\.$/, '');
    return { error: { text, functionArgument: error.argument } };
  }
}

/** Terraform has read our schema and asks for nothing else. */
function named<Thing>(things: Readonly<Record<string, Thing>>, name: string): Thing {
  const thing = Object.hasOwn(things, name) ? things[name] : undefined;
  if (thing === undefined) throw new Error(`this provider has no "${name}"`);
  return thing;
}

function object(value: DynamicValue | undefined, type: CtyType): CtyObject {
  return fromDynamicObject(value, type) ?? {};
}
