/**
 * When the process ends: when Terraform requests it, and when Terraform has ended.
 *
 * A killed Terraform cannot stop its plugins. Its connection breaks then; but a connection also
 * closes in a healthy run, since gRPC closes one that is idle for half an hour. So the parent
 * process decides.
 */

/** How often a provider without a connection checks its parent. */
const PARENT_CHECK_MS = 500;
/** Terraform connects at once. Started by anything else, the provider does not stay. */
const FIRST_CONNECTION_MS = 60_000;
/** Terraform closes the connection when it has read the answer to Shutdown; this is if not. */
const SHUTDOWN_GRACE_MS = 500;

/** What the lifetime depends on. */
export interface LifetimeOptions {
  /** Ends the process, and leaves nothing behind. */
  readonly exit: (reason: string) => void;
  readonly isParentAlive: () => boolean;
}

/** The events that decide. */
export interface Lifetime {
  readonly connectionOpened: () => void;
  readonly connectionClosed: () => void;
  readonly shutdownAsked: () => void;
}

/** Watches over the process from its start. */
export function createLifetime({ exit, isParentAlive }: LifetimeOptions): Lifetime {
  let connections = 0;
  let isShuttingDown = false;
  const untilFirstConnection = setTimeout(
    () => exit('nobody connected'),
    FIRST_CONNECTION_MS,
  ).unref();
  const parentCheck = setInterval(() => {
    if (connections === 0 && !isParentAlive()) exit('Terraform is gone');
  }, PARENT_CHECK_MS).unref();
  return {
    connectionOpened: () => {
      clearTimeout(untilFirstConnection);
      connections += 1;
    },
    connectionClosed: () => {
      connections -= 1;
      if (connections === 0 && isShuttingDown) exit('shut down');
    },
    shutdownAsked: () => {
      isShuttingDown = true;
      clearInterval(parentCheck);
      setTimeout(() => exit('shut down'), SHUTDOWN_GRACE_MS).unref();
    },
  };
}

/**
 * A check whether the process that started this one still runs.
 *
 * On Unix an orphan gets another parent at once; on Windows the old one's id is checked.
 */
export function watchParent(process: {
  readonly ppid: number;
  readonly kill: (pid: number, signal: 0) => boolean;
}): () => boolean {
  const parent = process.ppid;
  return () => {
    if (process.ppid !== parent) return false;
    try {
      return process.kill(parent, 0);
    } catch (error) {
      // EPERM: it runs, but belongs to another user.
      return error instanceof Error && 'code' in error && error.code === 'EPERM';
    }
  };
}
