/** The server that Terraform calls. Heavy: gRPC loads with it, after the handshake line is out. */
import type { EngineParts } from './server/parts';
import { createProvider } from './provider';
import { createService } from './service';
import type { Log } from './wire/log';
import { createPluginServer, type PluginServer } from './wire/plugin-server';

/** What the server needs from the process. */
export interface ServeOptions {
  readonly parts: EngineParts;
  readonly log: Log;
  /** Called when Terraform no longer needs the process. */
  readonly onShutdown: () => void;
}

export function serve({ parts, log, onShutdown }: ServeOptions): PluginServer {
  return createPluginServer(createService(createProvider(parts), log), onShutdown);
}
