/** The process that started this one, as Linux, macOS and the BSDs report it. */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import type { ParentProcess } from './terraform-run';

/** @throws Error where the system does not report it, as on Windows */
export async function readParentProcess(
  platform: NodeJS.Platform,
  parentId: number,
): Promise<ParentProcess> {
  return platform === 'linux' ? readFromProc(parentId) : readFromPs(parentId);
}

/** @see https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html */
async function readFromProc(pid: number): Promise<ParentProcess> {
  const [boot, status, commandLine] = await Promise.all([
    readFile('/proc/sys/kernel/random/boot_id', 'utf8'),
    readFile(`/proc/${pid}/stat`, 'utf8'),
    readFile(`/proc/${pid}/cmdline`, 'utf8'),
  ]);
  // The name in the second field is in brackets and may hold anything. The 22nd is the start.
  const started = status.slice(status.lastIndexOf(')') + 2).split(' ')[19];
  return {
    id: `${boot.trim()}:${pid}:${started}`,
    commandLine: commandLine.split('\0').filter((word) => word !== ''),
  };
}

async function readFromPs(pid: number): Promise<ParentProcess> {
  const read = async (field: string): Promise<string> => {
    const { stdout } = await promisify(execFile)('ps', ['-o', `${field}=`, '-p', String(pid)]);
    return stdout.trim();
  };
  const [started, commandLine] = await Promise.all([read('lstart'), read('args')]);
  return { id: `${pid}:${started}`, commandLine: commandLine.split(/\s+/) };
}
