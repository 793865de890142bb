/**
 * The process of `terraform-provider-cloudimages`.
 *
 * Terraform starts the provider three to five times in a plan, so the order counts: first the line
 * that names where we listen, then gRPC, and the engine only when a call needs it.
 */
import { writeSync } from 'node:fs';
import { createServerIdentity } from './wire/certificate';
import { handshakeLine, readInvitation } from './wire/handshake';
import { createLifetime, watchParent } from './wire/lifetime';
import { listen } from './wire/listener';
import { createLog, type Log } from './wire/log';
import type { PluginServer } from './wire/plugin-server';

const STDOUT = 1;
const STDERR = 2;

/** Loads and starts what answers Terraform. Called once, when Terraform knows where to connect. */
export type StartServer = (options: {
  readonly log: Log;
  /** To be called when Terraform no longer needs the process. */
  readonly onShutdown: () => void;
}) => PluginServer & {
  /** Called before the process ends by itself. */
  readonly onExit?: () => void;
};

/** Serves Terraform until it shuts the provider down. */
export async function main(startServer: StartServer): Promise<void> {
  try {
    await start(startServer);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    refuse(`The cloudimages provider cannot start: ${reason}`);
  }
}

/** Terraform shows what a plugin writes to standard output in place of the handshake, one line. */
function refuse(reason: string): void {
  const line = reason.replace(/[\s|]+/g, ' ');
  writeSync(process.stdout.isTTY ? STDERR : STDOUT, `${line}\n`);
  process.exitCode = 1;
}

async function start(startServer: StartServer): Promise<void> {
  const invitation = readInvitation(process.env);
  if ('refusal' in invitation) {
    refuse(invitation.refusal);
    return;
  }
  // Ctrl-C reaches the whole process group. Terraform calls StopProvider when the work is to stop.
  process.on('SIGINT', () => undefined);

  const log = createLog({
    environment: process.env,
    write: (line) => writeSync(STDERR, line),
    now: Date.now,
  });
  let cleanUp = (): void => undefined;
  const exit = (reason: string): void => {
    const mib = Math.round(process.resourceUsage().maxRSS / 1024);
    log('debug', `ends: ${reason}`, { mib });
    cleanUp();
    process.exit(0);
  };
  process.on('SIGTERM', () => exit('terminated'));
  let onExit = (): void => undefined;
  const lifetime = createLifetime({
    exit: (reason) => {
      onExit();
      exit(reason);
    },
    isParentAlive: watchParent(process),
  });

  const { clientCertificate, socketDirectory } = invitation;
  const identity = clientCertificate === undefined ? undefined : createServerIdentity(Date.now());
  const listener = await listen({
    ...(identity === undefined || clientCertificate === undefined
      ? {}
      : { tls: { identity, clientCertificate } }),
    socketDirectory,
    platform: process.platform,
    onConnection: (connection) => {
      lifetime.connectionOpened();
      connection.once('close', lifetime.connectionClosed);
      server.accept(connection);
    },
  });
  cleanUp = listener.cleanUp;
  writeSync(STDOUT, `${handshakeLine(listener.address, identity?.der)}\n`);

  // No connection can come in before this is done: nothing from here on waits.
  const server = startServer({ log, onShutdown: lifetime.shutdownAsked });
  onExit = server.onExit ?? onExit;
}
