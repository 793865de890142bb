/** Plain values and errors → Pulumi's wire messages. */
import { status, type ServiceError } from '@grpc/grpc-js';
import { CheckFailure as CheckFailureMessage } from '@pulumi/pulumi/proto/provider_pb';
import { Struct, type JavaScriptValue } from 'google-protobuf/google/protobuf/struct_pb';
import { isImageError } from '../../errors/image-error';
import { failureText } from '../failures';
import type { CheckFailure, Properties } from '../properties';

/** Properties as the wire has them. Undefined members are left out. */
export function toStruct(properties: Properties): Struct {
  // The one place where plain data becomes a protobuf value, which knows JSON and nothing else.
  const json = JSON.parse(JSON.stringify(properties)) as Record<string, JavaScriptValue>;
  return Struct.fromJavaScript(json);
}

/** Failures as the wire has them. */
export function toFailures(failures: readonly CheckFailure[]): CheckFailureMessage[] {
  return failures.map(({ property, reason }) =>
    new CheckFailureMessage().setProperty(property).setReason(reason),
  );
}

/** An error as gRPC has it: the text for people, without a stack. */
export function toServiceError(error: unknown): Partial<ServiceError> {
  const code =
    isImageError(error) && error.code === 'cancelled' ? status.CANCELLED : status.UNKNOWN;
  return { code, details: failureText(error), message: failureText(error) };
}
