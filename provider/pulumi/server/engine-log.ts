/** Warnings → Pulumi's own engine, which shows them beside the resource. */
import { credentials } from '@grpc/grpc-js';
import { EngineClient } from '@pulumi/pulumi/proto/engine_grpc_pb';
import { LogRequest, LogSeverity } from '@pulumi/pulumi/proto/engine_pb';
import type { ImageWarning } from '../../image/answer.generated';

/** Sends warnings to where the engine listens, once that is known. The same one only once. */
export interface EngineLog {
  readonly attach: (address: string) => void;
  readonly warn: (warning: ImageWarning, urn: string) => void;
}

/**
 * @param address - `host:port`; without one, warnings go to stderr, which Pulumi shows too
 */
export function engineLog(address: string | undefined): EngineLog {
  let client = address === undefined ? undefined : clientOf(address);
  const said = new Set<string>();
  return {
    attach(newAddress) {
      client = clientOf(newAddress);
    },
    warn({ message, target }, urn) {
      const text = target === undefined ? message : `${target}: ${message}`;
      const key = `${urn}\n${text}`;
      if (said.has(key)) return;
      said.add(key);
      if (client === undefined) {
        console.error(`warning: ${text}`);
        return;
      }
      const request = new LogRequest()
        .setSeverity(LogSeverity.WARNING)
        .setUrn(urn)
        .setMessage(text);
      // A warning that cannot be delivered is not a reason to fail.
      client.log(request, () => undefined);
    },
  };
}

function clientOf(address: string): EngineClient {
  return new EngineClient(address, credentials.createInsecure());
}
