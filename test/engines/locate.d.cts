/** An engine that can be run. */
export interface Engine {
  /** Absolute path of the executable. */
  readonly path: string;
  /** Folder with the executable and what belongs beside it (for Pulumi its language hosts). */
  readonly binDir: string;
  /** Version without a leading v, such as `1.11.4`. */
  readonly version: string;
}

/** An engine that tests can ask for. */
export type EngineName = 'terraform' | 'tofu' | 'pulumi' | 'redis-server';

/** The engine on the PATH if it is recent enough and complete, else the one built into the cache. */
export function findEngine(name: EngineName): Engine | undefined;

/** The folder with the `node_modules` of `npm/<name>`, or undefined where it was not installed. */
export function findPackages(name: string): string | undefined;

/** The folder with Python's `packages` and the executable `generate-sdk`, or undefined. */
export function findPython(): string | undefined;

/** The folder with the Python `packages` of `python-sets/<name>.txt`, or undefined. */
export function findPythonSet(name: string): string | undefined;
