/** How problems in a query or a configuration are printed. */

/** Property names and list indexes, outermost first. */
type Path = readonly (string | number)[];

/** A path as its user writes it: `anyOf[1].osType`. The empty path is the whole input. */
export function printPath(path: Path): string {
  const text = path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`))
    .join('')
    .replace(/^\./, '');
  return text === '' ? '(the whole input)' : text;
}

/** A sentence, and below it one line per problem. */
export function printIssues(
  sentence: string,
  issues: readonly { readonly path: Path; readonly message: string }[] = [],
): string {
  if (issues.length === 0) return sentence;
  const lines = issues.map(({ path, message }) => `  ${printPath(path)}: ${message}`);
  return [/[.:]$/.test(sentence) ? sentence : `${sentence}:`, ...lines].join('\n');
}
