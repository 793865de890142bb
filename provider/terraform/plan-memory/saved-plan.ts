/**
 * Reads what this provider planned from a file that `terraform plan -out` or `tofu plan -out` wrote.
 *
 * The file is untrusted: every step may fail, and then it counts as unreadable.
 */
import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { SavedPlan } from '../protocol/plan-file.generated';

/** One planned resource of the file. */
export interface PlannedResource {
  /** What the provider returned beside the planned value. */
  readonly private: Buffer;
  /** The planned value in MessagePack. */
  readonly value: Buffer;
}

/** A saved plan holds the whole state. This is far more than any state that Terraform can handle. */
const MAX_BYTES = 512 * 1024 * 1024;
/** The format of all versions of Terraform since 0.12 and of OpenTofu. */
const FORMAT_VERSION = 3;
/** The entry of the zip file that holds the plan. */
const ENTRY = 'tfplan';
/** The first bytes of every zip file. An encrypted plan of OpenTofu does not have them. */
const ZIP_SIGNATURE = Buffer.from('PK');

/** The planned resources that carry data of their provider, or why they cannot be read. */
export async function readSavedPlan(
  file: string,
): Promise<readonly PlannedResource[] | { readonly unreadable: string }> {
  try {
    const zip = await readRegularFile(file);
    if (!zip.subarray(0, ZIP_SIGNATURE.length).equals(ZIP_SIGNATURE)) {
      return { unreadable: 'the file is encrypted or has an unknown format' };
    }
    const { unzipSync } = await import('fflate');
    const { [ENTRY]: entry } = unzipSync(zip, {
      filter: ({ name, originalSize }) => name === ENTRY && originalSize <= MAX_BYTES,
    });
    if (entry === undefined) return { unreadable: `the file has no entry "${ENTRY}"` };
    const plan = SavedPlan.decode(entry);
    if (plan.version !== FORMAT_VERSION) {
      return { unreadable: `the file has format version ${plan.version}, not ${FORMAT_VERSION}` };
    }
    return plan.resources.flatMap(({ private: kept, change }) => {
      const value = change?.values.at(-1)?.msgpack;
      return value === undefined || kept.length === 0 ? [] : [{ private: kept, value }];
    });
  } catch (error) {
    return { unreadable: error instanceof Error ? error.message : String(error) };
  }
}

/** Opened without blocking, so that a pipe cannot hold us. */
async function readRegularFile(file: string): Promise<Buffer> {
  const opened = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const found = await opened.stat();
    if (!found.isFile()) throw new Error(`${file} is not a regular file`);
    if (found.size > MAX_BYTES) throw new Error(`${file} is larger than ${MAX_BYTES} bytes`);
    return await opened.readFile();
  } finally {
    await opened.close();
  }
}
