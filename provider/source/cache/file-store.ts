/** Keeps listings in a folder of the user's cache directory. */
import fs from 'node:fs';
import path from 'node:path';
import { openPrivateFolder } from '../../files/private-folder';
import type { CacheStore, Lease } from './store';

/** The most that the folder holds. Writing more removes the oldest listings. Bytes. */
export const MOST_BYTES_IN_FOLDER = 256 * 1024 * 1024;

const ENDING = '.listing';
const OWN_NAME = /^[0-9a-f]{64}\.listing$/;

/** @param folder - absolute; made by the first write, private to the user */
export function createFileStore(folder: string, mostBytes = MOST_BYTES_IN_FOLDER): CacheStore {
  const files = openPrivateFolder(folder);
  const own = () => files.list((name) => OWN_NAME.test(name));
  return {
    place: `the folder ${folder}`,
    read: async (name) => files.read(`${name}${ENDING}`),
    write: async (name, content) => {
      if (content.length > mostBytes) return;
      files.write(`${name}${ENDING}`, content);
      const kept = own();
      let excess = kept.reduce((sum, { size }) => sum + size, 0) - mostBytes;
      for (const file of kept) {
        if (excess <= 0) break;
        files.remove(file);
        excess -= file.size;
      }
    },
    tryLease: (name, leaseMs) => lockFile(folder, name, leaseMs),
    status: async () => {
      const kept = own();
      return { listings: kept.length, bytes: kept.reduce((sum, { size }) => sum + size, 0) };
    },
    clear: async () => {
      const kept = own();
      kept.forEach((file) => files.remove(file));
      return kept.length;
    },
    close: async () => undefined,
  };
}

async function lockFile(folder: string, name: string, leaseMs: number): Promise<Lease | undefined> {
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  // Loaded late: only a process that lists needs it.
  const { lock } = await import('proper-lockfile');
  let held = true;
  try {
    const release = await lock(path.join(folder, name), {
      realpath: false,
      stale: leaseMs,
      update: Math.max(1000, leaseMs / 3),
      onCompromised: () => (held = false),
    });
    return {
      isHeld: () => held,
      release: async () => {
        if (held) await release();
        held = false;
      },
    };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ELOCKED') return undefined;
    throw error;
  }
}
