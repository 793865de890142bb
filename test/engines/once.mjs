// Makes a folder of the cache once per machine: whole or not at all, and never twice at a time.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** How long a lock of another machine (on a shared home folder) is trusted, in milliseconds. */
const FOREIGN_LOCK_MS = 2 * 60 * 60 * 1000;

/** How long a lock may be without the name of its owner, in milliseconds. */
const NAMELESS_LOCK_MS = 60 * 1000;

/**
 * Calls `make` with a temporary folder and moves that to `folder` when it is done; does nothing if
 * `folder` exists. Waits for another process that is making the same folder. If `make` fails, so
 * does this, and nothing is left.
 */
export async function makeOnce(folder, make) {
  if (fs.existsSync(folder)) return;
  fs.mkdirSync(path.dirname(folder), { recursive: true });
  const release = await lock(`${folder}.lock`);
  try {
    removeLeftovers(folder);
    if (fs.existsSync(folder)) return;
    const unfinished = `${folder}.unfinished-${process.pid}`;
    try {
      fs.mkdirSync(unfinished);
      await make(unfinished);
      fs.renameSync(unfinished, folder);
    } finally {
      fs.rmSync(unfinished, { recursive: true, force: true });
    }
  } finally {
    release();
  }
}

async function lock(lockFolder) {
  for (let told = false; ; await sleep(1000)) {
    try {
      fs.mkdirSync(lockFolder);
      const owner = { pid: process.pid, host: os.hostname() };
      fs.writeFileSync(path.join(lockFolder, 'owner.json'), JSON.stringify(owner));
      return () => fs.rmSync(lockFolder, { recursive: true, force: true });
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (isStale(lockFolder)) {
      fs.rmSync(lockFolder, { recursive: true, force: true });
    } else if (!told) {
      console.log(`  another process is at it (${lockFolder}): waiting`);
      told = true;
    }
  }
}

function isStale(lockFolder) {
  try {
    const ageMs = Date.now() - fs.statSync(lockFolder).mtimeMs;
    const ownerFile = path.join(lockFolder, 'owner.json');
    if (!fs.existsSync(ownerFile)) return ageMs > NAMELESS_LOCK_MS;
    const owner = JSON.parse(fs.readFileSync(ownerFile, 'utf8'));
    return owner.host === os.hostname() ? !isAlive(owner.pid) : ageMs > FOREIGN_LOCK_MS;
  } catch {
    // Released or half written while we looked: the next round sees what it is.
    return false;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function removeLeftovers(folder) {
  const parent = path.dirname(folder);
  const prefix = `${path.basename(folder)}.unfinished-`;
  for (const name of fs.readdirSync(parent)) {
    if (name.startsWith(prefix)) fs.rmSync(path.join(parent, name), { recursive: true });
  }
}
