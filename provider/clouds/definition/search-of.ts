/** Parameters as the query of a URL. */
import type { Parameters } from './api-operation';

/** A list becomes one parameter per value, each under the same name. */
export function searchOf(parameters: Parameters): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    for (const one of Array.isArray(value) ? value : [value]) search.append(name, String(one));
  }
  return search.toString();
}
