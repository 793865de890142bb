/** Where cached listings are kept: the port that the stores share. */

/** Keeps bytes by name between processes. Every call may reject; callers treat that as a miss. */
export interface CacheStore {
  /** For people, without a password: `the folder /home/me/.cache/cloudimages/listings`. */
  readonly place: string;
  /** The content, or undefined where there is none or it cannot be trusted. */
  read(name: string): Promise<Buffer | undefined>;
  /**
   * Replaces the content as a whole.
   *
   * @param lifetimeMs - the store may remove it after this
   */
  write(name: string, content: Buffer, lifetimeMs: number): Promise<void>;
  /** The right to be the one process that lists; undefined while another process has it. */
  tryLease(name: string, leaseMs: number): Promise<Lease | undefined>;
  /** How much is kept. */
  status(): Promise<CacheStatus>;
  /** Removes everything that this package keeps there. Returns the number of listings. */
  clear(): Promise<number>;
  close(): Promise<void>;
}

/** The right to list. It is extended while the process lives, and ends by itself when it dies. */
export interface Lease {
  /** False once another process may have it. Then nothing must be written. */
  isHeld(): boolean;
  release(): Promise<void>;
}

export interface CacheStatus {
  /** How many listings. */
  readonly listings: number;
  /** Their size. Bytes. */
  readonly bytes: number;
}
