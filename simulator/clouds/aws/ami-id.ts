/** AMI ids: each region has its own id for the same image. */
import { createHash } from 'node:crypto';

/** `ami-0` and 16 hexadecimal digits, the same in every run. */
export function amiId(name: string, region: string): string {
  const digest = createHash('sha256').update(`${region} ${name}`).digest('hex');
  return `ami-0${digest.slice(0, 16)}`;
}
