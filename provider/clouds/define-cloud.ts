/** Takes a cloud's definition. Each cloud's file calls it once; the work is in `definition/`. */
import type { CloudDefinition } from './definition/cloud-definition';

/** Checks a cloud's definition at compile time and keeps it from being changed. */
export function defineCloud(definition: CloudDefinition): CloudDefinition {
  return Object.freeze(definition);
}
