/** A path of a query or a configuration, as its user writes it. */
import type { Issue } from './image-error';

/** `anyOf[1].osType`. The whole thing is `(all of it)`. */
export function printPath(path: Issue['path']): string {
  const text = path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`))
    .join('')
    .replace(/^\./, '');
  return text === '' ? '(all of it)' : text;
}
