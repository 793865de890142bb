/** What the provider is made of: the engine and its checks, passed in, so that they load late. */
import type { LockedCalls } from '../../lock/with-lock';
import type { Engine } from '../../look-up/engine';
import type { Issue } from '../../errors/image-error';
import type { PlanMemory } from '../plan-memory/plan-memory';
import type { BlockSchema } from '../schema/attribute';
import type { CtyType } from '../cty/type';
import type { CtyObject, CtyValue } from '../cty/value';
import type { Diagnostic } from './diagnostic';

/** The engine, with what pins need of the lock. */
export type ProviderEngine = Engine & Pick<LockedCalls, 'prepare' | 'pinLock'>;

/** The engine's side. */
export interface EngineParts {
  /** @throws ImageError `invalid-configuration` */
  readonly createEngine: (configuration: unknown) => Promise<ProviderEngine>;
  /** @throws ImageError `invalid-configuration` */
  readonly checkConfiguration: (configuration: unknown) => Promise<void>;
  /** What pins chose in the plan that is being applied. `type` is the type of a choice. */
  readonly openPlanMemory: (configuration: unknown, type: CtyType) => PlanMemory;
  /** Every problem in a query. */
  readonly checkQuery: (query: unknown) => Promise<readonly Issue[]>;
}

/** The provider, configured. */
export interface KnownConfiguration {
  readonly engine: ProviderEngine;
  /** Where queries without targets look; null where the configuration does not say. */
  readonly targets: CtyValue;
  readonly planMemory: PlanMemory;
}

/** The provider in a plan where its configuration depends on what is yet to be applied. */
export interface UnknownConfiguration {
  /** The arguments that are not known yet, in snake_case. */
  readonly unknownArguments: readonly string[];
}

export type Configured = KnownConfiguration | UnknownConfiguration;

/** What a read, a plan or an apply works with. */
export interface Context {
  readonly configured: Configured;
  /** Aborted when Terraform is told to stop. */
  readonly signal: AbortSignal;
}

/** A value with its diagnostics. With an error among them it is null. */
export interface Outcome {
  readonly value: CtyObject | null;
  readonly diagnostics: readonly Diagnostic[];
  /** Data that a plan carries beside the planned value. Absent: what the state has. */
  readonly private?: Buffer;
}

/** A data source. */
export interface DataSource {
  readonly schema: BlockSchema;
  /** Arguments may still be unknown here. */
  readonly validate: (config: CtyObject) => Promise<readonly Diagnostic[]>;
  readonly read: (config: CtyObject, context: Context) => Promise<Outcome>;
}

/** A planned or applied change. `null`: not there, before a creation or after a deletion. */
export interface Change {
  readonly prior: CtyObject | null;
  readonly planned: CtyObject | null;
  readonly config: CtyObject | null;
}

/** A managed resource. */
export interface ManagedResource {
  readonly schema: BlockSchema;
  /** Arguments may still be unknown here. */
  readonly validate: (config: CtyObject) => Promise<readonly Diagnostic[]>;
  readonly read: (state: CtyObject, context: Context) => Promise<Outcome>;
  /** `planned` is Terraform's proposal. */
  readonly plan: (change: Change, context: Context) => Promise<Outcome>;
  readonly apply: (change: Change, context: Context) => Promise<Outcome>;
  readonly importState: (id: string, context: Context) => Promise<Outcome>;
}

/** A function: pure, so that plan and apply cannot differ. */
export interface ProviderFunction {
  readonly summary: string;
  /** Markdown. */
  readonly description: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly type: CtyType;
    readonly description: string;
  }[];
  readonly returns: CtyType;
  /** @throws FunctionFailure for invalid arguments */
  readonly call: (values: readonly CtyValue[]) => CtyValue;
}

/** Why a function has no result. */
export class FunctionFailure extends Error {
  /** Which argument is wrong, counted from 0. */
  readonly argument: number;

  constructor(argument: number, message: string) {
    super(message);
    this.argument = argument;
  }
}
