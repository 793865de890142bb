/** `cloudimages lock --merge BASE OURS THEIRS`: a merge driver for git. */
import { readFile, writeFile } from 'node:fs/promises';
import { parseLock, printLock, type Lock, type LockedTarget } from '@cloudimages/lock';
import { printable } from '../../errors/printable';
import { EMPTY_LOCK } from '../../lock/change';
import { mergeLocks, printMerged } from '../../lock/merge';
import { asImageError } from '../../lock/with-lock';
import { EXIT } from '../exit-codes';
import type { LockCommand } from './context';

/** Merges into OURS, as git expects. Exits with 1 when an entry has two changes. */
export async function merge({ terminal, options, operands }: LockCommand): Promise<number> {
  const [ours, theirs, ...others] = operands;
  if (ours === undefined || theirs === undefined || others.length > 0) {
    terminal.err('Three files are needed: cloudimages lock --merge BASE OURS THEIRS\n');
    return EXIT.usage;
  }
  const [base, a, b] = await Promise.all([String(options['merge']), ours, theirs].map(readSide));
  const merged = mergeLocks(base ?? EMPTY_LOCK, a ?? EMPTY_LOCK, b ?? EMPTY_LOCK);
  const { conflicts } = merged;
  await writeFile(ours, conflicts.length === 0 ? printLock(merged.lock) : printMerged(merged));
  for (const { query, scope, target, ours: own, theirs: other } of conflicts) {
    const text = `conflict in ${query}, scope ${scope}, ${target}:\n  ours   ${said(own)}\n  theirs ${said(other)}\n`;
    terminal.err(printable(text));
  }
  return conflicts.length === 0 ? EXIT.found : EXIT.failure;
}

/** Git gives an empty file where a side has none. */
async function readSide(file: string): Promise<Lock> {
  const text = await readFile(file, 'utf8').catch(asImageError);
  if (text.trim() === '') return EMPTY_LOCK;
  try {
    return parseLock(text, file);
  } catch (error) {
    return asImageError(error);
  }
}

function said(entry: LockedTarget | undefined): string {
  if (entry === undefined) return 'no entry';
  const images = entry.images.map(({ id, name }) => (name === '' ? id : `${id} (${name})`));
  return `${images.join(', ')}, locked on ${entry.lockedAt}`;
}
