/** The services that go-plugin requires of any plugin, beside the provider's own. */
import { Metadata, type Server } from '@grpc/grpc-js';
import {
  GRPCBrokerService,
  GRPCControllerService,
  GRPCStdioService,
  type GRPCBrokerServer,
  type GRPCControllerServer,
  type GRPCStdioServer,
} from '../protocol/plugin.generated';

/**
 * Adds them to a server.
 *
 * @param onShutdown - called when Terraform no longer needs the process; the answer is on its way
 * then, and Terraform closes the connection once it has it
 */
export function addPluginServices(server: Server, onShutdown: () => void): void {
  const controller: GRPCControllerServer = {
    shutdown: (_call, answer) => {
      answer(null, {});
      onShutdown();
    },
  };
  // Terraform opens both streams and keeps them open for as long as the plugin runs.
  const stdio: GRPCStdioServer = { streamStdio: (call) => call.sendMetadata(new Metadata()) };
  const broker: GRPCBrokerServer = { startStream: (call) => call.sendMetadata(new Metadata()) };
  server.addService(GRPCControllerService, controller);
  server.addService(GRPCStdioService, stdio);
  server.addService(GRPCBrokerService, broker);
}
