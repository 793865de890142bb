/**
 * Who is at the other end of a loopback connection. The plugin's port is open to every user of the
 * machine, and a call runs with the credentials of the user who started it.
 */
import { readFileSync } from 'node:fs';

/** Linux lists every TCP socket with its owner. Other systems have no such file. */
const TABLE = '/proc/net/tcp';

/** State of an established connection. In others, the kernel no longer knows the owner. */
const ESTABLISHED = '01';

/**
 * Whether a peer is a process of this user. True where the system does not report owners.
 *
 * @param peer - the peer's own address, such as `127.0.0.1:40312`
 */
export function isOwnPeer(peer: string): boolean {
  const table = readTable();
  return table === undefined || ownerOf(peer, table) === process.getuid?.();
}

/**
 * The user id that owns the socket with this local address.
 *
 * @param table - the text of `/proc/net/tcp`
 * @returns undefined when no established connection has this address
 * @see https://docs.kernel.org/networking/proc_net_tcp.html read 2026-11
 */
export function ownerOf(peer: string, table: string): number | undefined {
  const [, address = '', port = ''] = /^(\d+\.\d+\.\d+\.\d+):(\d+)$/.exec(peer) ?? [];
  // The address is four bytes in the order of a little-endian machine, as all that run Node are.
  const hex = address
    .split('.')
    .reverse()
    .map((part) => hexOf(part, 2));
  const wanted = `${hex.join('')}:${hexOf(port, 4)}`;
  for (const line of table.split('\n')) {
    const [, local, , state, , , , owner] = line.trim().split(/\s+/);
    if (local === wanted && state === ESTABLISHED) return Number(owner);
  }
  return undefined;
}

function hexOf(decimal: string, digits: number): string {
  return Number(decimal).toString(16).toUpperCase().padStart(digits, '0');
}

function readTable(): string | undefined {
  try {
    return readFileSync(TABLE, 'utf8');
  } catch {
    return undefined;
  }
}
