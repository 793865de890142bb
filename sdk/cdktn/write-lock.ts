/** Writes the lock beside a synthesized stack, so that a plan elsewhere finds the locked ids. */
import fs from 'node:fs';
import path from 'node:path';
import { LOCK_FILE, printLock, readLock } from '@cloudimages/lock';
import { TerraformStack, type ISynthesisSession } from 'cdktn';
import type { Construct } from 'constructs';
import { lockFile } from './locked-query';

const prepared = new WeakSet<TerraformStack>();

/**
 * Copies cloudimages.lock.json into the folder of the construct's stack after its synthesis.
 *
 * The provider looks for its lock from that folder. Inside a repository it finds the repository's own
 * file and does not read the copy; in an artifact that is planned elsewhere it finds the copy.
 */
export function writeLockInSynthesis(construct: Construct): void {
  const stack = TerraformStack.of(construct);
  if (prepared.has(stack)) return;
  prepared.add(stack);
  const { synthesizer } = stack;
  stack.synthesizer = {
    synthesize(session) {
      synthesizer.synthesize(session);
      copyLock(stack, session);
    },
  };
}

function copyLock(stack: TerraformStack, { manifest, outdir }: ISynthesisSession): void {
  const copy = path.join(outdir, manifest.forStack(stack).workingDirectory, LOCK_FILE);
  const lock = readLock(lockFile());
  // The copy of an earlier synthesis must not outlive the lock.
  if (lock === undefined) fs.rmSync(copy, { force: true });
  else fs.writeFileSync(copy, printLock(lock));
}
